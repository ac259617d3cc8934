import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/**
 * @param bytes Text (as UTF-8) or bytes.
 * @return 64 lower-case hex digits.
 */
export function sha256( bytes: string | Uint8Array ): string {
	return createHash( 'sha256' ).update( bytes ).digest( 'hex' );
}

/**
 * @param path A file; read as a stream, so memory does not grow with it.
 * @return 64 lower-case hex digits.
 */
export async function sha256OfFile( path: string ): Promise< string > {
	const hash = createHash( 'sha256' );
	await pipeline( createReadStream( path, { highWaterMark: 1_048_576 } ), hash );
	return hash.digest( 'hex' );
}
