import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheRoot } from './cache-root.ts';
import { treeIsIntact, writeTreeManifest } from './tree-manifest.ts';

/** What is cached: fetched source trees, and installed sites made from them. */
export type CacheKind = 'sources' | 'snapshots';

/** One finished entry; `bytes` counts its files, `lastUsed` is when it was last asked for. */
export interface CacheEntry {
	readonly kind: CacheKind;
	readonly key: string;
	readonly path: string;
	readonly bytes: number;
	readonly lastUsed: Date;
}

const KINDS: readonly CacheKind[] = [ 'sources', 'snapshots' ];
/** Written last into an entry; its time of change is when the entry was last used. */
const USED = '.wp-codebox-used';
const BUILDING = /^\.building-(\d+)-/;

/**
 * Directories by kind and content key. An entry appears complete or not at all: it is built beside its place
 * and renamed into it. Damage is noticed when an entry is asked for, and the entry is built again.
 */
export class ContentCache {
	public readonly root: string;

	public constructor( root: string = cacheRoot() ) {
		this.root = root;
	}

	/**
	 * The directory of `key`, built by `build` when it is absent or damaged. Treat it as read-only.
	 *
	 * @param kind  Section of the cache.
	 * @param key   File-name-safe digest of everything that the content depends on.
	 * @param build Fills the empty directory it is given; when it throws, nothing stays behind.
	 */
	public async directory(
		kind: CacheKind,
		key: string,
		build: ( directory: string ) => Promise< void >
	): Promise< string > {
		const section = join( this.root, kind );
		const place = join( section, key );
		mkdirSync( section, { recursive: true } );
		this.removeAbandoned( section );
		if ( existsSync( place ) ) {
			if ( this.isIntact( place ) ) {
				const now = new Date();
				utimesSync( join( place, USED ), now, now );
				return place;
			}
			process.stderr.write( `The cached ${ place } is damaged and is made again.\n` );
			this.remove( place );
		}
		const building = mkdtempSync( join( section, `.building-${ process.pid }-` ) );
		try {
			await build( building );
			writeFileSync( join( building, USED ), '' );
			writeTreeManifest( building );
			renameInto( building, place );
		} finally {
			rmSync( building, { recursive: true, force: true } );
		}
		return place;
	}

	/** Every finished entry, least recently used first. */
	public entries(): CacheEntry[] {
		return KINDS.flatMap( ( kind ) => {
			const section = join( this.root, kind );
			return ! existsSync( section )
				? []
				: readdirSync( section )
						.filter( ( key ) => ! key.startsWith( '.' ) )
						.map( ( key ) => this.describe( kind, key, join( section, key ) ) );
		} ).sort( ( a, b ) => a.lastUsed.getTime() - b.lastUsed.getTime() );
	}

	/** Takes an entry away; a reader that looks at the same moment sees it whole or not at all. */
	public remove( place: string ): void {
		// Renaming onto an empty folder replaces it.
		const doomed = mkdtempSync( join( place, '..', `.building-${ process.pid }-` ) );
		renameSync( place, doomed );
		rmSync( doomed, { recursive: true, force: true } );
	}

	private isIntact( place: string ): boolean {
		return existsSync( join( place, USED ) ) && treeIsIntact( place );
	}

	private describe( kind: CacheKind, key: string, path: string ): CacheEntry {
		const files = readdirSync( path, { recursive: true, withFileTypes: true } ).filter( ( entry ) =>
			entry.isFile()
		);
		const bytes = files.reduce( ( sum, file ) => sum + statSync( join( file.parentPath, file.name ) ).size, 0 );
		const used = join( path, USED );
		return { kind, key, path, bytes, lastUsed: statSync( existsSync( used ) ? used : path ).mtime };
	}

	/** Clears what processes that have died were building. */
	private removeAbandoned( section: string ): void {
		for ( const name of readdirSync( section ) ) {
			const pid = BUILDING.exec( name )?.[ 1 ];
			if ( pid && ! processIsAlive( Number( pid ) ) ) {
				rmSync( join( section, name ), { recursive: true, force: true } );
			}
		}
	}
}

function renameInto( building: string, place: string ): void {
	try {
		renameSync( building, place );
	} catch ( error ) {
		// Another process was faster; its entry is as good as ours.
		if ( ! existsSync( place ) ) {
			throw error;
		}
	}
}

function processIsAlive( pid: number ): boolean {
	try {
		process.kill( pid, 0 );
		return true;
	} catch ( error ) {
		return ( error as NodeJS.ErrnoException ).code === 'EPERM';
	}
}
