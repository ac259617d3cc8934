import Type from 'typebox';
import type { BackendNeutralArtifactRef } from '../contracts/artifact-ref.ts';
import { FieldReader } from '../contracts/field-reader.ts';
import { lowerSchema } from '../contracts/lower-schema.ts';
import { oneOf, openObject, optional, request, result } from '../contracts/request.ts';
import { schemaId } from '../contracts/schema-id.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';
import { clampedLimit } from './crud-operation.ts';

export const WORDPRESS_DB_OPERATION_SCHEMA = schemaId( 'wordpress-db-operation' );
export const WORDPRESS_DB_RESULT_SCHEMA = schemaId( 'wordpress-db-result' );

const VERBS = [ 'schema', 'read', 'inspect', 'query-summary', 'write' ] as const;
const STATUSES = [ 'ok', 'unsupported', 'error' ] as const;

type Scalars = Record< string, string | number | boolean | null >;

export type WordPressDbVerb = ( typeof VERBS )[ number ];
export type WordPressDbResultStatus = ( typeof STATUSES )[ number ];

export interface WordPressDbResourceRef {
	table?: string;
	identifiers?: Scalars;
}

export interface WordPressDbQuery {
	table?: string;
	columns?: string[];
	where?: Scalars;
	limit?: number;
	sql?: string;
	[ more: string ]: unknown;
}

export interface WordPressDbOperation {
	schema: typeof WORDPRESS_DB_OPERATION_SCHEMA;
	operation: WordPressDbVerb;
	resource?: WordPressDbResourceRef;
	query?: WordPressDbQuery;
	options?: Record< string, unknown >;
	metadata?: Record< string, unknown >;
}

export interface WordPressDbDiagnostic {
	code: string;
	message: string;
	severity?: 'error' | 'warning' | 'info';
	metadata?: Record< string, unknown >;
}

export interface WordPressDbResult {
	schema: typeof WORDPRESS_DB_RESULT_SCHEMA;
	command: 'wordpress.db-operation';
	status: WordPressDbResultStatus;
	operation: WordPressDbOperation;
	item?: unknown;
	items?: unknown[];
	diagnostics?: WordPressDbDiagnostic[];
	errors?: WordPressDbDiagnostic[];
	artifactRefs?: BackendNeutralArtifactRef[];
	metadata?: Record< string, unknown >;
}

export const dbOperation = request( {
	schema: Type.Literal( WORDPRESS_DB_OPERATION_SCHEMA ),
	operation: oneOf( VERBS ),
	resource: optional( request( { table: optional( Type.String() ), identifiers: optional( openObject() ) } ) ),
	query: optional(
		result( {
			table: optional( Type.String() ),
			columns: optional( Type.Array( Type.String() ) ),
			where: optional( openObject() ),
			limit: optional( Type.Integer( { minimum: 1, maximum: 100 } ) ),
			sql: optional( Type.String() ),
		} )
	),
	options: optional( openObject() ),
	metadata: optional( openObject() ),
} );

const diagnostics = Type.Array( result( { code: Type.String(), message: Type.String() } ) );

export const dbResult = result( {
	schema: Type.Literal( WORDPRESS_DB_RESULT_SCHEMA ),
	command: Type.Literal( 'wordpress.db-operation' ),
	status: oneOf( STATUSES ),
	operation: dbOperation,
	item: optional( Type.Unknown() ),
	items: optional( Type.Array( Type.Unknown() ) ),
	diagnostics: optional( diagnostics ),
	errors: optional( diagnostics ),
	artifactRefs: optional( Type.Array( openObject() ) ),
	metadata: optional( openObject() ),
} );

export const WORDPRESS_DB_OPERATION_JSON_SCHEMA = { $id: WORDPRESS_DB_OPERATION_SCHEMA, ...lowerSchema( dbOperation ) };
export const WORDPRESS_DB_RESULT_JSON_SCHEMA = { $id: WORDPRESS_DB_RESULT_SCHEMA, ...lowerSchema( dbResult ) };

/**
 * An operation on the database, in one spelling; the limit is brought within its bounds.
 *
 * @param  input Anything.
 * @throws {TypeError} naming the field that does not fit.
 */
export function normalizeWordPressDbOperation( input: unknown ): WordPressDbOperation {
	const fields = new FieldReader( input, 'wordpress.db-operation' );
	const resource = fields.has( 'resource' ) ? fields.fields( 'resource' ) : undefined;
	const query = fields.has( 'query' ) ? fields.fields( 'query' ) : undefined;
	return withoutUndefined( {
		schema: WORDPRESS_DB_OPERATION_SCHEMA,
		operation: fields.oneOf( 'operation', VERBS ),
		resource:
			resource &&
			withoutUndefined( { table: resource.text( 'table' ), identifiers: resource.scalars( 'identifiers' ) } ),
		query:
			query &&
			withoutUndefined( {
				...query.all(),
				table: query.text( 'table' ),
				columns: query.texts( 'columns' ),
				where: query.scalars( 'where' ),
				limit: query.has( 'limit' ) ? clampedLimit( query.raw( 'limit' ) ) : undefined,
				sql: query.text( 'sql' ),
			} ),
		options: fields.record( 'options' ),
		metadata: fields.record( 'metadata' ),
	} );
}

/**
 * @param operation An operation that the runtime does not know.
 * @param message   Why; one sentence.
 */
export function createUnsupportedWordPressDbResult(
	operation: WordPressDbOperation,
	message = `Database operation ${ operation.operation } is not supported.`
): WordPressDbResult {
	const diagnostic = { code: 'unsupported-db-operation', message, severity: 'error' as const };
	return {
		schema: WORDPRESS_DB_RESULT_SCHEMA,
		command: 'wordpress.db-operation',
		status: 'unsupported',
		operation,
		diagnostics: [ diagnostic ],
		errors: [ diagnostic ],
	};
}
