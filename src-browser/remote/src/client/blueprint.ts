import type { RemoteClient } from './remote-client.ts';

/** What this client reads of a blueprint itself; everything else goes to Playground's own engine. */
export interface Blueprint {
	readonly landingPage?: string;
	readonly login?: boolean | { readonly username?: string };
	readonly steps?: readonly unknown[];
	readonly [ field: string ]: unknown;
}

const OWN_FIELDS = new Set( [ '$schema', 'landingPage', 'login', 'preferredVersions', 'features', 'meta', 'steps' ] );

/**
 * Runs a blueprint against a booted preview, apart from opening its landing page.
 *
 * @param client    The preview.
 * @param blueprint The blueprint, version 1.
 */
export async function runBlueprint( client: RemoteClient, blueprint: Blueprint ): Promise< void > {
	const steps = ( blueprint.steps ?? [] ).filter( Boolean );
	const others = Object.keys( blueprint ).filter( ( field ) => ! OWN_FIELDS.has( field ) );
	if ( steps.length > 0 || others.length > 0 ) {
		// Large, and most previews only log in.
		const { compileBlueprintV1, runBlueprintV1Steps } = await import( '@wp-playground/client' );
		const { login, landingPage, ...rest } = blueprint;
		const compiled = await compileBlueprintV1( rest as never );
		await runBlueprintV1Steps( compiled, client as never );
	}
	if ( blueprint.login ) {
		const user = typeof blueprint.login === 'object' ? ( blueprint.login.username ?? 'admin' ) : 'admin';
		await client.defineConstant( 'PLAYGROUND_AUTO_LOGIN_AS_USER', user );
	}
}
