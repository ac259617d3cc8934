import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { comparePaths } from '../../src-shared/artifacts/file-list.ts';
import { verifyArtifactBundle } from './verify-bundle.ts';
import { BundleRefusedError } from './bundle-refused-error.ts';

/** 1980-01-01, the first day that zip knows. */
const DOS_DATE = 0x21;

/** Names are UTF-8. */
const FLAGS = 0x0800;

/**
 * Writes a verified bundle as a zip: stored members in the order of paths, one fixed time, nothing of this machine.
 * The bytes are those of php/Artifacts/Bundle_Export.php.
 *
 * @param  directory Directory of the bundle.
 * @param  output    File to write; must not exist.
 * @throws {BundleRefusedError} when the bundle does not verify.
 */
export async function exportArtifactBundle(
	directory: string,
	output: string
): Promise< { id: string; bytes: number; sha256: string } > {
	const { valid, violations, manifest } = await verifyArtifactBundle( directory );
	if ( ! valid || ! manifest ) {
		throw new BundleRefusedError( violations[ 0 ]!.code, violations[ 0 ]!.message );
	}
	const file = await open( output, 'wx', 0o600 );
	try {
		const zip = new StoredZip( file );
		for ( const path of manifest.files.map( ( entry ) => entry.path ).sort( comparePaths ) ) {
			await zip.add( path, join( directory, path ) );
		}
		const written = await zip.finish();
		await file.sync();
		return { id: manifest.id, ...written };
	} catch ( error ) {
		await rm( output, { force: true } );
		throw error;
	} finally {
		await file.close();
	}
}

class StoredZip {
	private readonly file: FileHandle;
	private readonly hash = createHash( 'sha256' );
	private readonly directory: Buffer[] = [];
	private offset = 0;

	public constructor( file: FileHandle ) {
		this.file = file;
	}

	public async add( name: string, path: string ): Promise< void > {
		const bytes = Buffer.from( name, 'utf8' );
		const size = ( await stat( path ) ).size;
		const common = Buffer.alloc( 26 );
		common.writeUInt16LE( 20, 0 );
		common.writeUInt16LE( FLAGS, 2 );
		common.writeUInt16LE( DOS_DATE, 8 );
		common.writeUInt32LE( await crcOf( path ), 10 );
		common.writeUInt32LE( size, 14 );
		common.writeUInt32LE( size, 18 );
		common.writeUInt16LE( bytes.length, 22 );
		const tail = Buffer.alloc( 14 );
		tail.writeUInt32LE( this.offset, 10 );
		this.directory.push( Buffer.from( 'PK\x01\x02\x14\x00', 'latin1' ), common, tail, bytes );
		await this.put( Buffer.concat( [ Buffer.from( 'PK\x03\x04', 'latin1' ), common, bytes ] ) );
		for await ( const chunk of createReadStream( path, { highWaterMark: 262_144 } ) ) {
			await this.put( chunk as Buffer );
		}
	}

	public async finish(): Promise< { bytes: number; sha256: string } > {
		const start = this.offset;
		const directory = Buffer.concat( this.directory );
		const end = Buffer.alloc( 22 );
		end.write( 'PK\x05\x06', 'latin1' );
		end.writeUInt16LE( this.directory.length / 4, 8 );
		end.writeUInt16LE( this.directory.length / 4, 10 );
		end.writeUInt32LE( directory.length, 12 );
		end.writeUInt32LE( start, 16 );
		await this.put( directory );
		await this.put( end );
		return { bytes: this.offset, sha256: this.hash.digest( 'hex' ) };
	}

	private async put( bytes: Buffer ): Promise< void > {
		this.hash.update( bytes );
		await this.file.writeFile( bytes );
		this.offset += bytes.length;
	}
}

async function crcOf( path: string ): Promise< number > {
	if ( ( await stat( path ) ).size < 65_536 ) {
		return crc32( await readFile( path ) );
	}
	let crc = 0;
	for await ( const chunk of createReadStream( path, { highWaterMark: 262_144 } ) ) {
		crc = crc32( chunk as Buffer, crc );
	}
	return crc;
}
