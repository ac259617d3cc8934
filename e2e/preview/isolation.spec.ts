import type { Frame, Page } from '@playwright/test';
import { bootOf, callClient, startPreview, type PageGlobals } from './host-page.ts';
import { expect, test } from './fixtures.ts';
import { answersTo, openRemote } from './messages.ts';

/** A nonce as WordPress makes it. */
const NONCE = /^[0-9a-f]{10}$/;

/** The document that a preview shows. */
function previewFrame( page: Page, scope: string ): Frame {
	const frame = page.frames().find( ( candidate ) => candidate.url().includes( `/site/${ scope }/` ) );
	if ( ! frame ) {
		throw new Error( `There is no frame of ${ scope }.` );
	}
	return frame;
}

/** What code on a page of the preview gets when it reaches for the site around it. */
function probe( frame: Frame, siteUrl: string ): Promise< Record< string, string > > {
	return frame.evaluate( async ( url ) => {
		const attempt = async ( action: () => unknown ): Promise< string > => {
			try {
				return String( await action() );
			} catch ( error ) {
				return `refused: ${ ( error as Error ).name }`;
			}
		};
		const text = ( response: Response ): Promise< string > => response.text();
		const ajax = `${ url }/wp-admin/admin-ajax.php?action=rest-nonce`;
		return {
			cookie: await attempt( () => document.cookie ),
			storage: await attempt( () => localStorage.getItem( 'host-secret' ) ),
			dom: await attempt( () => window.top!.document.title ),
			fetch: await attempt( () => fetch( ajax, { credentials: 'include' } ).then( text ) ),
			topFetch: await attempt( () => window.top!.fetch( ajax ).then( text ) ),
			frame: await attempt(
				() =>
					new Promise( ( resolve, reject ) => {
						const iframe = document.createElement( 'iframe' );
						iframe.onload = () => {
							try {
								const { document: admin } = iframe.contentWindow!;
								resolve( admin.querySelector< HTMLInputElement >( '#_wpnonce' )!.value );
							} catch ( error ) {
								reject( error as Error );
							}
						};
						setTimeout( () => reject( new DOMException( 'late', 'TimeoutError' ) ), 60_000 );
						iframe.src = `${ url }/wp-admin/profile.php`;
						document.body.append( iframe );
					} )
			),
		};
	}, siteUrl );
}

/** What PHP in the preview gets from the site around it. */
const PHP_PROBE = ( url: string ) => `<?php
require '/wordpress/wp-load.php';
$url = '${ url }/wp-admin/admin-ajax.php?action=rest-nonce';
add_filter( 'pre_option_wp_http_block_external', '__return_false' );
$got = array();
$got['wp_remote_get'] = (string) wp_remote_retrieve_body( wp_remote_get( $url, array( 'timeout' => 2 ) ) );
$got['requests'] = '';
try { $got['requests'] = WpOrg\\Requests\\Requests::get( $url, array(), array( 'timeout' => 2 ) )->body; } catch ( Throwable $e ) {}
$got['file_get_contents'] = (string) @file_get_contents( $url );
$got['ini'] = ini_set( 'allow_url_fopen', '1' ) . (string) @file_get_contents( $url );
$socket = @stream_socket_client( 'tcp://${ new URL( url ).host }', $code, $error, 2 );
$got['socket'] = '';
if ( $socket ) { stream_set_timeout( $socket, 2 ); @fwrite( $socket, "GET /wp-admin/admin-ajax.php?action=rest-nonce HTTP/1.0\\r\\nHost: ${ new URL( url ).host }\\r\\n\\r\\n" ); $got['socket'] = (string) @fread( $socket, 4096 ); }
echo wp_json_encode( $got );`;

for ( const setup of [ 'origin', 'isolated' ] as const ) {
	test( `${ setup }: nothing of the site is within reach of the preview's pages or PHP`, async ( {
		adminPage,
		sites,
	} ) => {
		const page = await adminPage( setup );
		const { url } = await sites.of( setup );
		await page.evaluate( () => {
			document.cookie = 'host-plain=host-cookie; path=/';
			localStorage.setItem( 'host-secret', 'host-storage' );
		} );
		expect(
			(
				await startPreview( page, {
					scope: `probe-${ setup }`,
					blueprint: { login: true, landingPage: '/wp-admin/' },
				} )
			).mode
		).toBe( setup );
		const seen = await probe( previewFrame( page, `probe-${ setup }` ), url );
		expect( seen.cookie ).not.toContain( 'host-cookie' );
		expect( seen.storage ).not.toBe( 'host-storage' );
		expect( seen.dom ).toBe( 'refused: SecurityError' );
		expect( seen.topFetch ).toBe( 'refused: SecurityError' );
		expect( seen.fetch ).not.toMatch( NONCE );
		expect( seen.frame ).toBe( 'refused: SecurityError' );

		const php = ( await callClient( page, 'run', { code: PHP_PROBE( url ) } ) ) as { text: string };
		for ( const [ way, got ] of Object.entries( JSON.parse( php.text ) as Record< string, string > ) ) {
			expect( got, way ).not.toMatch( /[0-9a-f]{10}/ );
		}
	} );
}

test( 'trusted: the same probes do reach the site, and the result never calls it isolated', async ( {
	adminPage,
	sites,
} ) => {
	const page = await adminPage( 'trusted' );
	const { url } = await sites.of( 'trusted' );
	const started = await startPreview( page, { scope: 'probe-trusted', blueprint: { landingPage: '/' } } );
	expect( started.mode ).toBe( 'trusted' );
	const seen = await probe( previewFrame( page, 'probe-trusted' ), url );
	for ( const way of [ 'fetch', 'topFetch', 'frame' ] ) {
		expect( seen[ way ], way ).toMatch( NONCE );
	}
	// Its PHP has no network even so: it would carry the visitor's cookies.
	const php = ( await callClient( page, 'run', { code: PHP_PROBE( url ) } ) ) as { text: string };
	expect( php.text ).not.toMatch( /"[0-9a-f]{10}"/ );
} );

test( 'isolated: every response of the service worker carries the sandbox policy', async ( { adminPage, sites } ) => {
	const page = await adminPage( 'isolated' );
	const { url } = await sites.of( 'isolated' );
	const policies = new Map< string, string >();
	page.on( 'response', ( response ) => {
		if ( response.fromServiceWorker() && response.url().includes( '/site/policy/' ) ) {
			policies.set( new URL( response.url() ).pathname, response.headers()[ 'content-security-policy' ] ?? '' );
		}
	} );
	await startPreview( page, { scope: 'policy', blueprint: { login: true, landingPage: '/' } } );
	for ( const path of [
		'/wp-admin/',
		'/wp-includes/images/w-logo-blue.png',
		'/wp-admin/images/wordpress-logo.svg',
		'/wp-content/themes/wp-codebox-preview/templates/404.html',
		'/missing.html',
		'/wp-json/',
		'/wp-admin/edit.php?post_type=nothing',
	] ) {
		await callClient( page, 'goTo', path );
	}
	expect( policies.size ).toBeGreaterThanOrEqual( 7 );
	for ( const [ path, policy ] of policies ) {
		expect( policy, path ).toContain( 'sandbox allow-scripts allow-forms' );
		expect( policy, path ).not.toContain( 'allow-same-origin' );
	}
	// Opened by itself, a page of the preview is not served at all.
	const remoteUrl = page
		.frames()
		.find( ( frame ) => frame.url().includes( 'remote.html' ) )!
		.url();
	const own = await page.context().newPage();
	const response = await own.goto( new URL( 'site/policy/wp-admin/', remoteUrl ).href );
	expect( response?.status() ).toBe( 403 );
	expect( new URL( remoteUrl ).origin ).toBe( url );
} );

test( 'a page on another origin that opens or frames the remote gets nothing', async ( {
	adminPage,
	sites,
	context,
} ) => {
	const page = await adminPage( 'isolated' );
	const { port } = await sites.of( 'isolated' );
	const { remote_url: remoteUrl } = await bootOf( page, 'victim' );
	const fromOpener = ( call: unknown ): void =>
		( window as unknown as { popup: Window } ).popup.postMessage( call, '*' );

	// The page that may embed it does get an answer to the very same message.
	const allowed = await openRemote( page, remoteUrl );
	expect( await answersTo( page, allowed, askOpenedRemote ) ).toEqual( [ expect.stringContaining( 'attack' ) ] );

	for ( const attacker of [
		`http://127.0.0.1:${ port }`,
		`http://evil.site.localhost:${ port }`,
		`http://evil.localhost:${ port }`,
	] ) {
		const evil = await context.newPage();
		await evil.goto( `${ attacker }/readme.html` );
		const framed = await openRemote( evil, remoteUrl );
		expect( await answersTo( evil, framed, askOpenedRemote ), `${ attacker } frames it` ).toEqual( [] );

		const [ popup ] = await Promise.all( [
			context.waitForEvent( 'page' ),
			evil.evaluate(
				( url ) => void ( ( window as unknown as { popup: Window | null } ).popup = window.open( url ) ),
				remoteUrl
			),
		] );
		await expect( popup.getByText( 'only works inside the page that starts a preview' ) ).toBeVisible();
		expect( await answersTo( evil, popup, fromOpener ), `${ attacker } opens it` ).toEqual( [] );
		await popup.close();
		await evil.close();
	}
} );

for ( const setup of [ 'origin', 'isolated' ] as const ) {
	test( `${ setup }: a hostile preview cannot speak for the remote of another session`, async ( { adminPage } ) => {
		const page = await adminPage( setup );
		await startPreview( page, { scope: 'hostile', frame: 'preview' } );
		await startPreview( page, { scope: 'other', frame: 'second' } );
		// A remote that waits for its page; a preview that runs talks over a port of its own and hears no window.
		const waiting = await openRemote( page, ( await bootOf( page, 'waiting' ) ).remote_url );
		const hostile = previewFrame( page, 'hostile' );
		const got = await answersTo( hostile, waiting, ( call ) => {
			for ( let index = 0; index < window.top!.length; index++ ) {
				window.top![ index ]!.postMessage( call, '*' );
			}
		} );
		expect( got ).toEqual( [] );
		expect( await answersTo( page, waiting, askOpenedRemote ) ).toEqual( [ expect.stringContaining( 'attack' ) ] );

		const reach = await hostile.evaluate( () => {
			const title = ( index: number ): string => {
				try {
					return window.top![ index ]!.document.title;
				} catch ( error ) {
					return ( error as Error ).name;
				}
			};
			// Its own remote may share its origin.
			return Array.from( { length: window.top!.length }, ( _, index ) => index )
				.filter( ( index ) => window.top![ index ] !== window.parent )
				.map( title );
		} );
		expect( reach.length ).toBeGreaterThanOrEqual( 2 );
		expect( new Set( reach ) ).toEqual( new Set( [ 'SecurityError' ] ) );
		// The other session does what its own page says.
		const other = await page.evaluate(
			async () =>
				(
					await ( window as unknown as PageGlobals ).previews!.second!.client.run( {
						code: '<?php echo 6 * 7;',
					} )
				).text
		);
		expect( other ).toBe( '42' );
	} );
}

test( 'fixed origin: a second session is refused while the first one runs', async ( { adminPage } ) => {
	const page = await adminPage( 'fixed' );
	const first = await startPreview( page, { scope: 'one', frame: 'preview' } );
	expect( first.mode ).toBe( 'origin' );
	await expect( startPreview( page, { scope: 'two', frame: 'second' } ) ).rejects.toThrow(
		/Another preview is open/
	);
} );

test( 'the preview host serves no one and nothing but previews', async ( { sites, request } ) => {
	const { port } = await sites.of( 'fixed' );
	const at = ( path: string ) =>
		request.get( `http://127.0.0.1:${ port }${ path }`, {
			headers: { host: `preview.site.localhost:${ port }` },
			maxRedirects: 0,
		} );
	expect( ( await at( '/wp-login.php' ) ).status() ).toBe( 404 );
	expect( ( await at( '/wp-admin/' ) ).status() ).toBe( 404 );
	expect( ( await at( '/' ) ).status() ).toBe( 404 );
	expect( ( await at( '/index.php?rest_route=/wp/v2/users' ) ).status() ).toBe( 404 );
	const config = await at( '/index.php?rest_route=/wp-codebox/v1/browser-preview/remote' );
	expect( config.headers()[ 'x-wp-codebox-preview-remote' ] ).toBe( '1' );
	expect( ( await config.json() ).parent_origins ).toEqual( [ `http://site.localhost:${ port }` ] );
} );

/** Sends a call to the remote that openRemote() put on the page. */
function askOpenedRemote( call: unknown ): void {
	document.querySelector< HTMLIFrameElement >( '#opened-remote' )!.contentWindow!.postMessage( call, '*' );
}
