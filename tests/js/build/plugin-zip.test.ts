import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BlobReader, ZipReader } from '@zip.js/zip.js';
import { nativeBackend } from '../../../src-runtime/native/native-backend.ts';
import { silentProgress } from '../../../src-runtime/progress/progress.ts';

const root = fileURLToPath( new URL( '../../..', import.meta.url ) );
let work: string;
let zip: string;

function build( name: string ): string {
	const file = join( work, name );
	const result = spawnSync( process.execPath, [ '--import', 'tsx', 'scripts/plugin-zip.ts', file ], { cwd: root } );
	expect( result.stderr.toString() ).toBe( '' );
	return file;
}

beforeAll( () => {
	if ( ! existsSync( join( root, 'build/remote/manifest.json' ) ) ) {
		const bundles = spawnSync( process.execPath, [ '--import', 'tsx', 'scripts/build.ts', 'bundles' ], {
			cwd: root,
		} );
		expect( bundles ).toMatchObject( { status: 0 } );
	}
	work = mkdtempSync( join( tmpdir(), 'wpcb-zip-' ) );
	zip = build( 'wp-codebox.zip' );
}, 600_000 );
afterAll( () => rmSync( work, { recursive: true, force: true } ) );

describe( 'the plugin zip', () => {
	it( 'is under 10 MB, with no archive inside, no development file, and everything below one folder', async () => {
		expect( statSync( zip ).size ).toBeLessThan( 10 * 1024 * 1024 );
		const entries = await new ZipReader( new BlobReader( new Blob( [ readFileSync( zip ) ] ) ) ).getEntries();
		expect( entries.length ).toBeGreaterThan( 20 );
		const names = entries.map( ( entry ) => entry.filename );
		expect( names.filter( ( name ) => ! name.startsWith( 'wp-codebox/' ) ) ).toEqual( [] );
		expect( names.filter( ( name ) => /\.(?:zip|gz|tgz|br|zst|tar|rar|7z|phar|map|ts)$/.test( name ) ) ).toEqual(
			[]
		);
		expect( names.filter( ( name ) => /(?:^|\/)\./.test( name ) ) ).toEqual( [] );
		expect( names ).toEqual(
			expect.arrayContaining( [
				'wp-codebox/wp-codebox.php',
				'wp-codebox/uninstall.php',
				'wp-codebox/php/Plugin.php',
				'wp-codebox/php/Contracts/generated/errors.php',
				'wp-codebox/build/remote/manifest.json',
				'wp-codebox/build/remote/remote.html',
				'wp-codebox/build/preview-site/snapshot.sqlite',
			] )
		);
	} );

	it( 'has the same bytes whenever it is made', () => {
		expect( readFileSync( build( 'again.zip' ) ).equals( readFileSync( zip ) ) ).toBe( true );
	}, 60_000 );

	it( 'installs and activates on a WordPress without this checkout', async () => {
		const site = await nativeBackend.boot( { progress: silentProgress } );
		try {
			const installed = await site.wpCli( [ 'plugin', 'install', zip, '--activate' ] );
			expect( installed ).toMatchObject( { exitCode: 0 } );
			const status = await site.wpCli( [ 'plugin', 'get', 'wp-codebox', '--field=status' ] );
			expect( status ).toMatchObject( { exitCode: 0, stdout: 'active\n' } );
			const descriptor = await site.wpCli( [ 'codebox', 'runtime', 'descriptor', '--format=json' ] );
			expect( JSON.parse( descriptor.stdout ) ).toHaveProperty( 'schema' );
			expect( ( await site.request( { path: '/' } ) ).status ).toBe( 200 );
		} finally {
			await site.dispose();
		}
	}, 120_000 );
} );
