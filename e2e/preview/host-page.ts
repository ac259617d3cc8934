import type { FrameLocator, Page } from '@playwright/test';

/** What a start on the page came to; the result itself stays there, under the frame's id. */
export interface Started {
	readonly mode: string;
	readonly origin: string;
	readonly steps: readonly string[];
	readonly downloaded: number;
}

export interface StartOptions {
	readonly scope?: string;
	readonly frame?: string;
	readonly blueprint?: Record< string, unknown >;
	readonly persist?: boolean;
	readonly startupTimeoutMs?: number;
}

/** Boot configuration of a preview, and what its files are fetched with. */
export interface Boot {
	readonly remote_url: string;
	readonly nonce: string;
	readonly [ field: string ]: unknown;
}

/**
 * Boot configuration of a preview, as a page of the site gets it from REST.
 *
 * @param page  A page of the site, logged in.
 * @param scope Which preview.
 */
export function bootOf( page: Page, scope: string ): Promise< Boot > {
	return page.evaluate( async ( id ) => {
		const nonce = await fetch( '/wp-admin/admin-ajax.php?action=rest-nonce' ).then( ( response ) =>
			response.text()
		);
		const boot = await fetch( `/wp-json/wp-codebox/v1/browser-preview/boot?scope=${ id }`, {
			headers: { 'X-WP-Nonce': nonce },
		} ).then( ( response ) => response.json() );
		return { ...boot, nonce } as Boot;
	}, scope );
}

/**
 * Starts a preview on a page of the site, the way a product page would: boot configuration from
 * REST, then the starter.
 *
 * @param page    A page with the starter.
 * @param options Scope, id of the frame, blueprint.
 */
export async function startPreview( page: Page, options: StartOptions = {} ): Promise< Started > {
	const { scope = 'e2e', frame = 'preview', ...rest } = options;
	const boot = await bootOf( page, scope );
	return page.evaluate(
		async ( { config, id, others } ) => {
			let iframe = document.getElementById( id ) as HTMLIFrameElement | null;
			if ( ! iframe ) {
				iframe = document.createElement( 'iframe' );
				iframe.id = id;
				Object.assign( iframe.style, {
					position: 'fixed',
					inset: '0',
					width: '100%',
					height: '100%',
					zIndex: '999999',
					background: '#fff',
					border: '0',
				} );
				document.body.append( iframe );
			}
			const steps: string[] = [];
			let downloaded = 0;
			const global = window as unknown as PageGlobals;
			( global.previewSteps ??= {} )[ id ] = steps;
			const result = await global.previewStarter.startBrowserPreview( config, {
				iframe,
				nonce: config.nonce,
				startupTimeoutMs: 120_000,
				...others,
				onProgress: ( { step, loaded } ) => {
					if ( steps.at( -1 ) !== step ) {
						steps.push( step );
					}
					downloaded = Math.max( downloaded, loaded ?? 0 );
				},
			} );
			( global.previews ??= {} )[ id ] = result;
			return { mode: result.isolation.mode, origin: result.isolation.origin, steps, downloaded };
		},
		{ config: boot, id: frame, others: rest }
	);
}

type Starter = typeof import( '../../src-browser/sdk/preview/index.ts' );
type Result = Awaited< ReturnType< Starter[ 'startBrowserPreview' ] > >;

/** What the fixtures put on the page. */
export interface PageGlobals {
	previewStarter: Starter;
	previews?: Record< string, Result >;
	/** Steps of each start so far, by the id of its frame. */
	previewSteps?: Record< string, string[] >;
}

/**
 * What the preview's frame shows.
 *
 * @param page  The page around it.
 * @param frame Id of the frame.
 */
export function previewOf( page: Page, frame = 'preview' ): FrameLocator {
	return page.frameLocator( `#${ frame }` ).frameLocator( 'iframe' );
}

/**
 * Calls the client of a running preview.
 *
 * @param page   The page around it.
 * @param method Method of the client.
 * @param args   Its arguments.
 */
export function callClient( page: Page, method: string, ...args: unknown[] ): Promise< unknown > {
	return page.evaluate(
		async ( { name, values } ) => {
			const { client } = ( window as unknown as PageGlobals ).previews!.preview!;
			const answer: unknown = await (
				client as unknown as Record< string, ( ...list: unknown[] ) => Promise< unknown > >
			 )[ name ]!( ...values );
			if ( typeof answer === 'object' && answer !== null && 'bytes' in answer ) {
				const { httpStatusCode, text, exitCode, errors } = answer as unknown as Record< string, unknown >;
				return { httpStatusCode, text, exitCode, errors };
			}
			return answer;
		},
		{ name: method, values: args }
	);
}
