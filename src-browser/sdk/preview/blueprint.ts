import { isRecord } from './boot-config.ts';
import { PreviewStartError } from './preview-start-error.ts';
import type { PreviewBlueprint, PreviewBootConfig, StartPreviewOptions } from './types.ts';

/**
 * The blueprint of a start: the caller's, or what its reference stands for.
 *
 * @param boot    The boot configuration.
 * @param options Options of the start.
 * @param signal  Ends the request.
 */
export async function resolveBlueprint(
	boot: PreviewBootConfig,
	options: StartPreviewOptions,
	signal: AbortSignal
): Promise< PreviewBlueprint > {
	const ref = boot.blueprint_ref;
	if ( ! isRecord( ref ) ) {
		if ( options.blueprint !== undefined || boot.self_hosted !== undefined ) {
			return options.blueprint ?? {};
		}
		throw new PreviewStartError(
			'browser_preview_blueprint_ref_missing',
			'The boot configuration has no blueprint_ref, and the caller passed no blueprint.'
		);
	}
	if ( ref.hydratable === false ) {
		throw new PreviewStartError(
			'browser_preview_blueprint_ref_not_hydratable',
			'The blueprint of this session is no longer prepared; create the session again.'
		);
	}
	const endpoint = ref.hydration_endpoint ?? ref.endpoint;
	if ( options.hydrateBlueprintRef === undefined && typeof endpoint !== 'string' ) {
		throw new PreviewStartError(
			'browser_preview_blueprint_hydrator_missing',
			'There is neither hydrateBlueprintRef nor an endpoint in blueprint_ref.'
		);
	}
	let blueprint: unknown;
	try {
		blueprint = options.hydrateBlueprintRef
			? await options.hydrateBlueprintRef( ref )
			: await fetchBlueprint( endpoint!, options.nonce, signal );
	} catch ( error ) {
		signal.throwIfAborted();
		throw new PreviewStartError(
			'browser_preview_blueprint_hydration_failed',
			error instanceof Error ? error.message : 'The blueprint could not be fetched.',
			error
		);
	}
	if ( ! isRecord( blueprint ) ) {
		throw new PreviewStartError( 'browser_preview_blueprint_invalid', 'The blueprint has to be an object.' );
	}
	return blueprint;
}

async function fetchBlueprint( endpoint: string, nonce: string | undefined, signal: AbortSignal ): Promise< unknown > {
	const response = await fetch( restUrl( endpoint ), {
		credentials: 'same-origin',
		headers: nonce === undefined ? {} : { 'X-WP-Nonce': nonce },
		signal,
	} );
	if ( ! response.ok ) {
		throw new Error( `The site answered with HTTP ${ response.status } for the blueprint.` );
	}
	return response.json();
}

/** An endpoint may be a path below the REST API; its root is in the page's `<link rel="https://api.w.org/">`. */
function restUrl( endpoint: string ): string {
	if ( /^https?:/.test( endpoint ) ) {
		return endpoint;
	}
	const root =
		document.querySelector< HTMLLinkElement >( 'link[rel="https://api.w.org/"]' )?.href ??
		`${ window.location.origin }/wp-json/`;
	const path = endpoint.replace( /^\//, '' );
	return root + ( root.includes( '?' ) ? path.replace( '?', '&' ) : path );
}
