import { lstat, mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
		throw new BundleRefusedError( 'hardlink', archive );
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
	const sink = new WritableStream< Uint8Array >( {
		write: ( bytes ) => output.writeFile( bytes ),
	} );
	try {
		// It ends with an error as soon as there is more than was announced.
		await entry.getData( sink, { strictness: 'strict', checkCrc32: true, useWebWorkers: false } );
	} catch ( error ) {
		const { outputSize } = error as { outputSize?: number };
		throw outputSize !== undefined && outputSize > entry.uncompressedSize
			? new BundleRefusedError( 'zip-bomb', JSON.stringify( name ) )
			: asInvalidArchive( error );
	}
}
