import { lstat, readdir } from 'node:fs/promises';

export type EntryKind = 'file' | 'directory' | 'hardlink' | 'other';

/** One entry below a directory. */
export interface TreeEntry {
	/** Relative path; one that is no UTF-8 as `hex:` and its bytes. */
	readonly path: string;
	readonly kind: EntryKind;
	/** Bytes. */
	readonly size: number;
}

/**
 * Every entry below a directory, without following links, ordered by bytes of the path.
 *
 * @param root Directory.
 */
export async function directoryTree( root: string ): Promise< TreeEntry[] > {
	const found: { bytes: Buffer; kind: EntryKind; size: number }[] = [];
	await collect( Buffer.from( root ), Buffer.alloc( 0 ), found );
	return found
		.sort( ( left, right ) => Buffer.compare( left.bytes, right.bytes ) )
		.map( ( { bytes, kind, size } ) => ( { path: shownPath( bytes ), kind, size } ) );
}

async function collect(
	root: Buffer,
	prefix: Buffer,
	found: { bytes: Buffer; kind: EntryKind; size: number }[]
): Promise< void > {
	const slash = Buffer.from( '/' );
	for ( const name of await readdir( Buffer.concat( [ root, slash, prefix ] ), { encoding: 'buffer' } ) ) {
		const bytes = Buffer.concat( [ prefix, name ] );
		const status = await lstat( Buffer.concat( [ root, slash, bytes ] ) );
		let kind: EntryKind = 'other';
		if ( status.isDirectory() ) {
			kind = 'directory';
		} else if ( status.isFile() ) {
			kind = status.nlink > 1 ? 'hardlink' : 'file';
		}
		found.push( { bytes, kind, size: status.size } );
		if ( kind === 'directory' ) {
			await collect( root, Buffer.concat( [ bytes, slash ] ), found );
		}
	}
}

function shownPath( bytes: Buffer ): string {
	try {
		return new TextDecoder( 'utf-8', { fatal: true, ignoreBOM: true } ).decode( bytes );
	} catch {
		return `hex:${ bytes.toString( 'hex' ) }`;
	}
}
