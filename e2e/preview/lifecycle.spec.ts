import type { Page } from '@playwright/test';
import { callClient, previewOf, startPreview, type PageGlobals } from './host-page.ts';
import { expect, test } from './fixtures.ts';

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
	return page.evaluate(
		async ( { scope = 'failing', abortAt: step, ...rest } ) => {
			const nonce = await fetch( '/wp-admin/admin-ajax.php?action=rest-nonce' ).then( ( response ) =>
				response.text()
			);
			const boot: unknown = await fetch( `/wp-json/wp-codebox/v1/browser-preview/boot?scope=${ scope }`, {
				headers: { 'X-WP-Nonce': nonce },
			} ).then( ( response ) => response.json() );
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
					nonce,
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
		{ ...options, abortAt }
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
	await page.waitForTimeout( 300 );
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
	await page.evaluate( async () => {
		const nonce = await fetch( '/wp-admin/admin-ajax.php?action=rest-nonce' ).then( ( response ) =>
			response.text()
		);
		const boot: unknown = await fetch( '/wp-json/wp-codebox/v1/browser-preview/boot?scope=offline', {
			headers: { 'X-WP-Nonce': nonce },
		} ).then( ( response ) => response.json() );
		Object.assign( window, { savedBoot: boot } );
	} );
	await context.setOffline( true );
	const code = await page.evaluate( () => {
		const iframe = document.createElement( 'iframe' );
		document.body.append( iframe );
		const { previewStarter, savedBoot } = window as unknown as PageGlobals & { savedBoot: unknown };
		return previewStarter.startBrowserPreview( savedBoot, { iframe, startupTimeoutMs: 20_000 } ).then(
			() => 'started',
			( error: { code: string } ) => error.code
		);
	} );
	expect( [ 'browser_preview_start_unavailable', 'browser_preview_download_failed' ] ).toContain( code );
} );

test( 'a slow network: progress tells the bytes, and the deadline ends it', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	const boot = await page.evaluate( async () => {
		const nonce = await fetch( '/wp-admin/admin-ajax.php?action=rest-nonce' ).then( ( response ) =>
			response.text()
		);
		const config: unknown = await fetch( '/wp-json/wp-codebox/v1/browser-preview/boot?scope=slow', {
			headers: { 'X-WP-Nonce': nonce },
		} ).then( ( response ) => response.json() );
		return { config, nonce };
	} );
	const cdp = await page.context().newCDPSession( page );
	await cdp.send( 'Network.enable' );
	await cdp.send( 'Network.emulateNetworkConditions', {
		offline: false,
		latency: 50,
		downloadThroughput: 400_000,
		uploadThroughput: 400_000,
	} );
	const seen = await page.evaluate( async ( { config, nonce } ) => {
		const iframe = document.createElement( 'iframe' );
		document.body.append( iframe );
		const progress: { step: string; loaded?: number; total?: number }[] = [];
		const code = await ( window as unknown as PageGlobals ).previewStarter
			.startBrowserPreview( config, {
				iframe,
				nonce,
				startupTimeoutMs: 8_000,
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
		// Closed in the middle: what PHP wrote is stored when its request ends.
		await page.waitForTimeout( 1_000 );
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

test( 'uninstalling the plugin leaves no service worker behind', async ( { adminPage } ) => {
	const page = await adminPage( 'isolated' );
	// A worker that a crashed browser left registered.
	const folder = await page.evaluate( async () => {
		const nonce = await fetch( '/wp-admin/admin-ajax.php?action=rest-nonce' ).then( ( response ) =>
			response.text()
		);
		const boot = await fetch( '/wp-json/wp-codebox/v1/browser-preview/boot?scope=left', {
			headers: { 'X-WP-Nonce': nonce },
		} ).then( ( response ) => response.json() );
		const remote = new URL( boot.remote_url );
		const base = new URL( '.', remote ).href;
		const probe = remote.searchParams.get( 'probe' )!;
		const registration = await navigator.serviceWorker.register(
			`${ base }sw.js?probe=${ encodeURIComponent( probe ) }`,
			{ scope: base }
		);
		while ( ! registration.active ) {
			await new Promise( ( wait ) => setTimeout( wait, 50 ) );
		}
		Object.assign( window, { restNonce: nonce } );
		return base;
	} );
	expect( await registrations( page ) ).toBe( 1 );
	const setPlugin = ( status: string ) =>
		page.evaluate(
			( value ) =>
				fetch( '/wp-json/wp/v2/plugins/wp-codebox/wp-codebox', {
					method: 'PUT',
					headers: {
						'Content-Type': 'application/json',
						'X-WP-Nonce': ( window as unknown as { restNonce: string } ).restNonce,
					},
					body: JSON.stringify( { status: value } ),
				} ).then( ( response ) => response.status ),
			status
		);
	expect( await setPlugin( 'inactive' ) ).toBe( 200 );
	try {
		await page.evaluate( ( url ) => {
			const iframe = document.createElement( 'iframe' );
			iframe.src = url;
			document.body.append( iframe );
		}, `${ folder }site/left/` );
		await expect.poll( () => registrations( page ) ).toBe( 0 );
	} finally {
		expect( await setPlugin( 'active' ) ).toBe( 200 );
	}
} );

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
		serviceWorker: 'browser_preview_service_worker_unavailable',
	} );
} );
