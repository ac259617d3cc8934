import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { isOutside, launchChromium } from './chromium.ts';
import { countCalls } from './messages.ts';
import { Site, withPreviewSite, type InstalledSite } from './site.ts';

export { expect } from '@playwright/test';

const checkout = resolve( dirname( fileURLToPath( import.meta.url ) ), '../..' );

export type Mode = 'origin' | 'isolated' | 'trusted';

/** One way of configuring a site; `fixed` is an origin without a wildcard. */
export type Setup = Mode | 'fixed';

/** How a site is configured for each mode. Host names below `localhost` are this machine. */
const CONSTANTS: Record< Setup, ( port: number ) => Record< string, unknown > > = {
	origin: ( port ) => ( { WP_CODEBOX_PREVIEW_ORIGIN: `http://*.preview.site.localhost:${ port }` } ),
	fixed: ( port ) => ( { WP_CODEBOX_PREVIEW_ORIGIN: `http://preview.site.localhost:${ port }` } ),
	isolated: () => ( {} ),
	trusted: () => ( { WP_CODEBOX_PREVIEW_ISOLATION: 'trusted' } ),
};

export interface Sites extends InstalledSite {
	/** The site, with previews configured like this. */
	of: ( setup: Setup ) => Promise< Site >;
}

interface WorkerFixtures {
	sites: Sites;
	starter: string;
	chrome: Browser;
}

interface TestFixtures {
	context: BrowserContext;
	/** A page of a site's wp-admin, logged in as administrator, with the starter loaded. */
	adminPage: ( setup: Setup, context?: BrowserContext ) => Promise< Page >;
}

export const test = base.extend< TestFixtures, WorkerFixtures >( {
	sites: [
		async ( {}, lend ) => {
			await withPreviewSite( async ( installed ) => {
				const running = new Map< Setup, Promise< Site > >();
				await lend( {
					...installed,
					of( setup ) {
						const site =
							running.get( setup ) ??
							Site.serve( installed.folder, 'site.localhost', CONSTANTS[ setup ] );
						running.set( setup, site );
						return site;
					},
				} );
				for ( const site of running.values() ) {
					( await site ).stop();
				}
			} );
		},
		{ scope: 'worker' },
	],
	starter: [
		async ( {}, lend ) => {
			const { outputFiles } = await build( {
				entryPoints: [ join( checkout, 'src-browser/sdk/preview/index.ts' ) ],
				bundle: true,
				format: 'iife',
				globalName: 'previewStarter',
				write: false,
			} );
			await lend( outputFiles[ 0 ]!.text );
		},
		{ scope: 'worker' },
	],
	chrome: [ launchChromium, { scope: 'worker' } ],
	context: async ( { chrome }, lend ) => {
		const context = await chrome.newContext( { viewport: { width: 1280, height: 900 } } );
		await context.addInitScript( countCalls );
		const asked: string[] = [];
		context.on( 'request', ( request ) => {
			if ( isOutside( request.url() ) ) {
				asked.push( request.url() );
			}
		} );
		await lend( context );
		await context.close();
		expect( asked, 'hosts other than this machine' ).toEqual( [] );
	},
	adminPage: async ( { context, sites, starter }, lend ) => {
		await lend( async ( setup, own = context ) => {
			const site = await sites.of( setup );
			const page = await own.newPage();
			await page.goto( `${ site.url }/wp-login.php` );
			await page.fill( '#user_login', 'admin' );
			await page.fill( '#user_pass', 'password' );
			await page.click( '#wp-submit' );
			await page.waitForURL( /wp-admin/ );
			await page.addScriptTag( { content: starter } );
			return page;
		} );
	},
} );
