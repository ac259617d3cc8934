/**
 * Writes src-shared/artifacts/unicode.json: the case folding and the characters that are never NFC,
 * fixed at one Unicode version so that PHP and every Node agree. Run by hand when Unicode moves on.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const caseFold: Record< string, string > = {};
const nonNfcRanges: [ number, number ][] = [];
for ( let code = 0x80; code <= 0x10ffff; code++ ) {
	if ( code >= 0xd800 && code <= 0xdfff ) {
		continue;
	}
	const character = String.fromCodePoint( code );
	const folded = character.toUpperCase().toLowerCase();
	if ( folded !== character ) {
		caseFold[ character ] = folded;
	}
	if ( character.normalize( 'NFC' ) !== character && ! /\p{M}/u.test( character ) ) {
		const last = nonNfcRanges.at( -1 );
		if ( last && last[ 1 ] === code - 1 ) {
			last[ 1 ] = code;
		} else {
			nonNfcRanges.push( [ code, code ] );
		}
	}
}
writeFileSync(
	fileURLToPath( new URL( '../src-shared/artifacts/unicode.json', import.meta.url ) ),
	`${ JSON.stringify( { unicode: process.versions.unicode, nonNfcRanges, caseFold } ) }\n`
);
