/** A named part of a route, such as `(?P<id>[\d]+)`. */
export interface RoutePart {
	readonly name: string;
	readonly pattern: string;
}

const SAMPLES = [ '1', 'sample', 'a', '2000-01-01', 'sample/sample', '00000000-0000-4000-8000-000000000000', 'en_US' ];

/**
 * Splits a WordPress route into text and named parts; groups inside a part belong to it.
 *
 * @param route Regular expression as it was registered.
 */
export function routeParts( route: string ): ( string | RoutePart )[] {
	const parts: ( string | RoutePart )[] = [];
	let text = '';
	for ( let at = 0; at < route.length; ) {
		const named = /^\(\?P?<([A-Za-z_]\w*)>/.exec( route.slice( at ) );
		if ( named === null ) {
			text += route[ at++ ];
			continue;
		}
		const end = closingBracket( route, at );
		if ( text !== '' ) {
			parts.push( text );
			text = '';
		}
		parts.push( { name: named[ 1 ]!, pattern: route.slice( at + named[ 0 ].length, end ) } );
		at = end + 1;
	}
	return text === '' ? parts : [ ...parts, text ];
}

/**
 * A path that the route matches.
 *
 * @param route  Regular expression as it was registered.
 * @param values Values of named parts; one that does not match its pattern is replaced.
 */
export function samplePath( route: string, values: Readonly< Record< string, unknown > > = {} ): string {
	return routeParts( route )
		.map( ( part ) =>
			typeof part === 'string' ? plain( part ) : String( sampleFor( part.pattern, values[ part.name ] ) )
		)
		.join( '' );
}

/**
 * @param pattern Regular expression of a part.
 * @param value   What would be liked.
 */
function sampleFor( pattern: string, value: unknown ): unknown {
	const expression = regularExpression( pattern );
	if ( expression === undefined ) {
		return value ?? 1;
	}
	const candidates = [ ...( value === undefined ? [] : [ value ] ), ...SAMPLES, ...pattern.split( '|' ) ];
	return candidates.find( ( candidate ) => expression.test( String( candidate ) ) ) ?? 'sample';
}

function regularExpression( pattern: string ): RegExp | undefined {
	try {
		// PHP's possessive quantifiers do not exist here and match the same samples without the second plus.
		return new RegExp( `^(?:${ pattern.replace( /([+*?])\+/g, '$1' ) })$` );
	} catch {
		return undefined;
	}
}

/** What is left of a route outside its named parts: optional marks go, escapes are undone. */
function plain( text: string ): string {
	return text
		.replace( /\(\?:([^()]*)\)\?/g, '' )
		.replace( /\\(.)/g, '$1' )
		.replace( /[()?^$]/g, '' );
}

function closingBracket( text: string, open: number ): number {
	let depth = 0;
	let inClass = false;
	for ( let at = open; at < text.length; at++ ) {
		const character = text[ at ];
		if ( character === '\\' ) {
			at++;
		} else if ( inClass ) {
			inClass = character !== ']';
		} else if ( character === '[' ) {
			inClass = true;
		} else if ( character === '(' ) {
			depth++;
		} else if ( character === ')' && --depth === 0 ) {
			return at;
		}
	}
	return text.length;
}
