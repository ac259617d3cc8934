import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Runtime, RuntimeBackend } from '../../../src-runtime/backend/runtime-backend.ts';
import { nativeBackend } from '../../../src-runtime/native/native-backend.ts';
import { silentProgress } from '../../../src-runtime/progress/progress.ts';
import { wasmBackend } from '../../../src-runtime/wasm/wasm-backend.ts';

const pluginFolder = fileURLToPath( new URL( '../../../plugin', import.meta.url ) );
const text = ( body: Uint8Array ) => Buffer.from( body ).toString();

/** What every backend has to do alike. */
describe.each( [
	[ 'native', nativeBackend ],
	[ 'wasm', wasmBackend ],
] as [ string, RuntimeBackend ][] )( '%s backend', ( name, backend ) => {
	let runtime: Runtime;
	beforeAll( async () => {
		runtime = await backend.boot( { pluginFolder, progress: silentProgress } );
	}, 180_000 );
	afterAll( () => runtime?.dispose() );

	it( 'says what it is', () => {
		expect( runtime.backend ).toBe( name );
		expect( runtime.phpVersion ).toMatch( /^8\.\d/ );
		expect( runtime.url ).toMatch( /^http:\/\/127\.0\.0\.1:\d+$/ );
	} );

	it( 'runs WP-CLI with the plugin active', async () => {
		const result = await runtime.wpCli( [ 'plugin', 'get', 'wp-codebox', '--field=status' ] );
		expect( result ).toMatchObject( { exitCode: 0, stdout: 'active\n' } );
	}, 60_000 );

	it( 'passes on the exit status of a command that fails', async () => {
		const result = await runtime.wpCli( [ 'post', 'get', '999999' ] );
		expect( result.exitCode ).toBe( 1 );
		expect( result.stderr ).toContain( 'Could not find the post' );
		expect( result.refusedChildProcess ).toBeUndefined();
	}, 60_000 );

	it( 'kills a command whose time is over', async () => {
		const result = await runtime.wpCli( [ '--skip-wordpress', 'eval', 'for ( ; ; );' ], { limitMs: 4000 } );
		expect( result ).toMatchObject( { isKilled: true, exitCode: 3 } );
	}, 60_000 );

	it( 'runs PHP with standard streams, environment and exit status', async () => {
		const code = '<?php fwrite( STDERR, "to stderr" ); echo getenv( "GIVEN" ), PHP_SAPI; exit( 7 );';
		expect( await runtime.runPhp( code, { GIVEN: 'value ' } ) ).toEqual( {
			exitCode: 7,
			stdout: 'value cli',
			stderr: 'to stderr',
		} );
	}, 60_000 );

	it( 'answers requests, pretty permalinks among them', async () => {
		const rest = await runtime.request( { path: '/wp-json/' } );
		expect( rest.status ).toBe( 200 );
		expect( JSON.parse( text( rest.body ) ) ).toMatchObject( { url: runtime.url } );
		expect( ( await runtime.request( { path: '/no/such/page/' } ) ).status ).toBe( 404 );
		const style = await runtime.request( { path: '/wp-includes/css/buttons.css' } );
		expect( style.headers[ 'content-type' ]?.[ 0 ] ).toContain( 'text/css' );
	}, 60_000 );

	it.each( [ '/wp-content/database/.ht.sqlite', '/wp-content/%64atabase/.ht.sqlite', '/.wp-codebox-runtime.json' ] )(
		'gives %s away to nobody',
		async ( path ) => {
			expect( await runtime.request( { path } ) ).toMatchObject( { status: 404 } );
		},
		60_000
	);

	it( 'keeps what a request wrote for the next command', async () => {
		await runtime.wpCli( [ 'option', 'update', 'blogname', 'Changed by the test' ] );
		const rest = await runtime.request( { path: '/wp-json/' } );
		expect( JSON.parse( text( rest.body ) ) ).toMatchObject( { name: 'Changed by the test' } );
	}, 60_000 );

	it( 'leaves nothing behind', async () => {
		const disposable = runtime.directory;
		expect( existsSync( disposable ) ).toBe( true );
		await runtime.dispose();
		expect( existsSync( disposable ) ).toBe( false );
	} );
} );

describe( 'the WASM backend', () => {
	it( 'says when a command needs a child process', async () => {
		const runtime = await wasmBackend.boot( { progress: silentProgress } );
		try {
			expect( await runtime.wpCli( [ 'db', 'export', '-' ] ) ).toMatchObject( { refusedChildProcess: true } );
		} finally {
			await runtime.dispose();
		}
	}, 180_000 );
} );
