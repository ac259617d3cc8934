import canonicalize from 'canonicalize';

/**
 * JSON text as RFC 8785 (JCS) orders it: the same value gives the same bytes in every language.
 *
 * @param  value A JSON value; `undefined` fields are left out.
 * @return Canonical text without a line end.
 * @throws {Error} for NaN, Infinity, a lone surrogate, or a value that is no JSON at all.
 */
export function canonicalJson( value: unknown ): string {
	const text = canonicalize( value );
	if ( text === undefined ) {
		throw new Error( 'the value is not JSON' );
	}
	return text;
}
