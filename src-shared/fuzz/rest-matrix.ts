import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { FuzzSuiteResultEnvelope } from './result-envelope.ts';
import { WORDPRESS_REST_MATRIX_RESULT_SCHEMA, WORDPRESS_REST_MATRIX_SCHEMA } from './schema-ids.ts';
import type { FuzzSuiteContract } from './suite.ts';
import { fuzzSuiteContract } from './suite-contract.ts';

export interface WordPressRestMatrixCase {
	id: string;
	method: string;
	path: string;
	params?: Record< string, unknown >;
	headers?: Record< string, unknown >;
	body?: string;
	bodyJson?: unknown;
	user?: string;
	session?: string;
	description?: string;
	metadata?: Record< string, unknown >;
}

export interface WordPressRestMatrixContract {
	schema: typeof WORDPRESS_REST_MATRIX_SCHEMA;
	id: string;
	version?: string;
	cases: WordPressRestMatrixCase[];
	metadata?: Record< string, unknown >;
}

export type WordPressRestMatrixResultEnvelope = Omit< FuzzSuiteResultEnvelope, 'schema' > & {
	schema: typeof WORDPRESS_REST_MATRIX_RESULT_SCHEMA;
	sourceSchema: typeof WORDPRESS_REST_MATRIX_SCHEMA;
};

/**
 * A `wp-codebox/wordpress-rest-matrix/v1` document; methods in capitals.
 *
 * @param input The matrix without `schema`.
 */
export function wordpressRestMatrixContract(
	input: Omit< WordPressRestMatrixContract, 'schema' | 'cases' > & {
		readonly cases?: readonly WordPressRestMatrixCase[];
	}
): WordPressRestMatrixContract {
	return withoutUndefined( {
		...input,
		schema: WORDPRESS_REST_MATRIX_SCHEMA,
		cases: ( input.cases ?? [] ).map( ( entry ) =>
			withoutUndefined( { ...entry, method: entry.method.toUpperCase() } )
		),
	} );
}

/**
 * The matrix as a fuzz suite: every case names its path, method, parameters, body and user.
 *
 * @param matrix The matrix.
 */
export function wordpressRestMatrixToFuzzSuite( matrix: WordPressRestMatrixContract ): FuzzSuiteContract {
	return fuzzSuiteContract( {
		id: matrix.id,
		version: matrix.version,
		target: { kind: 'rest' },
		cases: matrix.cases.map( ( { id, description, metadata, ...requested } ) => ( {
			id,
			target: { kind: 'rest', id: requested.path, entrypoint: requested.path },
			input: withoutUndefined( requested ),
			description,
			metadata,
		} ) ),
		metadata: { ...matrix.metadata, sourceSchema: matrix.schema },
	} );
}
