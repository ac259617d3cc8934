import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from './fixtures.ts';

const checkout = resolve( dirname( fileURLToPath( import.meta.url ) ), '../..' );

const TYPES: Record< string, string > = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.wasm': 'application/wasm',
	'.gz': 'application/gzip',
};

/** Serves the built remote at the root of a host, as Playground's client expects it. */
async function serveAtRoot( extra: Record< string, Buffer > ): Promise< Server > {
	const server = createServer( ( request, response ) => {
		const path = new URL( request.url ?? '/', 'http://localhost' ).pathname.slice( 1 );
		const found =
			path in extra
				? Promise.resolve( extra[ path ]! )
				: readFile( join( checkout, 'build/remote', path.replaceAll( '..', '' ) ) );
		found.then(
			( body ) =>
				response.writeHead( 200, { 'content-type': TYPES[ extname( path ) ] ?? 'text/plain' } ).end( body ),
			() => response.writeHead( 404 ).end()
		);
	} );
	await new Promise< void >( ( listening ) => server.listen( 0, '127.0.0.1', listening ) );
	return server;
}

test( "Playground's own client drives the remote unmodified when it lies at a root", async ( {
	adminPage,
	context,
}, info ) => {
	const folder = await mkdtemp( join( tmpdir(), 'wp-codebox-client-' ) );
	await writeFile( join( folder, 'entry.js' ), "export { startPlaygroundWeb } from '@wp-playground/client';" );
	const { outputFiles } = await build( {
		entryPoints: [ join( folder, 'entry.js' ) ],
		nodePaths: [ join( checkout, 'src-browser/remote/node_modules' ) ],
		bundle: true,
		format: 'esm',
		external: [ 'worker_threads', 'fs', 'path', 'crypto' ],
		write: false,
	} );
	await rm( folder, { recursive: true } );

	// The same archive that a site makes.
	const site = await adminPage( 'isolated' );
	const archive = await site.evaluate( async () => {
		const nonce = await fetch( '/wp-admin/admin-ajax.php?action=rest-nonce' ).then( ( response ) =>
			response.text()
		);
		const headers = { 'X-WP-Nonce': nonce };
		const boot = await fetch( '/wp-json/wp-codebox/v1/browser-preview/boot?scope=archive', { headers } ).then(
			( response ) => response.json()
		);
		const blob = await fetch( boot.self_hosted.archive.url, { headers } ).then( ( response ) => response.blob() );
		return new Promise< string >( ( done ) => {
			const reader = new FileReader();
			reader.onload = () => done( String( reader.result ).split( ',', 2 )[ 1 ]! );
			reader.readAsDataURL( blob );
		} );
	} );
	const server = await serveAtRoot( {
		'wordpress.tar.gz': Buffer.from( archive, 'base64' ),
		'index.html': Buffer.from(
			'<!DOCTYPE html><iframe id="playground" style="position:fixed;inset:0;width:100%;height:100%"></iframe>'
		),
		'client.js': Buffer.from( outputFiles[ 0 ]!.contents ),
	} );
	try {
		const page = await context.newPage();
		await page.goto( `http://localhost:${ ( server.address() as AddressInfo ).port }/index.html` );
		const answer = await page.evaluate( async () => {
			// @ts-expect-error Served by the test.
			const { startPlaygroundWeb } = await import( '/client.js' );
			const client = await startPlaygroundWeb( {
				iframe: document.getElementById( 'playground' ),
				remoteUrl: `${ window.location.origin }/remote.html`,
				blueprint: {
					landingPage: '/wp-admin/',
					login: true,
					steps: [
						{
							step: 'writeFile',
							path: '/wordpress/wp-content/mu-plugins/mark.php',
							data: "<?php add_filter( 'admin_footer_text', fn() => 'Marked by a blueprint' );",
						},
						{
							step: 'runPHP',
							code: "<?php require '/wordpress/wp-load.php'; update_option( 'blogname', 'By blueprint' );",
						},
						{ step: 'setSiteOptions', options: { blogdescription: 'Set by a step' } },
					],
				},
			} );
			const { text } = await client.run( {
				code: "<?php require '/wordpress/wp-load.php'; echo get_option( 'blogname' ), '|', get_option( 'blogdescription' );",
			} );
			return { text, url: await client.getCurrentURL() };
		} );
		expect( answer ).toEqual( {
			text: 'By blueprint|Set by a step',
			url: expect.stringContaining( '/wp-admin/' ),
		} );
		await expect(
			page.frameLocator( '#playground' ).frameLocator( 'iframe' ).getByText( 'Marked by a blueprint' )
		).toBeVisible();
		await page.screenshot( { path: info.outputPath( 'playground-client.png' ) } );
	} finally {
		server.closeAllConnections();
		server.close();
	}
} );
