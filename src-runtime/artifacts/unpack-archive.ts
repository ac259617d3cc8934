import { lstat, mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { crc32, createInflateRaw } from 'node:zlib';
import { archiveMembers, asInvalidArchive, type ArchiveMember } from './archive-members.ts';
import { BundleRefusedError } from './bundle-refused-error.ts';

/**
 * Unpacks a zip that a stranger made. Memory does not grow with what is inside, and nothing is written that the list
 * of members did not announce. The refusals are those of php/Artifacts/Zip_Reader.php.
 *
 * @param  archive   A zip.
 * @param  directory An empty directory, made when it is not there.
 * @throws {BundleRefusedError} see `archiveMembers()`.
 */
export async function unpackArchive( archive: string, directory: string ): Promise< void > {
	const { nlink } = await lstat( archive );
	if ( nlink > 1 ) {
		throw new BundleRefusedError( 'hardlink', archive, 'wp_codebox_artifact_import_link_refused' );
	}
	const file = await open( archive, 'r' );
	try {
		for ( const member of await archiveMembers( file, ( await file.stat() ).size ) ) {
			const target = join( directory, member.name );
			await mkdir( dirname( target ), { recursive: true, mode: 0o700 } );
			const output = await open( target, 'wx', 0o600 );
			try {
				await unpackMember( member, output );
				await output.sync();
			} finally {
				await output.close();
			}
		}
	} finally {
		await file.close();
	}
}

async function unpackMember( { name, entry }: ArchiveMember, output: FileHandle ): Promise< void > {
	const packed = new TransformStream< Uint8Array, Uint8Array >();
	let size = 0;
	let sum = 0;
	const write = async ( source: AsyncIterable< Uint8Array > ): Promise< void > => {
		for await ( const bytes of source ) {
			size += bytes.byteLength;
			if ( size > entry.uncompressedSize ) {
				throw new Error( 'it is larger than was announced' );
			}
			sum = crc32( bytes, sum );
			await output.writeFile( bytes );
		}
	};
	const source = Readable.fromWeb( packed.readable as ReadableStream< Uint8Array > );
	const outcomes = await Promise.allSettled( [
		entry
			.getData( packed.writable, { passThrough: true, strictness: 'strict', useWebWorkers: false } )
			.catch( ( error: unknown ) => {
				source.destroy();
				throw error;
			} ),
		entry.compressionMethod === 0 ? pipeline( source, write ) : pipeline( source, createInflateRaw(), write ),
	] );
	if ( size > entry.uncompressedSize ) {
		throw new BundleRefusedError( 'zip-bomb', JSON.stringify( name ) );
	}
	const failure = outcomes.find( ( outcome ) => outcome.status === 'rejected' );
	if ( failure ) {
		throw asInvalidArchive( failure.reason );
	}
	if ( size !== entry.uncompressedSize || sum !== entry.crc32 ) {
		throw new BundleRefusedError( 'zip-invalid', `${ JSON.stringify( name ) } is not what was announced` );
	}
}
