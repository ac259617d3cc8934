import Type from 'typebox';
import type { BackendNeutralArtifactRef } from '../contracts/artifact-ref.ts';
import { FieldReader } from '../contracts/field-reader.ts';
import { lowerSchema } from '../contracts/lower-schema.ts';
import { oneOf, openObject, optional, request, result } from '../contracts/request.ts';
import { schemaId } from '../contracts/schema-id.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';

export const WORDPRESS_CRUD_OPERATION_SCHEMA = schemaId( 'wordpress-crud-operation' );
export const WORDPRESS_CRUD_RESULT_SCHEMA = schemaId( 'wordpress-crud-result' );

const VERBS = [ 'create', 'read', 'update', 'delete', 'list' ] as const;
const STATUSES = [ 'ok', 'unsupported', 'error' ] as const;
export const LIST_LIMIT = { minimum: 1, maximum: 100, default: 20 } as const;

export type WordPressCrudVerb = ( typeof VERBS )[ number ];
export type WordPressCrudResultStatus = ( typeof STATUSES )[ number ];

export interface WordPressCrudResourceRef {
	/** post, term, comment, attachment, user, option or metadata. */
	kind: string;
	type?: string;
	id?: string | number;
	path?: string;
	route?: string;
	identifiers?: Record< string, string | number | boolean | null >;
}

export interface WordPressCrudOperation {
	schema: typeof WORDPRESS_CRUD_OPERATION_SCHEMA;
	operation: WordPressCrudVerb;
	resource: WordPressCrudResourceRef;
	data?: Record< string, unknown >;
	query?: Record< string, unknown >;
	options?: Record< string, unknown >;
	metadata?: Record< string, unknown >;
}

export interface WordPressCrudDiagnostic {
	code: string;
	message: string;
	severity?: 'error' | 'warning' | 'info';
	metadata?: Record< string, unknown >;
}

export interface WordPressCrudEffect {
	kind: string;
	resource?: WordPressCrudResourceRef;
	before?: unknown;
	after?: unknown;
	metadata?: Record< string, unknown >;
}

export interface WordPressCrudResult {
	schema: typeof WORDPRESS_CRUD_RESULT_SCHEMA;
	command: 'wordpress.crud-operation';
	status: WordPressCrudResultStatus;
	operation: WordPressCrudOperation;
	item?: unknown;
	items?: unknown[];
	effects?: WordPressCrudEffect[];
	diagnostics?: WordPressCrudDiagnostic[];
	errors?: WordPressCrudDiagnostic[];
	artifactRefs?: BackendNeutralArtifactRef[];
	metadata?: Record< string, unknown >;
}

export const crudOperation = request( {
	schema: Type.Literal( WORDPRESS_CRUD_OPERATION_SCHEMA ),
	operation: oneOf( VERBS ),
	resource: request( {
		kind: Type.String( { minLength: 1 } ),
		type: optional( Type.String() ),
		id: optional( Type.Union( [ Type.String(), Type.Number() ] ) ),
		path: optional( Type.String() ),
		route: optional( Type.String() ),
		identifiers: optional( openObject() ),
	} ),
	data: optional( openObject() ),
	query: optional( openObject() ),
	options: optional( openObject() ),
	metadata: optional( openObject() ),
} );

const diagnostics = Type.Array( result( { code: Type.String(), message: Type.String() } ) );

export const crudResult = result( {
	schema: Type.Literal( WORDPRESS_CRUD_RESULT_SCHEMA ),
	command: Type.Literal( 'wordpress.crud-operation' ),
	status: oneOf( STATUSES ),
	operation: crudOperation,
	item: optional( Type.Unknown() ),
	items: optional( Type.Array( Type.Unknown() ) ),
	effects: optional( Type.Array( result( { kind: Type.String() } ) ) ),
	diagnostics: optional( diagnostics ),
	errors: optional( diagnostics ),
	artifactRefs: optional( Type.Array( openObject() ) ),
	metadata: optional( openObject() ),
} );

export const WORDPRESS_CRUD_OPERATION_JSON_SCHEMA = {
	$id: WORDPRESS_CRUD_OPERATION_SCHEMA,
	...lowerSchema( crudOperation ),
};
export const WORDPRESS_CRUD_RESULT_JSON_SCHEMA = { $id: WORDPRESS_CRUD_RESULT_SCHEMA, ...lowerSchema( crudResult ) };

/**
 * An operation on a WordPress object, in one spelling: strings without spaces around them, the list limit within
 * its bounds, unknown fields left out.
 *
 * @param  input Anything.
 * @throws {TypeError} naming the field that does not fit.
 */
export function normalizeWordPressCrudOperation( input: unknown ): WordPressCrudOperation {
	const fields = new FieldReader( input, 'wordpress.crud-operation' );
	const operation = fields.oneOf( 'operation', VERBS );
	const resource = fields.fields( 'resource' );
	const id = resource.raw( 'id' );
	if ( id !== undefined && typeof id !== 'string' && ! Number.isFinite( id ) ) {
		resource.refuse( 'id', 'a string or a number' );
	}
	const query = fields.record( 'query' );
	return withoutUndefined( {
		schema: WORDPRESS_CRUD_OPERATION_SCHEMA,
		operation,
		resource: withoutUndefined( {
			kind: resource.requiredText( 'kind' ),
			type: resource.text( 'type' ),
			id: typeof id === 'string' ? id.trim() || undefined : ( id as number | undefined ),
			path: resource.text( 'path' ),
			route: resource.text( 'route' ),
			identifiers: resource.scalars( 'identifiers' ),
		} ),
		data: fields.record( 'data' ),
		query: operation === 'list' ? { ...query, limit: clampedLimit( query?.limit ) } : query,
		options: fields.record( 'options' ),
		metadata: fields.record( 'metadata' ),
	} );
}

/**
 * @param limit What was asked for.
 * @return A whole number from 1 to 100; 20 when nothing usable was asked for.
 */
export function clampedLimit( limit: unknown ): number {
	const asked = typeof limit === 'number' || typeof limit === 'string' ? Math.trunc( Number( limit ) ) : Number.NaN;
	return Number.isFinite( asked )
		? Math.min( LIST_LIMIT.maximum, Math.max( LIST_LIMIT.minimum, asked ) )
		: LIST_LIMIT.default;
}

/**
 * @param operation An operation that the runtime does not know.
 * @param message   Why; one sentence.
 */
export function createUnsupportedWordPressCrudResult(
	operation: WordPressCrudOperation,
	message = `Operation ${ operation.operation } on ${ operation.resource.kind } is not supported.`
): WordPressCrudResult {
	const diagnostic = { code: 'crud-operation-unsupported', message, severity: 'error' as const };
	return {
		schema: WORDPRESS_CRUD_RESULT_SCHEMA,
		command: 'wordpress.crud-operation',
		status: 'unsupported',
		operation,
		diagnostics: [ diagnostic ],
		errors: [ diagnostic ],
	};
}
