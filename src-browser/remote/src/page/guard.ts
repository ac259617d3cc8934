import { PreviewError } from '../protocol/preview-error.ts';

/** Marks the answer of WP Codebox's own route; a file that someone uploaded to the site cannot carry it. */
const CONFIG_HEADER = 'x-wp-codebox-preview-remote';

interface RemoteConfig {
	readonly parent_origins: readonly string[];
}

/**
 * Lets messages through from the window around this page only, and only while that window
 * has an allowed origin. comlink itself takes a message from anyone: without this, any page
 * that opens the remote could drive a preview, and through it the site.
 *
 * Has to be installed before anything else listens.
 *
 * @param allowed Origins that may embed the remote.
 */
export function guardMessages( allowed: ReadonlySet< string > ): void {
	window.addEventListener(
		'message',
		( event ) => {
			if ( event.source !== window.parent || window.parent === window || ! allowed.has( event.origin ) ) {
				event.stopImmediatePropagation();
			}
		},
		{ capture: true }
	);
}

/**
 * The origins that may embed the remote: its own, unless the site says otherwise.
 *
 * @param configUrl Route of the site, from the URL of this page; null for a remote that stands alone.
 */
export async function allowedOrigins( configUrl: string | null ): Promise< ReadonlySet< string > > {
	if ( configUrl === null ) {
		return new Set( [ window.location.origin ] );
	}
	const url = new URL( configUrl, window.location.href );
	if ( url.origin !== window.location.origin ) {
		throw new PreviewError(
			'browser_preview_config_invalid',
			'The configuration has to come from the origin of the remote itself.'
		);
	}
	const response = await fetch( url, { credentials: 'omit', redirect: 'error' } ).catch( ( error: unknown ) => {
		throw new PreviewError(
			'browser_preview_config_unreachable',
			'The site does not answer with the configuration of the remote.',
			error
		);
	} );
	if ( ! response.ok || response.headers.get( CONFIG_HEADER ) !== '1' ) {
		throw new PreviewError(
			'browser_preview_config_invalid',
			'The configuration of the remote is not from WP Codebox.'
		);
	}
	const config = ( await response.json() ) as RemoteConfig;
	return new Set(
		config.parent_origins.filter( ( origin ) => typeof origin === 'string' && /^https?:\/\//.test( origin ) )
	);
}
