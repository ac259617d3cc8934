import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import type { ContentCache } from '../cache/content-cache.ts';

const isWordPress = ( directory: string ) => existsSync( join( directory, 'wp-includes', 'version.php' ) );

/**
 * The tree that `WP_CODEBOX_WORDPRESS` names: a WordPress folder as it is, or a zip, unpacked into the cache.
 *
 * @return The folder and a key that changes with its content.
 */
export async function wordPressOverride(
	path: string,
	cache: ContentCache
): Promise< { directory: string; key: string } > {
	const given = resolve( path );
	if ( ! existsSync( given ) ) {
		throw new Error( `WP_CODEBOX_WORDPRESS names ${ given }, which does not exist.` );
	}
	if ( statSync( given ).isDirectory() ) {
		if ( ! isWordPress( given ) ) {
			throw new Error( `WP_CODEBOX_WORDPRESS names ${ given }, which holds no wp-includes/version.php.` );
		}
		const version = readFileSync( join( given, 'wp-includes', 'version.php' ) );
		return { directory: given, key: digest( given, version ) };
	}
	const bytes = readFileSync( given );
	const key = digest( bytes );
	const unpacked = await cache.directory( 'sources', `wordpress-zip-${ key }`, ( directory ) =>
		unzip( bytes, directory )
	);
	const directory = [ unpacked, join( unpacked, 'wordpress' ) ].find( isWordPress );
	if ( ! directory ) {
		throw new Error( `WP_CODEBOX_WORDPRESS names ${ given }, which holds no WordPress.` );
	}
	return { directory, key };
}

async function unzip( bytes: Buffer, directory: string ): Promise< void > {
	const reader = new ZipReader( new BlobReader( new Blob( [ new Uint8Array( bytes ) ] ) ) );
	for ( const entry of await reader.getEntries() ) {
		const target = resolve( directory, entry.filename );
		if ( ! target.startsWith( directory + sep ) ) {
			throw new Error( `The zip holds a path that leaves its folder: ${ entry.filename }` );
		}
		if ( ! entry.directory ) {
			mkdirSync( dirname( target ), { recursive: true } );
			writeFileSync( target, await entry.getData( new Uint8ArrayWriter() ) );
		}
	}
	await reader.close();
}

function digest( ...parts: ( string | Buffer )[] ): string {
	const hash = createHash( 'sha256' );
	parts.forEach( ( part ) => hash.update( part ) );
	return hash.digest( 'hex' ).slice( 0, 20 );
}
