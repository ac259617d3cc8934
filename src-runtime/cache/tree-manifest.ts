import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One file of a cached tree: path relative to the tree, size in bytes, time of change in ms, SHA-256. */
type ManifestFile = readonly [ path: string, size: number, mtimeMs: number, sha256: string ];

const MANIFEST = '.wp-codebox-manifest.json';

const sha256 = ( file: string ) => createHash( 'sha256' ).update( readFileSync( file ) ).digest( 'hex' );

function filesBelow( directory: string ): string[] {
	return readdirSync( directory, { recursive: true, withFileTypes: true } )
		.filter( ( entry ) => ! entry.isDirectory() )
		.map( ( entry ) => relative( directory, join( entry.parentPath, entry.name ) ).split( sep ).join( '/' ) )
		.filter( ( path ) => path !== MANIFEST )
		.sort();
}

/** Records what `directory` holds, so that damage is seen later. */
export function writeTreeManifest( directory: string ): void {
	const files = filesBelow( directory ).map( ( path ): ManifestFile => {
		const file = join( directory, path );
		const { size, mtimeMs } = statSync( file );
		return [ path, size, mtimeMs, sha256( file ) ];
	} );
	writeFileSync( join( directory, MANIFEST ), JSON.stringify( files ) );
}

/**
 * Whether `directory` still holds what was recorded. As Git's index does, a file with the recorded size and
 * time counts as unchanged; any other is hashed.
 */
export function treeIsIntact( directory: string ): boolean {
	try {
		const files = JSON.parse( readFileSync( join( directory, MANIFEST ), 'utf8' ) ) as ManifestFile[];
		if ( filesBelow( directory ).length !== files.length ) {
			return false;
		}
		return files.every( ( [ path, size, mtimeMs, digest ] ) => {
			const file = join( directory, path );
			const now = statSync( file );
			return now.size === size && ( now.mtimeMs === mtimeMs || sha256( file ) === digest );
		} );
	} catch {
		// Unreadable, truncated or gone: all of them mean that the tree cannot be trusted.
		return false;
	}
}
