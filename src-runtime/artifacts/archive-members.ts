import type { FileHandle } from 'node:fs/promises';
import { Reader, WARNING_DUPLICATE_FILENAME, ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js';
import { ARTIFACT_LIMITS } from '../../src-shared/artifacts/limits.ts';
import { pathCollisions, pathProblem } from '../../src-shared/artifacts/path-policy.ts';
import { BundleRefusedError } from './bundle-refused-error.ts';

/** A member that is a file and may be unpacked. */
export interface ArchiveMember {
	readonly name: string;
	readonly entry: FileEntry;
}

/** Upper byte of "version made by" where the attributes hold a Unix mode. */
const UNIX = 3;

/** The file type of a mode, in units of 0o10000: none, a regular file, a directory. */
const ALLOWED_TYPES = [ 0, 0o10, 0o4 ];

/**
 * The members of a zip that a stranger made; refused before a byte is unpacked are unsafe names, links, twins,
 * encrypted or overlapping members, and more than is allowed. The refusals are those of php/Artifacts/Zip_Directory.php.
 *
 * @param  file The archive, open for reading.
 * @param  size Its bytes.
 * @throws {BundleRefusedError} with `zip-invalid`, `zip-bomb`, `unsafe-file`, `too-many-files`, `files-missing` or the problem of a path.
 */
export async function archiveMembers( file: FileHandle, size: number ): Promise< ArchiveMember[] > {
	const members: ArchiveMember[] = [];
	for ( const entry of await entriesOf( new ZipReader( new ArchiveFile( file, size ), { useWebWorkers: false } ) ) ) {
		checkKind( entry );
		const name = nameOf( entry );
		const problem = name === undefined ? 'path-not-utf8' : pathProblem( name.replace( /\/$/, '' ) );
		if ( problem || name === undefined ) {
			throw new BundleRefusedError( problem ?? 'path-not-utf8', JSON.stringify( entry.filename ) );
		}
		if ( ! name.endsWith( '/' ) ) {
			members.push( { name, entry: entry as FileEntry } );
		}
	}
	const [ collision ] = pathCollisions( members.map( ( { name } ) => name ) );
	if ( collision ) {
		throw new BundleRefusedError( collision.problem, JSON.stringify( collision.path ) );
	}
	checkSizes( members );
	return members;
}

/**
 * What the zip library threw, as what is wrong with the archive; a disk that fails is not the archive's fault.
 *
 * @param error Anything.
 */
export function asInvalidArchive( error: unknown ): unknown {
	if ( error instanceof BundleRefusedError || ( error as NodeJS.ErrnoException ).syscall !== undefined ) {
		return error;
	}
	return new BundleRefusedError( 'zip-invalid', error instanceof Error ? error.message : String( error ) );
}

async function entriesOf( archive: ZipReader< FileHandle > ): Promise< Entry[] > {
	const entries: Entry[] = [];
	try {
		// Names are judged by our own policy, which has a code for each problem.
		const options = { strictness: 'tolerant', filenameValidation: 'tolerant', maxAppendedDataSize: 0 } as const;
		for await ( const entry of archive.getEntriesGenerator( options ) ) {
			entries.push( entry );
			// Directories may be members too; a bundle of the most files has fewer directories than files.
			if ( entries.length > 2 * ARTIFACT_LIMITS.files ) {
				throw new BundleRefusedError( 'too-many-files', `more than ${ 2 * ARTIFACT_LIMITS.files } members` );
			}
		}
	} catch ( error ) {
		throw asInvalidArchive( error );
	}
	const [ doubt ] = ( archive.warnings ?? [] ).filter( ( { reason } ) => reason !== WARNING_DUPLICATE_FILENAME );
	if ( doubt ) {
		throw new BundleRefusedError( 'zip-invalid', doubt.reason );
	}
	if ( entries.length === 0 ) {
		throw new BundleRefusedError( 'files-missing', 'the archive is empty' );
	}
	return entries;
}

function nameOf( { rawFilename }: Entry ): string | undefined {
	try {
		return new TextDecoder( 'utf-8', { fatal: true, ignoreBOM: true } ).decode( rawFilename );
	} catch {
		return undefined;
	}
}

function checkKind( entry: Entry ): void {
	if ( entry.encrypted || entry.zip64 || ! [ 0, 8 ].includes( entry.compressionMethod ) ) {
		throw new BundleRefusedError(
			'zip-invalid',
			'a member is encrypted, needs the 64-bit extension, or is compressed in a way that is not known here'
		);
	}
	const mode = Math.floor( entry.externalFileAttributes / 65_536 );
	const type = Math.floor( entry.versionMadeBy / 256 ) === UNIX ? Math.floor( mode / 0o10000 ) : 0;
	if ( ! ALLOWED_TYPES.includes( type ) ) {
		throw new BundleRefusedError(
			'unsafe-file',
			JSON.stringify( entry.filename ),
			'wp_codebox_artifact_import_link_refused'
		);
	}
}

function checkSizes( members: readonly ArchiveMember[] ): void {
	if ( members.length > ARTIFACT_LIMITS.files + 1 ) {
		throw new BundleRefusedError( 'too-many-files', `${ members.length } files` );
	}
	let total = 0;
	for ( const { name, entry } of members ) {
		const size = entry.uncompressedSize;
		total += size;
		const ratio = size > 1_048_576 ? size / Math.max( 1, entry.compressedSize ) : 1;
		if (
			ratio > ARTIFACT_LIMITS.zipRatio ||
			total > ARTIFACT_LIMITS.bundleBytes ||
			size > ARTIFACT_LIMITS.fileBytes
		) {
			throw new BundleRefusedError( 'zip-bomb', JSON.stringify( name ) );
		}
	}
	let free = 0;
	for ( const { name, entry } of [ ...members ].sort( ( left, right ) => left.entry.offset - right.entry.offset ) ) {
		// Members that share bytes are how a small archive says petabytes.
		if ( entry.offset < free ) {
			throw new BundleRefusedError( 'zip-bomb', JSON.stringify( name ) );
		}
		free = entry.offset + 30 + entry.rawFilename.length + entry.compressedSize;
	}
}

/** An archive on disk, read where it is needed. */
class ArchiveFile extends Reader< FileHandle > {
	private readonly file: FileHandle;

	public constructor( file: FileHandle, size: number ) {
		super( file );
		this.file = file;
		this.size = size;
	}

	public override async readUint8Array( index: number, length: number ): Promise< Uint8Array > {
		const wanted = Math.max( 0, Math.min( length, this.size - index ) );
		if ( wanted > ARTIFACT_LIMITS.manifestBytes ) {
			throw new BundleRefusedError( 'zip-invalid', 'its list of members is too long' );
		}
		const bytes = new Uint8Array( wanted );
		let done = 0;
		while ( done < wanted ) {
			const { bytesRead } = await this.file.read( bytes, done, wanted - done, index + done );
			if ( bytesRead === 0 ) {
				throw new BundleRefusedError( 'zip-invalid', 'it is cut off' );
			}
			done += bytesRead;
		}
		return bytes;
	}
}
