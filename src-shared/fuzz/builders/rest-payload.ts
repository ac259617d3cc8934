import type { WordPressRestRouteArgDescriptor } from '../../discovery/inventories.ts';
import type { WordPressRestPayloadFamily } from './options.ts';

const FORMAT_SAMPLES: Readonly< Record< string, string > > = {
	'date-time': '2000-01-01T00:00:00',
	date: '2000-01-01',
	email: 'sample@example.com',
	uri: 'https://example.com/',
	ip: '192.0.2.1',
	uuid: '00000000-0000-4000-8000-000000000000',
	'hex-color': '#000000',
};

/**
 * The smallest value that an argument should take.
 *
 * @param arg The argument.
 */
export function validValue( arg: WordPressRestRouteArgDescriptor ): unknown {
	if ( arg.enum?.length ) {
		return arg.enum[ 0 ];
	}
	switch ( typeOf( arg ) ) {
		case 'integer':
		case 'number':
			return 1;
		case 'boolean':
			return true;
		case 'array':
			return [];
		case 'object':
			return {};
		default:
			return FORMAT_SAMPLES[ arg.format ?? '' ] ?? 'sample';
	}
}

/**
 * Arguments of one payload: what is required, and one argument changed the way of the family.
 *
 * @param args   Arguments that are no part of the path.
 * @param family What to change.
 * @return Undefined when no argument fits the family.
 */
export function payload(
	args: readonly WordPressRestRouteArgDescriptor[],
	family: WordPressRestPayloadFamily
): Record< string, unknown > | undefined {
	const minimal = Object.fromEntries(
		args.filter( ( { required } ) => required ).map( ( arg ) => [ arg.name, validValue( arg ) ] )
	);
	if ( family === 'valid-minimal' ) {
		return minimal;
	}
	for ( const arg of args ) {
		const value = changedValue( arg, family );
		if ( value !== undefined ) {
			return { ...minimal, [ arg.name ]: value };
		}
	}
	return undefined;
}

function changedValue( arg: WordPressRestRouteArgDescriptor, family: WordPressRestPayloadFamily ): unknown {
	const type = typeOf( arg );
	const isNumber = type === 'integer' || type === 'number';
	const changes: Readonly< Record< WordPressRestPayloadFamily, () => unknown > > = {
		'valid-minimal': () => undefined,
		'boundary-large-string': () => ( type === 'string' && ! arg.enum ? 'x'.repeat( 256 ) : undefined ),
		'invalid-type': () => ( type === 'string' ? { unexpected: 'object' } : 'not-a-value' ),
		'nested-object': () => ( type === 'object' ? { nested: { deeper: { value: 'sample' } } } : undefined ),
		'null-empty': () => ( type === 'string' ? '' : null ),
		'enum-variant': () => ( ( arg.enum?.length ?? 0 ) > 1 ? arg.enum!.at( -1 ) : undefined ),
		'numeric-boundary': () => ( isNumber ? numericBoundary( arg ) : undefined ),
		'boolean-flip': () => ( type === 'boolean' ? false : undefined ),
		'repeated-field': () => ( type === 'array' ? [ 'sample', 'sample', 'sample' ] : undefined ),
	};
	return changes[ family ]();
}

/** One above what is allowed, one below, or the edges that most code forgets. */
function numericBoundary( arg: WordPressRestRouteArgDescriptor ): number {
	const { maximum, minimum } = ( arg.schema ?? {} ) as { maximum?: number; minimum?: number };
	if ( typeof maximum === 'number' ) {
		return maximum + 1;
	}
	return typeof minimum === 'number' ? minimum - 1 : -1;
}

function typeOf( arg: WordPressRestRouteArgDescriptor ): string {
	const type = Array.isArray( arg.type ) ? arg.type.find( ( name ) => name !== 'null' ) : arg.type;
	return type ?? 'string';
}
