import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** Bytes that stand for a JSON value, with their digest and length. */
export interface JsonDigest {
	readonly text: string;
	readonly sha256: string;
	readonly bytes: number;
}

/**
 * The canonical text of a JSON value (RFC 8785, then one line feed), with digest and length of exactly those bytes.
 *
 * @param value A JSON value.
 */
export function jsonDigest( value: unknown ): JsonDigest {
	const text = `${ canonicalize( value ) ?? 'null' }\n`;
	const bytes = utf8ToBytes( text );
	return { text, sha256: bytesToHex( sha256( bytes ) ), bytes: bytes.length };
}
