/** CRC-32 as zip uses it; node:zlib has it only from Node 20.15 on with types that came later. */
const TABLE = Uint32Array.from( { length: 256 }, ( _, index ) => {
	let value = index;
	for ( let bit = 0; bit < 8; bit++ ) {
		value = value & 1 ? ( value >>> 1 ) ^ 0xedb88320 : value >>> 1;
	}
	return value >>> 0;
} );

/**
 * @param bytes    Data.
 * @param previous Check sum of what came before.
 */
export function crc32( bytes: Uint8Array, previous = 0 ): number {
	let crc = ~previous;
	for ( const byte of bytes ) {
		crc = ( crc >>> 8 ) ^ TABLE[ ( crc ^ byte ) & 0xff ]!;
	}
	return ~crc >>> 0;
}
