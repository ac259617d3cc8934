import { crc32, deflateRawSync } from 'node:zlib';

/** An archive as a stranger would make it, spelled as in tests/vectors/artifacts/archives.json. */
export interface ArchiveVector {
	name: string;
	members: {
		name?: string;
		nameHex?: string;
		text?: string;
		/** So many NUL bytes, deflated. */
		zeros?: number;
		method?: number;
		/** What the archive says, where it lies. */
		size?: number;
		crc?: number;
		offset?: number;
		flags?: number;
		/** Octal Unix mode. */
		mode?: string;
	}[];
	comment?: string;
	edit?: {
		before?: string;
		after?: string;
		cutStart?: number;
		cutEnd?: number;
		only?: string;
		replace?: [ string, string ];
		replaceFirst?: [ string, string ];
	};
	violation: string;
}

const UTF8_NAMES = 0x0800;
const MADE_BY_UNIX = 3 * 256;

/**
 * @param vector What to make.
 */
export function archiveOf( vector: ArchiveVector ): Buffer {
	const { members, comment = '', edit = {} } = vector;
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for ( const member of members ) {
		const bytes = member.zeros === undefined ? Buffer.from( member.text! ) : Buffer.alloc( member.zeros );
		const packed = member.zeros === undefined ? bytes : deflateRawSync( bytes, { level: 9 } );
		const name = member.nameHex ? Buffer.from( member.nameHex, 'hex' ) : Buffer.from( member.name! );
		const common = Buffer.alloc( 26 );
		common.writeUInt16LE( 20, 0 );
		common.writeUInt16LE( UTF8_NAMES + ( member.flags ?? 0 ), 2 );
		common.writeUInt16LE( member.method ?? ( member.zeros === undefined ? 0 : 8 ), 4 );
		common.writeUInt16LE( 33, 8 );
		common.writeUInt32LE( member.crc ?? crc32( bytes ), 10 );
		common.writeUInt32LE( packed.length, 14 );
		common.writeUInt32LE( member.size ?? bytes.length, 18 );
		common.writeUInt16LE( name.length, 22 );
		const head = Buffer.alloc( 6 );
		head.write( 'PK\x01\x02', 'latin1' );
		head.writeUInt16LE( MADE_BY_UNIX, 4 );
		const tail = Buffer.alloc( 14 );
		tail.writeUInt32LE( parseInt( member.mode ?? '0', 8 ) * 65536, 6 );
		tail.writeUInt32LE( member.offset ?? offset, 10 );
		directory.push( Buffer.concat( [ head, common, tail, name ] ) );
		parts.push( Buffer.concat( [ Buffer.from( 'PK\x03\x04', 'latin1' ), common, name, packed ] ) );
		offset += parts.at( -1 )!.length;
	}
	const list = Buffer.concat( directory );
	const end = Buffer.alloc( 22 );
	end.write( 'PK\x05\x06', 'latin1' );
	end.writeUInt16LE( members.length, 8 );
	end.writeUInt16LE( members.length, 10 );
	end.writeUInt32LE( list.length, 12 );
	end.writeUInt32LE( offset, 16 );
	end.writeUInt16LE( comment.length, 20 );
	return edited( Buffer.concat( [ ...parts, list, end, Buffer.from( comment ) ] ), edit );
}

function edited( archive: Buffer, edit: NonNullable< ArchiveVector[ 'edit' ] > ): Buffer {
	let text = edit.only ?? archive.toString( 'latin1' );
	if ( edit.replace ) {
		text = text.replaceAll( ...edit.replace );
	}
	if ( edit.replaceFirst ) {
		text = text.replace( ...edit.replaceFirst );
	}
	text = text.slice( edit.cutStart ?? 0, text.length - ( edit.cutEnd ?? 0 ) );
	return Buffer.from( ( edit.before ?? '' ) + text + ( edit.after ?? '' ), 'latin1' );
}
