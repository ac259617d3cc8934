import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Browser, type Page } from '@playwright/test';
import { isOutside, launchChromium } from '../preview/chromium.ts';
import { Site, withPreviewSite } from '../preview/site.ts';

export { expect } from '@playwright/test';

const here = dirname( fileURLToPath( import.meta.url ) );

interface WorkerFixtures {
	site: Site;
	chrome: Browser;
}

interface TestFixtures {
	/** Requests of pages and previews to other hosts; there are to be none. */
	outside: string[];
	/** A product's page, seen by the administrator. */
	product: ( kind?: 'strict' | 'open' | 'module' ) => Promise< Page >;
}

export const test = base.extend< TestFixtures, WorkerFixtures >( {
	site: [
		async ( {}, lend ) => {
			await withPreviewSite( async ( { folder } ) => {
				const mustUse = join( folder, 'wp-content/mu-plugins' );
				await mkdir( mustUse, { recursive: true } );
				await copyFile( join( here, 'product-page.php' ), join( mustUse, 'product-page.php' ) );
				const site = await Site.serve( folder, 'site.localhost', ( port ) => ( {
					WP_CODEBOX_PREVIEW_ORIGIN: `http://*.preview.site.localhost:${ port }`,
				} ) );
				try {
					await lend( site );
				} finally {
					site.stop();
				}
			} );
		},
		{ scope: 'worker' },
	],
	chrome: [ launchChromium, { scope: 'worker' } ],
	outside: [
		async ( {}, lend ) => {
			const asked: string[] = [];
			await lend( asked );
			expect( asked, 'hosts other than this machine' ).toEqual( [] );
		},
		{ auto: true },
	],
	product: async ( { chrome, site, outside }, lend ) => {
		const context = await chrome.newContext( { viewport: { width: 1280, height: 900 } } );
		context.on( 'request', ( request ) => {
			if ( isOutside( request.url() ) ) {
				outside.push( request.url() );
			}
		} );
		await lend( async ( kind = 'strict' ) => {
			const page = await context.newPage();
			await page.goto( `${ site.url }/wp-login.php` );
			await page.fill( '#user_login', 'admin' );
			await page.fill( '#user_pass', 'password' );
			await page.click( '#wp-submit' );
			await page.waitForURL( /wp-admin/ );
			await page.goto( `${ site.url }/?codebox-sdk=${ kind }` );
			await page.waitForFunction( () => window.wpCodeboxBrowser?.v1 !== undefined );
			return page;
		} );
		await context.close();
	},
} );
