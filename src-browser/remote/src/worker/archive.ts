import { PHP, __private__dont__use as internals } from '@php-wasm/universal';
import { StreamingTarParser, type TarEntry } from '@wp-playground/wordpress';

/** Any time well in the past: opcache skips files that changed within the last seconds. */
const OLD = new Date( '2020-01-01T00:00:00Z' ).getTime();

/** The part of Emscripten's file system that unpacking needs. */
interface FileSystem {
	mkdirTree: ( path: string ) => void;
	writeFile: ( path: string, data: Uint8Array ) => void;
	utime?: ( path: string, accessed: number, modified: number ) => void;
}

/**
 * Unpacks a tar.gz into PHP's file system while it is being decompressed.
 *
 * @param php     The runtime.
 * @param archive The archive.
 * @param target  Folder to unpack to.
 * @return How many files.
 */
export async function unpackArchive( php: PHP, archive: Blob, target: string ): Promise< number > {
	// Private upstream; without it files are written through the public methods and touched afterwards.
	const fs = ( php as unknown as Record< symbol, { FS?: FileSystem } | undefined > )[ internals ]?.FS;
	const folders = new Set< string >();
	const write = ( { path, data }: Extract< TarEntry, { type: 'file' } > ): void => {
		const file = `${ target }/${ path }`;
		const folder = file.slice( 0, file.lastIndexOf( '/' ) );
		if ( ! folders.has( folder ) ) {
			php.mkdirTree( folder );
			folders.add( folder );
		}
		if ( fs ) {
			fs.writeFile( file, data );
			fs.utime?.( file, OLD, OLD );
		} else {
			php.writeFile( file, data );
		}
	};
	const parser = new StreamingTarParser( {
		onEntry: ( entry ) =>
			entry.type === 'file' ? write( entry ) : php.mkdirTree( `${ target }/${ entry.path }` ),
	} );
	const reader = archive.stream().pipeThrough( new DecompressionStream( 'gzip' ) ).getReader();
	for ( let chunk = await reader.read(); ! chunk.done; chunk = await reader.read() ) {
		parser.push( chunk.value );
	}
	const { fileCount } = parser.end();
	if ( ! fs?.utime ) {
		await touchAll( php, target );
	}
	return fileCount;
}

/** Is it gzip? Otherwise a caller sent a zip. */
export async function isGzip( archive: Blob ): Promise< boolean > {
	const [ first, second ] = new Uint8Array( await archive.slice( 0, 2 ).arrayBuffer() );
	return first === 0x1f && second === 0x8b;
}

async function touchAll( php: PHP, target: string ): Promise< void > {
	await php.run( {
		code: `<?php foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( getenv( 'TARGET' ), FilesystemIterator::SKIP_DOTS ) ) as $file ) { touch( $file, ${
			OLD / 1000
		} ); }`,
		env: { TARGET: target },
	} );
}
