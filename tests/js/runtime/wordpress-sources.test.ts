import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Uint8ArrayWriter, ZipWriter, TextReader } from '@zip.js/zip.js';
import { create } from 'tar';
import { ContentCache } from '../../../src-runtime/cache/content-cache.ts';
import { silentProgress } from '../../../src-runtime/progress/progress.ts';
import type { TarballDownload } from '../../../src-runtime/wordpress/npm-tarball.ts';
import type { PinnedRelease } from '../../../src-runtime/wordpress/pinned-release.ts';
import { wordPressSources, type SourcesOptions } from '../../../src-runtime/wordpress/sources.ts';

let work: string;
let tarball: string;
let release: PinnedRelease;
let downloads: number;

/** A tarball with the layout of the pinned one and something that must not be unpacked. */
beforeAll( async () => {
	work = mkdtempSync( join( tmpdir(), 'wpcb-sources-' ) );
	const files = join( work, 'files' );
	for ( const [ path, text ] of [
		[ 'package/wp/wp-includes/version.php', '<?php // pinned' ],
		[ 'package/cli/wp-cli.phar', 'phar' ],
		[ 'package/sqlite/load.php', '<?php' ],
		[ 'package/secret/other.js', 'not needed' ],
	] as const ) {
		mkdirSync( join( files, path, '..' ), { recursive: true } );
		writeFileSync( join( files, path ), text );
	}
	tarball = join( work, 'release.tgz' );
	await create( { file: tarball, cwd: files, gzip: true }, [ 'package' ] );
	release = {
		package: 'some-release',
		version: '1.0.0',
		integrity: `sha512-${ createHash( 'sha512' ).update( readFileSync( tarball ) ).digest( 'base64' ) }`,
		parts: {
			wordpress: 'package/wp',
			'wp-cli.phar': 'package/cli/wp-cli.phar',
			'sqlite-database-integration': 'package/sqlite',
		},
		contents: 'three small files',
	};
} );
afterAll( () => rmSync( work, { recursive: true, force: true } ) );

let cacheFolder: string;
beforeEach( () => {
	cacheFolder = mkdtempSync( join( work, 'cache-' ) );
	downloads = 0;
} );

/** Delivers the tarball, after `damage` did its work on the copy. */
const delivering =
	( damage: ( file: string, attempt: number ) => void = () => undefined ): TarballDownload =>
	async ( _spec, directory ) => {
		const file = join( directory, 'release.tgz' );
		copyFileSync( tarball, file );
		damage( file, ++downloads );
		return file;
	};

const sources = ( options: SourcesOptions ) =>
	wordPressSources( {
		cache: new ContentCache( cacheFolder ),
		release,
		progress: silentProgress,
		environment: {},
		...options,
	} );

describe( 'wordPressSources', () => {
	it( 'unpacks the needed parts alone, once', async () => {
		const first = await sources( { download: delivering() } );
		expect( readFileSync( join( first.wordpress, 'wp-includes', 'version.php' ), 'utf8' ) ).toBe(
			'<?php // pinned'
		);
		expect( readFileSync( first.wpCli, 'utf8' ) ).toBe( 'phar' );
		expect( readFileSync( join( first.sqlite, 'load.php' ), 'utf8' ) ).toBe( '<?php' );
		const bytes = new ContentCache( cacheFolder ).entries()[ 0 ]!.path;
		expect( () => readFileSync( join( bytes, 'package/secret/other.js' ) ) ).toThrow();
		expect( await sources( { download: delivering() } ) ).toEqual( first );
		expect( downloads ).toBe( 1 );
	} );

	it( 'fetches a download again that was cut short', async () => {
		const cut = delivering( ( file, attempt ) => attempt === 1 && truncateSync( file, 100 ) );
		const { wordpress } = await sources( { download: cut } );
		expect( downloads ).toBe( 2 );
		expect( readFileSync( join( wordpress, 'wp-includes', 'version.php' ), 'utf8' ) ).toContain( 'pinned' );
	} );

	it( 'refuses a file that is not the pinned one, and keeps nothing of it', async () => {
		const other = delivering( ( file ) => writeFileSync( file, 'something else' ) );
		await expect( sources( { download: other } ) ).rejects.toThrow( /some-release@1\.0\.0 is not the pinned file/ );
		expect( new ContentCache( cacheFolder ).entries() ).toEqual( [] );
	} );

	it( 'fetches again when the cache was damaged', async () => {
		const { wordpress } = await sources( { download: delivering() } );
		truncateSync( join( wordpress, 'wp-includes', 'version.php' ), 2 );
		await sources( { download: delivering() } );
		expect( downloads ).toBe( 2 );
		expect( readFileSync( join( wordpress, 'wp-includes', 'version.php' ), 'utf8' ) ).toContain( 'pinned' );
	} );

	it( 'passes on what a failed download said', async () => {
		const offline: TarballDownload = async () => {
			throw new Error( 'npm could not download some-release@1.0.0.\nENOTFOUND' );
		};
		await expect( sources( { download: offline } ) ).rejects.toThrow( 'ENOTFOUND' );
	} );
} );

describe( 'WP_CODEBOX_WORDPRESS', () => {
	const withWordPress = ( path: string ) =>
		sources( { download: delivering(), environment: { WP_CODEBOX_WORDPRESS: path } } );

	it( 'takes a folder as it is', async () => {
		const own = mkdtempSync( join( work, 'own-' ) );
		mkdirSync( join( own, 'wp-includes' ) );
		writeFileSync( join( own, 'wp-includes', 'version.php' ), 'own' );
		const found = await withWordPress( own );
		expect( found.wordpress ).toBe( own );
		expect( found.key ).not.toBe( ( await sources( { download: delivering() } ) ).key );
	} );

	it( 'unpacks a zip as the download page has it', async () => {
		const zip = new ZipWriter( new Uint8ArrayWriter() );
		await zip.add( 'wordpress/wp-includes/version.php', new TextReader( 'zipped' ) );
		const file = join( work, 'own.zip' );
		writeFileSync( file, await zip.close() );
		const { wordpress } = await withWordPress( file );
		expect( readFileSync( join( wordpress, 'wp-includes', 'version.php' ), 'utf8' ) ).toBe( 'zipped' );
	} );

	it.each( [
		[ 'that is not there', () => join( work, 'nowhere' ), /does not exist/ ],
		[ 'that holds no WordPress', () => work, /no wp-includes\/version\.php/ ],
	] )( 'refuses a path %s', async ( _what, path, message ) => {
		await expect( withWordPress( path() ) ).rejects.toThrow( message );
	} );
} );
