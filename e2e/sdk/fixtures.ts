import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, chromium, type Browser, type Page } from '@playwright/test';
import { Site, withPreviewSite } from '../preview/site.ts';

export { expect } from '@playwright/test';

const here = dirname( fileURLToPath( import.meta.url ) );

interface WorkerFixtures {
	site: Site;
	chrome: Browser;
}

interface TestFixtures {
	/** Requests of the page that left the machine; has to stay empty. */
	outside: string[];
	/** A product's page, seen by the administrator. */
	product: ( kind?: 'strict' | 'open' | 'module' ) => Promise< Page >;
}

export const test = base.extend< TestFixtures, WorkerFixtures >( {
	site: [
		async ( {}, lend ) => {
			await withPreviewSite( async ( folder ) => {
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
	chrome: [
		async ( {}, lend ) => {
			const browser = await chromium.launch( {
				executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
				args: [
					'--no-sandbox',
					'--disable-gpu',
					'--disable-background-networking',
					'--disable-component-update',
					'--disable-sync',
					// Nothing but this machine is there to be reached.
					'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
				],
			} );
			await lend( browser );
			await browser.close();
		},
		{ scope: 'worker' },
	],
	outside: async ( {}, lend ) => {
		await lend( [] );
	},
	product: async ( { chrome, site, outside }, lend ) => {
		const context = await chrome.newContext( { viewport: { width: 1280, height: 900 } } );
		context.on( 'request', ( request ) => {
			const { protocol, hostname } = new URL( request.url() );
			// WordPress inside the preview shows avatars; their absence changes nothing.
			const isOurs = /(^|\.)localhost$/.test( hostname ) || hostname === 'secure.gravatar.com';
			if ( /^https?:$/.test( protocol ) && ! isOurs ) {
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
