import type { Page } from '@playwright/test';
// Declares window.wpCodeboxBrowser.
import type {} from '../../src-browser/sdk/publish.ts';
import type { WpCodeboxBrowserV1 } from '../../src-browser/sdk/types.ts';

type Boot = Awaited< ReturnType< WpCodeboxBrowserV1[ 'openOrCreateBrowserContainedSite' ] > >;
type Started = Awaited< ReturnType< WpCodeboxBrowserV1[ 'startBrowserPreview' ] > >;
export type FileClient = Parameters< WpCodeboxBrowserV1[ 'readFile' ] >[ 0 ];

declare global {
	interface Window {
		started: Started;
		client: FileClient;
		contract: Record< string, unknown >;
	}
}

/** Starts a preview the way the documentation shows it. */
export function startPreview(
	page: Page,
	cacheKey = 'e2e'
): Promise< { action: string; mode: string; session: string } > {
	return page.evaluate( async ( key ) => {
		const { v1 } = window.wpCodeboxBrowser!;
		const site: Boot = await v1.openOrCreateBrowserContainedSite( {
			mode: 'open-or-create',
			goal: 'Show the front page',
			cache_key: key,
			blueprint: { login: true, landingPage: '/' },
		} );
		const iframe = document.querySelector( 'iframe' )!;
		window.started = await v1.startBrowserPreview( site, { iframe, startupTimeoutMs: 120_000 } );
		window.client = window.started.client as FileClient;
		window.contract = { ...site, session_id: window.started.session_id };
		return { action: site.action, mode: window.started.isolation.mode, session: window.started.session_id };
	}, cacheKey );
}
