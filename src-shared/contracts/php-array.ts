/**
 * Writes a JSON value as a PHP file that returns an array.
 *
 * OPcache keeps such a file as constant data, so reading a contract costs PHP
 * nothing. PHP has one empty array for `[]` and `{}`; an empty object would come
 * back from `json_encode()` as a list, so it is refused here.
 */
import type { JsonValue } from './json.ts';

/**
 * @param  value  What the file returns.
 * @param  source Where a reader finds the definition.
 * @return The PHP source, in WordPress style.
 * @throws {Error} naming the path of an empty object.
 */
export function phpArrayFile( value: JsonValue, source: string ): string {
	return `<?php\n// Generated from ${ source } by \`npm run contracts\`; edit it there.\n\ndefined( 'ABSPATH' ) || exit;\n\nreturn ${ phpLiteral( value, 0, '$' ) };\n`;
}

function phpLiteral( value: JsonValue, depth: number, path: string ): string {
	if ( value === null || typeof value === 'boolean' ) {
		return String( value );
	}
	if ( typeof value === 'number' ) {
		return phpNumber( value, path );
	}
	if ( typeof value === 'string' ) {
		return phpString( value );
	}
	if ( Array.isArray( value ) ) {
		if ( value.length === 0 ) {
			return 'array()';
		}
		const indent = '\t'.repeat( depth + 1 );
		const end = '\t'.repeat( depth );
		return `array(\n${ value.map( ( item, index ) => `${ indent }${ phpLiteral( item, depth + 1, `${ path }[${ index }]` ) },\n` ).join( '' ) }${ end })`;
	}
	const entries = Object.entries( value ).filter( ( [ , item ] ) => item !== undefined );
	if ( entries.length === 0 ) {
		throw new Error( `${ path } is an empty object, which PHP cannot tell from an empty list` );
	}
	const indent = '\t'.repeat( depth + 1 );
	const end = '\t'.repeat( depth );
	const width = Math.max( ...entries.map( ( [ key ] ) => phpString( key ).length ) );
	return `array(\n${ entries
		.map(
			( [ key, item ] ) =>
				`${ indent }${ phpString( key ).padEnd( width ) } => ${ phpLiteral( item, depth + 1, `${ path }.${ key }` ) },\n`
		)
		.join( '' ) }${ end })`;
}

function phpNumber( value: number, path: string ): string {
	if ( ! Number.isFinite( value ) ) {
		throw new Error( `${ path } is not a finite number` );
	}
	if ( Number.isInteger( value ) && ! Number.isSafeInteger( value ) ) {
		throw new Error( `${ path } does not fit into 53 bits` );
	}
	return String( value );
}

function phpString( value: string ): string {
	return `'${ value.replace( /[\\']/g, '\\$&' ) }'`;
}
