import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bootOf, callClient, previewOf, startPreview, type PageGlobals } from './host-page.ts';
import { expect, test } from './fixtures.ts';

const PLUGIN = 'wp-content/plugins/wp-codebox';

/** The service workers of the page's origin. */
function registrations( page: Page ): Promise< number > {
	return page.evaluate( () => navigator.serviceWorker.getRegistrations().then( ( all ) => all.length ) );
}

/** Starts a preview and tells how it failed. */
async function failedStart(
	page: Page,
	options: Parameters< typeof startPreview >[ 1 ],
	abortAt?: string
): Promise< Record< string, unknown > > {
	const { scope = 'failing', ...others } = options ?? {};
	return page.evaluate(
		async ( { boot, abortAt: step, ...rest } ) => {
			const iframe = document.createElement( 'iframe' );
			iframe.id = 'failing';
			document.body.append( iframe );
			const controller = new AbortController();
			if ( step === 'before' ) {
				controller.abort();
			}
			const seen: string[] = [];
			try {
				await ( window as unknown as PageGlobals ).previewStarter.startBrowserPreview( boot, {
					iframe,
					nonce: boot.nonce,
					startupTimeoutMs: 60_000,
					...rest,
					signal: controller.signal,
					onProgress: ( progress ) => {
						seen.push( progress.step );
						if ( progress.step === step ) {
							controller.abort();
						}
					},
					onClientConnected: () => void seen.push( 'connected' ),
				} );
				return { started: true };
			} catch ( error ) {
				const at = seen.length;
				await new Promise( ( wait ) => setTimeout( wait, 1_500 ) );
				const { code, schema, phase, message } = error as Record< string, unknown >;
				return {
					code,
					schema,
					phase,
					message,
					src: iframe.src,
					later: seen.slice( at ),
				};
			}
		},
		{ ...others, boot: await bootOf( page, scope ), abortAt }
	);
}

test( 'an abort before or during the start ends it, with nothing left behind', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	expect( await failedStart( page, {}, 'before' ) ).toMatchObject( {
		code: 'browser_preview_aborted',
		schema: 'wp-codebox/browser-runtime-error/v1',
		phase: 'browser_preview_start',
		src: '',
		later: [],
	} );
	for ( const step of [ 'connect', 'runtime', 'open' ] ) {
		expect( await failedStart( page, { scope: `abort-${ step }` }, step ), step ).toMatchObject( {
			code: 'browser_preview_aborted',
			src: 'about:blank',
			later: [],
		} );
	}
	await expect.poll( () => registrations( page ) ).toBe( 0 );
} );

test( 'one deadline covers the whole start', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	const failed = await failedStart( page, { startupTimeoutMs: 250 } );
	expect( failed ).toMatchObject( { code: 'browser_preview_startup_timeout', src: 'about:blank', later: [] } );
} );

test( 'a later start of the same scope takes it over', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	const first = startPreview( page, { scope: 'same', frame: 'first' } ).then(
		() => 'started',
		( error: Error ) => error.message
	);
	await page.waitForFunction( () => ( ( window as unknown as PageGlobals ).previewSteps?.first?.length ?? 0 ) > 0 );
	const second = await startPreview( page, { scope: 'same', frame: 'preview' } );
	expect( second.steps ).toContain( 'ready' );
	expect( await first ).toContain( 'A later start of the same scope took over' );
	await expect( previewOf( page ).getByRole( 'link', { name: 'Hello world!' } ).first() ).toBeVisible();
} );

test( 'a preview that is open in another tab is not started twice', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	await startPreview( page, { scope: 'tabs' } );
	const other = await adminPage( 'isolated' );
	expect( await failedStart( other, { scope: 'tabs' } ) ).toMatchObject( { code: 'browser_preview_scope_in_use' } );
	// The first one is none the worse for it, and another scope runs beside it.
	expect( await callClient( page, 'run', { code: '<?php echo 6 * 7;' } ) ).toMatchObject( { text: '42' } );
	await startPreview( other, { scope: 'tabs-two' } );
	expect( await callClient( page, 'run', { code: '<?php echo 6 * 7;' } ) ).toMatchObject( { text: '42' } );
} );

test( 'offline: the start fails with a clear state', async ( { adminPage, context } ) => {
	const page = await adminPage( 'isolated' );
	const boot = await bootOf( page, 'offline' );
	await context.setOffline( true );
	const code = await page.evaluate( ( config ) => {
		const iframe = document.createElement( 'iframe' );
		document.body.append( iframe );
		const { previewStarter } = window as unknown as PageGlobals;
		return previewStarter.startBrowserPreview( config, { iframe, startupTimeoutMs: 60_000 } ).then(
			() => 'started',
			( error: { code: string } ) => error.code
		);
	}, boot );
	expect( [ 'browser_preview_start_unavailable', 'browser_preview_download_failed' ] ).toContain( code );
} );

test( 'a slow network: progress tells the bytes, and the deadline ends it', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	const boot = await bootOf( page, 'slow' );
	const cdp = await page.context().newCDPSession( page );
	await cdp.send( 'Network.enable' );
	await cdp.send( 'Network.emulateNetworkConditions', {
		offline: false,
		latency: 50,
		downloadThroughput: 200_000,
		uploadThroughput: 200_000,
	} );
	const seen = await page.evaluate( async ( config ) => {
		const iframe = document.createElement( 'iframe' );
		document.body.append( iframe );
		const progress: { step: string; loaded?: number; total?: number }[] = [];
		const code = await ( window as unknown as PageGlobals ).previewStarter
			.startBrowserPreview( config, {
				iframe,
				nonce: config.nonce,
				startupTimeoutMs: 15_000,
				onProgress: ( step ) => void progress.push( step ),
			} )
			.then(
				() => 'started',
				( error: { code: string } ) => error.code
			);
		return { code, last: progress.filter( ( { step } ) => step === 'download' ).at( -1 ), src: iframe.src };
	}, boot );
	expect( seen.code ).toBe( 'browser_preview_startup_timeout' );
	expect( seen.src ).toBe( 'about:blank' );
	expect( seen.last?.total ).toBeGreaterThan( 10_000_000 );
	expect( seen.last?.loaded ).toBeGreaterThan( 0 );
	expect( seen.last?.loaded ).toBeLessThan( seen.last!.total! );
} );

test( 'a running preview goes on when the network does not', async ( { adminPage, context } ) => {
	const page = await adminPage( 'isolated' );
	await startPreview( page, { scope: 'cut-off' } );
	await context.setOffline( true );
	expect( await callClient( page, 'request', { url: '/?p=1' } ) ).toMatchObject( {
		httpStatusCode: expect.any( Number ),
	} );
	expect( await callClient( page, 'run', { code: '<?php echo 6 * 7;' } ) ).toMatchObject( { text: '42' } );
} );

for ( const setup of [ 'origin', 'isolated' ] as const ) {
	test( `${ setup }: a preview that is to survive resumes after a reload`, async ( { adminPage, starter } ) => {
		const page = await adminPage( setup );
		const scope = `resume-${ setup }`;
		await startPreview( page, { scope, persist: true } );
		await callClient( page, 'run', {
			code: "<?php require '/wordpress/wp-load.php'; wp_insert_post( array( 'post_title' => 'Still here', 'post_status' => 'publish' ) );",
		} );
		await callClient( page, 'flush' );
		await page.reload();
		await page.addScriptTag( { content: starter } );
		await startPreview( page, { scope, persist: true } );
		await expect( previewOf( page ).getByRole( 'link', { name: 'Still here' } ).first() ).toBeVisible();
		// A start that does not ask for it begins anew.
		await page.reload();
		await page.addScriptTag( { content: starter } );
		await startPreview( page, { scope } );
		await expect( previewOf( page ).getByRole( 'link', { name: 'Hello world!' } ).first() ).toBeVisible();
		await expect( previewOf( page ).getByRole( 'link', { name: 'Still here' } ) ).toHaveCount( 0 );
	} );
}

test( 'without room for its database a preview that is to survive says so', async ( { adminPage, sites } ) => {
	const page = await adminPage( 'isolated' );
	const { url } = await sites.of( 'isolated' );
	const cdp = await page.context().newCDPSession( page );
	await cdp.send( 'Storage.overrideQuotaForOrigin', { origin: url, quotaSize: 1_000 } );
	expect( await failedStart( page, { scope: 'full', persist: true } ) ).toMatchObject( {
		code: 'browser_preview_storage_failed',
	} );
	await cdp.send( 'Storage.overrideQuotaForOrigin', { origin: url } );
} );

test( 'dispose gives everything back and says only what it saw', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	await startPreview( page, { scope: 'disposed' } );
	expect( await registrations( page ) ).toBe( 1 );
	const results = await page.evaluate( async () => {
		const preview = ( window as unknown as PageGlobals ).previews!.preview!;
		return [ await preview.dispose(), await preview.dispose() ];
	} );
	expect( results[ 0 ] ).toMatchObject( {
		schema: 'wp-codebox/browser-preview-dispose-result/v1',
		runtime_release_requested: true,
		runtime_terminated: true,
		client_release_requested: false,
		client_released: false,
		iframe_reset: true,
	} );
	expect( results[ 1 ] ).toEqual( results[ 0 ] );
	await expect.poll( () => registrations( page ) ).toBe( 0 );
	expect( await page.locator( '#preview' ).getAttribute( 'src' ) ).toBe( 'about:blank' );
} );

test( 'a closed tab leaves no service worker behind', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	await startPreview( page, { scope: 'closed' } );
	const other = await adminPage( 'isolated' );
	expect( await registrations( other ) ).toBe( 1 );
	await page.close();
	await expect.poll( () => registrations( other ) ).toBe( 0 );
} );

/** Registers the service worker as a start does, and leaves it: what a crashed browser does. */
async function leaveRegistered( page: Page ): Promise< string > {
	const { remote_url: remoteUrl } = await bootOf( page, 'left' );
	const folder = await page.evaluate( async ( address ) => {
		const remote = new URL( address );
		const base = new URL( '.', remote ).href;
		const probe = remote.searchParams.get( 'probe' )!;
		const registration = await navigator.serviceWorker.register(
			`${ base }sw.js?probe=${ encodeURIComponent( probe ) }`,
			{ scope: base }
		);
		while ( ! registration.active ) {
			await new Promise( ( wait ) => setTimeout( wait, 50 ) );
		}
		return base;
	}, remoteUrl );
	expect( await registrations( page ) ).toBe( 1 );
	return folder;
}

/** Asks the worker that was left for a page. */
const wake = ( page: Page, folder: string ) =>
	page.evaluate( ( url ) => {
		const iframe = document.createElement( 'iframe' );
		iframe.src = url;
		document.body.append( iframe );
	}, `${ folder }site/left/` );

test( 'a worker that was left behind leaves when it finds the plugin deactivated', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	const folder = await leaveRegistered( page );
	const { nonce } = await bootOf( page, 'left' );
	const setPlugin = ( status: string ) =>
		page.evaluate(
			( [ value, token ] ) =>
				fetch( '/wp-json/wp/v2/plugins/wp-codebox/wp-codebox', {
					method: 'PUT',
					headers: { 'Content-Type': 'application/json', 'X-WP-Nonce': token! },
					body: JSON.stringify( { status: value } ),
				} ).then( ( response ) => response.status ),
			[ status, nonce ]
		);
	// Woken with the plugin in place, it stays.
	await wake( page, folder );
	await expect( page.frameLocator( 'iframe' ).last().getByText( 'is not running' ) ).toBeVisible();
	expect( await registrations( page ) ).toBe( 1 );
	expect( await setPlugin( 'inactive' ) ).toBe( 200 );
	try {
		await wake( page, folder );
		await expect.poll( () => registrations( page ) ).toBe( 0 );
	} finally {
		expect( await setPlugin( 'active' ) ).toBe( 200 );
	}
} );

test( "a worker that was left behind leaves when the plugin's files are gone", async ( { adminPage, sites } ) => {
	const page = await adminPage( 'isolated' );
	const folder = await leaveRegistered( page );
	await rename( join( sites.folder, PLUGIN ), join( sites.folder, 'wp-codebox-elsewhere' ) );
	try {
		await wake( page, folder );
		await expect.poll( () => registrations( page ) ).toBe( 0 );
	} finally {
		await rename( join( sites.folder, 'wp-codebox-elsewhere' ), join( sites.folder, PLUGIN ) );
	}
} );

test( 'uninstalling the plugin on the screen of plugins leaves no service worker behind', async ( {
	adminPage,
	sites,
} ) => {
	const page = await adminPage( 'isolated' );
	await startPreview( page, { scope: 'running' } );
	const admin = await adminPage( 'isolated' );
	// The worker of a preview that runs is left alone.
	await admin.goto( new URL( '/wp-admin/plugins.php', admin.url() ).href, { waitUntil: 'load' } );
	expect( await registrations( admin ) ).toBe( 1 );
	expect( await callClient( page, 'request', { url: '/' } ) ).toMatchObject( { httpStatusCode: 200 } );
	await page.close();
	await expect.poll( () => registrations( admin ) ).toBe( 0 );

	await leaveRegistered( admin );
	try {
		await admin.reload();
		await expect.poll( () => registrations( admin ) ).toBe( 0 );
		await admin.locator( '#deactivate-wp-codebox' ).click();
		await expect( admin.getByText( 'Plugin deactivated.' ) ).toBeVisible();
		// The page behind the link: whether a script of the screen takes the click is a matter of time.
		const link = await admin.locator( '#delete-wp-codebox' ).getAttribute( 'href' );
		await admin.goto( new URL( link!, admin.url() ).href );
		await admin.getByRole( 'button', { name: 'Yes, delete these files and data' } ).click();
		await expect( admin.getByText( /has been deleted/ ) ).toBeVisible();
		expect( existsSync( join( sites.folder, PLUGIN ) ) ).toBe( false );
		expect( await registrations( admin ) ).toBe( 0 );
	} finally {
		await sites.installPlugin();
	}
} );

for ( const [ what, script, code ] of [
	[ 'WebAssembly', 'delete globalThis.WebAssembly', 'browser_preview_wasm_unavailable' ],
	[ 'JSPI', 'delete WebAssembly.Suspending', 'browser_preview_jspi_unavailable' ],
	[ 'service workers', 'delete Navigator.prototype.serviceWorker', 'browser_preview_service_worker_unavailable' ],
	[
		'the right to register a service worker',
		"ServiceWorkerContainer.prototype.register = () => Promise.reject( new DOMException( 'denied', 'SecurityError' ) )",
		'browser_preview_service_worker_denied',
	],
] as const ) {
	test( `a remote without ${ what } says so`, async ( { adminPage, context } ) => {
		const page = await adminPage( 'isolated' );
		// Only the remote lacks it: what the page itself lacks is told before anything is loaded.
		await context.addInitScript( `if ( location.pathname.endsWith( 'remote.html' ) ) { ${ script }; }` );
		const failed = await failedStart( page, { scope: 'lacking' } );
		expect( failed ).toMatchObject( { code, src: 'about:blank', later: [] } );
		expect( failed.message ).not.toContain( code );
	} );
}

for ( const [ what, script, code ] of [
	[ 'JSPI', 'delete WebAssembly.Suspending;', 'browser_preview_jspi_unavailable' ],
	[
		'storage',
		"StorageManager.prototype.getDirectory = () => Promise.reject( new DOMException( 'denied', 'SecurityError' ) );",
		'browser_preview_storage_unavailable',
	],
] as const ) {
	test( `a worker without ${ what } says so`, async ( { adminPage, sites } ) => {
		const page = await adminPage( 'isolated' );
		await page.route( /\/worker-[^/]+\.js$/, async ( route ) => {
			const file = await readFile( join( sites.folder, new URL( route.request().url() ).pathname ), 'utf8' );
			await route.fulfill( { contentType: 'text/javascript', body: script + file } );
		} );
		const failed = await failedStart( page, { scope: 'lacking', persist: true } );
		expect( failed ).toMatchObject( { code, src: 'about:blank', later: [] } );
	} );
}

test( 'a browser that lacks something is told what', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	const codes = await page.evaluate( async () => {
		const { previewStarter } = window as unknown as PageGlobals;
		const boot = {
			schema: 'wp-codebox/browser-preview-boot-config/v1',
			session_id: 's',
			remote_url: window.location.href,
			self_hosted: {},
		};
		const iframe = document.createElement( 'iframe' );
		document.body.append( iframe );
		const code = ( input: unknown, options: object = { iframe } ): Promise< string > =>
			previewStarter.startBrowserPreview( input, options ).then(
				() => 'started',
				( error: { code: string } ) => error.code
			);
		const without = async ( target: object, name: string ): Promise< string > => {
			const own = Object.getOwnPropertyDescriptor( target, name )!;
			delete ( target as Record< string, unknown > )[ name ];
			const seen = await code( boot );
			Object.defineProperty( target, name, own );
			return seen;
		};
		return {
			nothing: await code( undefined ),
			schema: await code( { ...boot, schema: 'wp-codebox/other/v1' } ),
			frame: await code( boot, {} ),
			ref: await code( { ...boot, self_hosted: undefined } ),
			module: await code( boot ),
			wasm: await without( window, 'WebAssembly' ),
			jspi: await without( WebAssembly, 'Suspending' ),
			serviceWorker: await without( Navigator.prototype, 'serviceWorker' ),
		};
	} );
	expect( codes ).toEqual( {
		nothing: 'browser_preview_boot_missing',
		schema: 'browser_preview_boot_schema_unsupported',
		frame: 'browser_preview_iframe_missing',
		ref: 'browser_preview_blueprint_ref_missing',
		module: 'browser_preview_client_module_missing',
		wasm: 'browser_preview_wasm_unavailable',
		jspi: 'browser_preview_jspi_unavailable',
		serviceWorker: 'browser_preview_service_worker_unavailable',
	} );
} );
