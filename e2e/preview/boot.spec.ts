import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callClient, previewOf, startPreview } from './host-page.ts';
import { expect, test } from './fixtures.ts';

for ( const setup of [ 'origin', 'isolated', 'trusted' ] as const ) {
	test( `${ setup }: boots from the site's core to the front page and wp-admin`, async ( { adminPage }, info ) => {
		const page = await adminPage( setup );
		const started = await startPreview( page, { blueprint: { login: true, landingPage: '/' } } );
		expect( started.mode ).toBe( setup );
		expect( started.steps ).toEqual(
			expect.arrayContaining( [ 'download', 'connect', 'runtime', 'unpack', 'open', 'ready' ] )
		);
		expect( started.downloaded ).toBeGreaterThan( 5_000_000 );

		const preview = previewOf( page );
		await expect( preview.getByRole( 'link', { name: 'Hello world!' } ).first() ).toBeVisible();
		await page.screenshot( { path: info.outputPath( 'front-page.png' ) } );

		await callClient( page, 'goTo', '/wp-admin/' );
		await expect( preview.locator( '#wpadminbar' ) ).toBeVisible();
		await expect( preview.getByRole( 'heading', { name: 'Dashboard' } ) ).toBeVisible();
		await page.screenshot( { path: info.outputPath( 'wp-admin.png' ) } );
		expect( await callClient( page, 'getCurrentURL' ) ).toBe( '/wp-admin/' );

		const php = await callClient( page, 'run', {
			code: "<?php require '/wordpress/wp-load.php'; echo get_bloginfo( 'version' ) . ' ' . PHP_VERSION . ' ' . get_class( $GLOBALS['wpdb'] );",
		} );
		expect( php ).toMatchObject( {
			text: expect.stringMatching( /^\d+\.\d+(\.\d+)? 8\.3\.\d+ WP_SQLite_DB$/ ),
			exitCode: 0,
		} );
		const rest = ( await callClient( page, 'request', { url: '/wp-json/wp/v2/posts' } ) ) as {
			text: string;
			httpStatusCode: number;
		};
		expect( rest.httpStatusCode ).toBe( 200 );
		expect( JSON.parse( rest.text )[ 0 ].title.rendered ).toBe( 'Hello world!' );
	} );
}

test( 'a core with another database version than the build runs its own installer in the preview', async ( {
	adminPage,
	sites,
}, info ) => {
	const page = await adminPage( 'isolated' );
	const facts = join( sites.folder, 'wp-content/plugins/wp-codebox/build/preview-site/snapshot.json' );
	const built = await readFile( facts, 'utf8' );
	await writeFile( facts, '{"db_version":1}' );
	try {
		const started = await startPreview( page, {
			scope: 'installer',
			blueprint: { login: true, landingPage: '/wp-admin/' },
		} );
		expect( started.steps ).toContain( 'install' );
		await expect( previewOf( page ).getByRole( 'heading', { name: 'Dashboard' } ) ).toBeVisible();
		await page.screenshot( { path: info.outputPath( 'installed.png' ) } );
		await callClient( page, 'goTo', '/' );
		await expect( previewOf( page ).getByRole( 'link', { name: 'Hello world!' } ).first() ).toBeVisible();
	} finally {
		await writeFile( facts, built );
	}
} );
