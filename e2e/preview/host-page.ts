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

/**
 * Starts a preview on a page of the site, the way a product page would: boot configuration from
 * REST, then the starter.
 *
 * @param page    A page with the starter.
 * @param options Scope, id of the frame, blueprint.
 */
export function startPreview( page: Page, options: StartOptions = {} ): Promise< Started > {
	return page.evaluate( async ( { scope = 'e2e', frame = 'preview', ...rest } ) => {
		const settings = {
			nonce: await fetch( '/wp-admin/admin-ajax.php?action=rest-nonce' ).then( ( response ) => response.text() ),
			root: document.querySelector< HTMLLinkElement >( 'link[rel="https://api.w.org/"]' )?.href ?? '/wp-json/',
		};
		const boot: unknown = await fetch( `${ settings.root }wp-codebox/v1/browser-preview/boot?scope=${ scope }`, {
			headers: { 'X-WP-Nonce': settings.nonce },
		} ).then( ( response ) => response.json() );
		let iframe = document.getElementById( frame ) as HTMLIFrameElement | null;
		if ( ! iframe ) {
			iframe = document.createElement( 'iframe' );
			iframe.id = frame;
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
		const result = await global.previewStarter.startBrowserPreview( boot, {
			iframe,
			nonce: settings.nonce,
			startupTimeoutMs: 60_000,
			...rest,
			onProgress: ( { step, loaded } ) => {
				if ( steps.at( -1 ) !== step ) {
					steps.push( step );
				}
				downloaded = Math.max( downloaded, loaded ?? 0 );
			},
		} );
		( global.previews ??= {} )[ frame ] = result;
		return { mode: result.isolation.mode, origin: result.isolation.origin, steps, downloaded };
	}, options );
}

type Starter = typeof import( '../../src-browser/sdk/preview/index.ts' );
type Result = Awaited< ReturnType< Starter[ 'startBrowserPreview' ] > >;

/** What the fixtures put on the page. */
export interface PageGlobals {
	previewStarter: Starter;
	previews?: Record< string, Result >;
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
