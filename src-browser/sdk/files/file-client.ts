import type { PreviewClient } from '../preview/types.ts';
import { SdkError } from '../sdk-error.ts';

/** What the file helpers need of a preview; our client and `@wp-playground/client` both have it. */
export interface FileClient extends PreviewClient {
	mkdir: ( path: string ) => Promise< void >;
	isDir: ( path: string ) => Promise< boolean >;
	unlink: ( path: string ) => Promise< void >;
}

/** Where relative paths start. */
export const SITE_ROOT = '/wordpress';

/**
 * An absolute path in the preview; relative ones start at the site's root.
 *
 * @param  path Path as the caller wrote it.
 * @throws {SdkError} for what is no path.
 */
export function absolutePath( path: string ): string {
	if ( typeof path !== 'string' || path === '' || path.includes( '\0' ) ) {
		throw new SdkError( 'browser_file_path_invalid', 'path has to be a non-empty string without NUL.', {
			phase: 'browser_files',
		} );
	}
	const parts: string[] = [];
	for ( const part of `${ path.startsWith( '/' ) ? '' : `${ SITE_ROOT }/` }${ path }`.split( '/' ) ) {
		if ( part === '..' ) {
			parts.pop();
		} else if ( part !== '' && part !== '.' ) {
			parts.push( part );
		}
	}
	return `/${ parts.join( '/' ) }`;
}

/**
 * Entries below a directory, in the order of their names; what is over the limit is cut off and said.
 *
 * @param client     The preview.
 * @param path       Absolute path.
 * @param recursive  Directories too.
 * @param maxEntries Most entries.
 */
export async function listTree(
	client: FileClient,
	path: string,
	recursive: boolean,
	maxEntries: number
): Promise< { entries: { path: string; type: 'file' | 'directory' }[]; truncated: boolean } > {
	const entries: { path: string; type: 'file' | 'directory' }[] = [];
	const queue = [ path ];
	for ( let directory = queue.shift(); directory !== undefined; directory = queue.shift() ) {
		const names = ( await client.listFiles( directory ) )
			.filter( ( name ) => name !== '.' && name !== '..' )
			.sort();
		for ( const name of names ) {
			if ( entries.length === maxEntries ) {
				return { entries, truncated: true };
			}
			const child = `${ directory === '/' ? '' : directory }/${ name }`;
			const isDirectory = await client.isDir( child );
			entries.push( { path: child, type: isDirectory ? 'directory' : 'file' } );
			if ( isDirectory && recursive ) {
				queue.push( child );
			}
		}
	}
	return { entries, truncated: false };
}
