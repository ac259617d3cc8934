/**
 * Lowers a JSON Schema (as TypeBox writes it) to the dialect that WordPress
 * (`rest_validate_value_from_schema()`) and Ajv both accept.
 *
 * `const` becomes a one-value `enum`, a union of constants becomes one `enum`,
 * an `allOf` of objects becomes one object, a schema without a type becomes the
 * list of all types, `items` is always there, and empty `properties` go.
 * What cannot be expressed throws: the build fails rather than ship a schema
 * that one of the two validators reads differently.
 */
import type { JsonObject, JsonValue } from './json.ts';

const ALL_TYPES = [ 'object', 'array', 'string', 'number', 'boolean', 'null' ] as const;

/** Keywords of `rest_get_allowed_schema_keywords()` and what each is copied as. */
const COPIED = new Set( [
	'title',
	'description',
	'default',
	'format',
	'enum',
	'minProperties',
	'maxProperties',
	'minimum',
	'maximum',
	'multipleOf',
	'minLength',
	'maxLength',
	'pattern',
	'minItems',
	'maxItems',
	'uniqueItems',
] );

const HANDLED = new Set( [
	'type',
	'const',
	'items',
	'properties',
	'required',
	'additionalProperties',
	'patternProperties',
	'anyOf',
	'oneOf',
	'allOf',
] );

/** Annotations without meaning for validation; they stay behind. */
const DROPPED = new Set( [ '$id', '$schema', 'examples', '$comment' ] );

/** Formats that `rest_validate_value_from_schema()` checks, plus `uri`, which it only sanitizes. */
const FORMATS = new Set( [ 'date-time', 'email', 'ip', 'uuid', 'hex-color', 'uri' ] );

export class UnlowerableSchemaError extends Error {
	public constructor( path: string, reason: string ) {
		super( `${ path || 'schema' }: ${ reason }` );
		this.name = 'UnlowerableSchemaError';
	}
}

/**
 * @param  schema JSON Schema, draft 2020-12 as TypeBox emits it.
 * @param  path   Dotted path for error messages.
 * @return The lowered schema; the input is not changed.
 * @throws {UnlowerableSchemaError} when a keyword has no equivalent in both validators.
 */
export function lowerSchema( schema: unknown, path = '' ): JsonObject {
	if ( schema === null || typeof schema !== 'object' || Array.isArray( schema ) ) {
		throw new UnlowerableSchemaError( path, 'a schema has to be an object' );
	}
	const source = schema as Record< string, JsonValue >;
	if ( source.allOf !== undefined ) {
		return lowerSchema( mergeAllOf( source, path ), path );
	}
	const union = source.anyOf ?? source.oneOf;
	if ( Array.isArray( union ) ) {
		return lowerUnion( source, union, path );
	}

	const lowered: JsonObject = {};
	for ( const [ keyword, value ] of Object.entries( source ) ) {
		if ( keyword === 'format' && ! FORMATS.has( String( value ) ) ) {
			throw new UnlowerableSchemaError( path, `WordPress does not know format "${ String( value ) }"` );
		}
		if ( COPIED.has( keyword ) ) {
			lowered[ keyword ] = value;
		} else if ( ! HANDLED.has( keyword ) && ! DROPPED.has( keyword ) ) {
			throw new UnlowerableSchemaError( path, `keyword "${ keyword }" is not known to WordPress` );
		}
	}
	if ( source.const !== undefined ) {
		lowered.enum = [ source.const ];
	}
	lowered.type = lowerType( source, lowered, path );
	if ( includesType( lowered.type, 'array' ) ) {
		lowered.items =
			source.items === undefined ? { type: [ ...ALL_TYPES ] } : lowerSchema( source.items, `${ path }[]` );
	}
	if ( includesType( lowered.type, 'object' ) ) {
		lowerObject( source, lowered, path );
	}
	return lowered;
}

function lowerType( source: Record< string, JsonValue >, lowered: JsonObject, path: string ): JsonValue {
	if ( source.type !== undefined ) {
		return source.type;
	}
	if ( Array.isArray( lowered.enum ) ) {
		const types = [ ...new Set( lowered.enum.map( ( value ) => typeOf( value ) ) ) ];
		return types.length === 1 ? ( types[ 0 ] as string ) : types;
	}
	if ( source.properties !== undefined || source.patternProperties !== undefined ) {
		return 'object';
	}
	if ( source.items !== undefined ) {
		throw new UnlowerableSchemaError( path, '"items" without "type": "array"' );
	}
	return [ ...ALL_TYPES ];
}

function lowerObject( source: Record< string, JsonValue >, lowered: JsonObject, path: string ): void {
	const properties = ( source.properties ?? {} ) as Record< string, JsonValue >;
	const names = Object.keys( properties );
	if ( names.length > 0 ) {
		lowered.properties = Object.fromEntries(
			names.map( ( name ) => [ name, lowerSchema( properties[ name ], path ? `${ path }.${ name }` : name ) ] )
		);
	}
	if ( Array.isArray( source.required ) && source.required.length > 0 ) {
		lowered.required = source.required;
	}
	const patterns = Object.entries( ( source.patternProperties ?? {} ) as Record< string, JsonValue > );
	if ( patterns.length === 1 && [ '^.*$', '^(.*)$' ].includes( patterns[ 0 ]![ 0 ] ) ) {
		// A record of anything to one schema: `additionalProperties` says the same more plainly.
		lowered.additionalProperties = lowerSchema( patterns[ 0 ]![ 1 ], `${ path }.*` );
		return;
	}
	if ( patterns.length > 0 ) {
		lowered.patternProperties = Object.fromEntries(
			patterns.map( ( [ pattern, value ] ) => [ pattern, lowerSchema( value, `${ path }.${ pattern }` ) ] )
		);
	}
	if ( typeof source.additionalProperties === 'boolean' ) {
		lowered.additionalProperties = source.additionalProperties;
	} else if ( source.additionalProperties !== undefined ) {
		lowered.additionalProperties = lowerSchema( source.additionalProperties, `${ path }.*` );
	}
}

function lowerUnion( source: Record< string, JsonValue >, members: JsonValue[], path: string ): JsonObject {
	const annotations = Object.fromEntries(
		Object.entries( source ).filter(
			( [ keyword ] ) => keyword === 'title' || keyword === 'description' || keyword === 'default'
		)
	);
	const lowered = members.map( ( member, index ) => lowerSchema( member, `${ path }|${ index }` ) );
	if ( lowered.every( ( member ) => Array.isArray( member.enum ) ) ) {
		const values = withoutRepeats( lowered.flatMap( ( member ) => member.enum as JsonValue[] ) );
		const types = [ ...new Set( values.map( typeOf ) ) ];
		return {
			...annotations,
			type: types.length === 1 ? ( types[ 0 ] as string ) : types,
			enum: values,
		};
	}
	// WordPress asks for a type beside `anyOf` as soon as no branch has one of its own; every branch here has.
	return {
		...annotations,
		[ source.oneOf === undefined ? 'anyOf' : 'oneOf' ]: lowered,
	};
}

/** Ajv refuses an enum that names a value twice. */
function withoutRepeats( values: readonly JsonValue[] ): JsonValue[] {
	return [ ...new Map( values.map( ( value ) => [ JSON.stringify( value ), value ] ) ).values() ];
}

function mergeAllOf( source: Record< string, JsonValue >, path: string ): Record< string, JsonValue > {
	const { allOf, ...rest } = source;
	const parts = [ rest, ...( allOf as JsonValue[] ) ] as Record< string, JsonValue >[];
	const merged: Record< string, JsonValue > = {
		type: 'object',
		properties: {},
		required: [],
	};
	for ( const part of parts ) {
		for ( const [ keyword, value ] of Object.entries( part ) ) {
			if ( keyword === 'properties' ) {
				Object.assign( merged.properties as object, value );
			} else if ( keyword === 'required' ) {
				merged.required = [ ...new Set( [ ...( merged.required as string[] ), ...( value as string[] ) ] ) ];
			} else if ( keyword === 'type' && value !== 'object' ) {
				throw new UnlowerableSchemaError( path, 'allOf of anything but objects' );
			} else if ( keyword !== 'type' ) {
				merged[ keyword ] = value;
			}
		}
	}
	return merged;
}

function includesType( type: JsonValue | undefined, name: string ): boolean {
	return type === name || ( Array.isArray( type ) && type.includes( name ) );
}

function typeOf( value: JsonValue ): string {
	if ( value === null ) {
		return 'null';
	}
	if ( Array.isArray( value ) ) {
		return 'array';
	}
	return Number.isInteger( value ) ? 'integer' : typeof value;
}
