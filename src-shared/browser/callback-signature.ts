import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Headers of a callback. */
export const CALLBACK_SIGNATURE_HEADER = 'x-wp-codebox-callback-signature';
export const CALLBACK_TIMESTAMP_HEADER = 'x-wp-codebox-callback-timestamp';

/**
 * The signature of a callback: `sha256=` and HMAC-SHA256 over `<timestamp>.<body>`.
 *
 * @param body      The exact bytes that are sent, as text.
 * @param secret    Secret of the callback capability.
 * @param timestamp Unix time in seconds; now, when it is left out.
 */
export function browserCallbackSignature(
	body: string,
	secret: string,
	timestamp: string = String( Math.floor( Date.now() / 1000 ) )
): string {
	return `sha256=${ bytesToHex( hmac( sha256, utf8ToBytes( secret ), utf8ToBytes( `${ timestamp }.${ body }` ) ) ) }`;
}

/**
 * Whether a callback was signed with this secret, not too long ago.
 *
 * @param input           What came.
 * @param input.body      Body of the request.
 * @param input.signature Value of the signature header.
 * @param input.timestamp Value of the timestamp header.
 * @param input.secret    Secret of the capability.
 * @param input.maxAge    Seconds that the clocks may differ; 300 when it is left out.
 * @param input.now       Unix time in seconds.
 */
export function verifyBrowserCallbackSignature( {
	body,
	signature,
	timestamp,
	secret,
	maxAge = 300,
	now = Math.floor( Date.now() / 1000 ),
}: {
	readonly body: string;
	readonly signature: string;
	readonly timestamp: string;
	readonly secret: string;
	readonly maxAge?: number;
	readonly now?: number;
} ): boolean {
	if ( ! /^\d{1,12}$/.test( timestamp ) || Math.abs( now - Number( timestamp ) ) > maxAge ) {
		return false;
	}
	const expected = browserCallbackSignature( body, secret, timestamp );
	// Compared by their digests: how long it takes says nothing about where they differ.
	const digest = ( text: string ): string => bytesToHex( hmac( sha256, utf8ToBytes( secret ), utf8ToBytes( text ) ) );
	return digest( expected ) === digest( signature );
}
