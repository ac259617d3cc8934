import type { WpCodeboxBrowser } from './facade.ts';

/** `window.wpCodebox`. */
export interface WpCodebox {
	readonly startBrowserPreview: WpCodeboxBrowser[ 'startBrowserPreview' ];
	readonly browser: WpCodeboxBrowser;
}

declare global {
	interface Window {
		wpCodeboxBrowser?: WpCodeboxBrowser;
		wpCodebox?: WpCodebox;
	}
}

/**
 * Puts the SDK on the page. The first one stays: a second copy of the script must not take over running previews.
 *
 * @param sdk The SDK.
 */
export function publish( sdk: WpCodeboxBrowser ): WpCodeboxBrowser {
	if ( window.wpCodeboxBrowser?.v1 === undefined ) {
		define( 'wpCodeboxBrowser', sdk );
		define( 'wpCodebox', Object.freeze( { startBrowserPreview: sdk.startBrowserPreview, browser: sdk } ) );
	}
	return window.wpCodeboxBrowser!;
}

function define( name: 'wpCodeboxBrowser' | 'wpCodebox', value: unknown ): void {
	Object.defineProperty( window, name, { value, enumerable: true, configurable: false, writable: false } );
}
