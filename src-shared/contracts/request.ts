import Type, { type TProperties, type TSchema } from 'typebox';

/**
 * An object that a caller sends: a field that is not declared is refused by name.
 *
 * @param properties  The declared fields.
 * @param description One sentence for schema readers.
 */
export function request< Properties extends TProperties >( properties: Properties, description?: string ) {
	return Type.Object( properties, {
		additionalProperties: false,
		...( description ? { description } : {} ),
	} );
}

/**
 * An object that we answer with: later versions may add fields, so a reader has to accept more.
 *
 * @param properties  The declared fields.
 * @param description One sentence for schema readers.
 */
export function result< Properties extends TProperties >( properties: Properties, description?: string ) {
	return Type.Object( properties, {
		additionalProperties: true,
		...( description ? { description } : {} ),
	} );
}

/** An object with any fields, for data that belongs to the caller. */
export function openObject( description?: string ) {
	return Type.Unsafe< Record< string, unknown > >( {
		type: 'object',
		additionalProperties: true,
		...( description ? { description } : {} ),
	} );
}

/**
 * One of the given strings.
 *
 * @param values      The strings, in the order that documentation shows them.
 * @param description One sentence for schema readers.
 */
export function oneOf< const Values extends readonly string[] >( values: Values, description?: string ) {
	return Type.Unsafe< Values[ number ] >( {
		type: 'string',
		enum: [ ...values ],
		...( description ? { description } : {} ),
	} );
}

/**
 * An optional field.
 *
 * @param schema The schema of the field when it is there.
 */
export function optional< Schema extends TSchema >( schema: Schema ) {
	return Type.Optional( schema );
}
