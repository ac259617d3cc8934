import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheRoot } from '../../../src-runtime/cache/cache-root.ts';
import { pruneCache } from '../../../src-runtime/cache/cache-prune.ts';
import { ContentCache } from '../../../src-runtime/cache/content-cache.ts';

let root: string;
let cache: ContentCache;
let builds: number;

const build = async ( directory: string ) => {
	builds++;
	mkdirSync( join( directory, 'inner' ) );
	writeFileSync( join( directory, 'inner', 'file.txt' ), 'content' );
};

beforeEach( () => {
	root = mkdtempSync( join( tmpdir(), 'wpcb-cache-' ) );
	cache = new ContentCache( root );
	builds = 0;
} );
afterEach( () => rmSync( root, { recursive: true, force: true } ) );

describe( 'ContentCache', () => {
	it( 'builds an entry once', async () => {
		const first = await cache.directory( 'sources', 'key', build );
		const second = await cache.directory( 'sources', 'key', build );
		expect( second ).toBe( first );
		expect( builds ).toBe( 1 );
		expect( readFileSync( join( first, 'inner', 'file.txt' ), 'utf8' ) ).toBe( 'content' );
	} );

	it.each( [
		[ 'truncated', ( file: string ) => truncateSync( file, 3 ) ],
		[ 'changed without changing its size', ( file: string ) => writeFileSync( file, 'CONTENT' ) ],
		[ 'missing', ( file: string ) => rmSync( file ) ],
		[ 'joined by a stray one', ( file: string ) => writeFileSync( `${ file }.stray`, '' ) ],
	] )( 'builds it again when a file is %s', async ( _what, damage ) => {
		const entry = await cache.directory( 'sources', 'key', build );
		damage( join( entry, 'inner', 'file.txt' ) );
		await cache.directory( 'sources', 'key', build );
		expect( builds ).toBe( 2 );
		expect( readFileSync( join( entry, 'inner', 'file.txt' ), 'utf8' ) ).toBe( 'content' );
		expect( existsSync( join( entry, 'inner', 'file.txt.stray' ) ) ).toBe( false );
	} );

	it( 'keeps an entry whose files only got another time', async () => {
		const entry = await cache.directory( 'sources', 'key', build );
		utimesSync( join( entry, 'inner', 'file.txt' ), new Date( 0 ), new Date( 0 ) );
		await cache.directory( 'sources', 'key', build );
		expect( builds ).toBe( 1 );
	} );

	it( 'leaves nothing behind when the build fails', async () => {
		const failing = async ( directory: string ) => {
			writeFileSync( join( directory, 'half' ), '' );
			throw new Error( 'cut' );
		};
		await expect( cache.directory( 'sources', 'key', failing ) ).rejects.toThrow( 'cut' );
		expect( cache.entries() ).toEqual( [] );
		expect( existsSync( join( root, 'sources', 'key' ) ) ).toBe( false );
	} );

	it( 'clears what a killed process was building', async () => {
		// A process id beyond any system's maximum belongs to nobody.
		const abandoned = join( root, 'sources', '.building-99999999-x-key' );
		mkdirSync( abandoned, { recursive: true } );
		await cache.directory( 'sources', 'key', build );
		expect( existsSync( abandoned ) ).toBe( false );
	} );

	it( 'gives all of several builders of the same entry a whole one', async () => {
		const places = await Promise.all(
			[ 1, 2, 3 ].map( () => new ContentCache( root ).directory( 'sources', 'key', build ) )
		);
		expect( new Set( places ).size ).toBe( 1 );
		expect( readFileSync( join( places[ 0 ]!, 'inner', 'file.txt' ), 'utf8' ) ).toBe( 'content' );
	} );
} );

describe( 'pruneCache', () => {
	const hour = 3_600_000;

	it( 'drops the least recently used entries beyond the size, and entries beyond the age', async () => {
		for ( const [ key, age ] of [
			[ 'old', 3 * hour ],
			[ 'middle', 2 * hour ],
			[ 'new', hour ],
		] as const ) {
			const entry = await cache.directory( 'snapshots', key, build );
			const used = new Date( Date.now() - age );
			utimesSync( join( entry, '.wp-codebox-used' ), used, used );
		}
		const [ middle, recent ] = [ 'middle', 'new' ].map(
			( key ) => cache.entries().find( ( entry ) => entry.key === key )!.bytes
		) as [ number, number ];
		const keys = ( entries: { key: string }[] ) => entries.map( ( entry ) => entry.key );
		expect( keys( pruneCache( cache, {} ) ) ).toEqual( [] );
		expect( keys( pruneCache( cache, { kind: 'sources', maxBytes: 0 } ) ) ).toEqual( [] );
		expect( keys( pruneCache( cache, { maxBytes: middle + recent } ) ) ).toEqual( [ 'old' ] );
		expect( keys( pruneCache( cache, { maxAgeMs: 1.5 * hour } ) ) ).toEqual( [ 'middle' ] );
		expect( keys( cache.entries() ) ).toEqual( [ 'new' ] );
	} );

	it( 'keeps an entry that may be in use', async () => {
		await cache.directory( 'snapshots', 'fresh', build );
		expect( pruneCache( cache, { maxBytes: 0 } ) ).toEqual( [] );
	} );
} );

describe( 'cacheRoot', () => {
	it.each( [
		[ { WP_CODEBOX_CACHE: '/somewhere' }, '/somewhere' ],
		[ { XDG_CACHE_HOME: '/xdg' }, '/xdg/wp-codebox' ],
	] )( 'follows %j', ( environment, expected ) => {
		expect( cacheRoot( environment ) ).toBe( expected );
	} );

	it( 'ignores a relative XDG folder, as XDG asks', () => {
		expect( cacheRoot( { XDG_CACHE_HOME: 'relative' } ) ).not.toContain( 'relative' );
	} );
} );
