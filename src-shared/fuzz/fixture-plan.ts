import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request } from '../contracts/request.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';
import { resetPolicy, resetPolicyInput } from './reset-policy.ts';
import { FUZZ_FIXTURE_PLAN_SCHEMA, REST_MUTATION_FIXTURE_OPT_IN_SCHEMA } from './schema-ids.ts';

export const FIXTURE_OPERATION_KINDS = [ 'crud', 'read', 'mutation' ] as const;
export const REST_MUTATION_METHODS = [ 'POST', 'PUT', 'PATCH', 'DELETE' ] as const;

export const fixtureSeedOperation = request( {
	id: Type.String(),
	kind: oneOf( FIXTURE_OPERATION_KINDS ),
	resource: optional(
		request( {
			kind: Type.String(),
			id: optional( Type.String() ),
			name: optional( Type.String() ),
			metadata: optional( openObject() ),
		} )
	),
	method: optional( Type.String() ),
	target: optional( Type.String() ),
	input: optional( Type.Unknown() ),
	expected: optional( Type.Unknown() ),
	metadata: optional( openObject() ),
} );

export const fixturePlan = request( {
	schema: Type.Literal( FUZZ_FIXTURE_PLAN_SCHEMA ),
	id: Type.String(),
	version: optional( Type.String() ),
	operations: Type.Array( fixtureSeedOperation ),
	operationKinds: Type.Array( Type.String() ),
	metadata: optional( openObject() ),
} );

/** Open here, to keep the schema of an opt-in small; whoever executes the plan validates it. */
const fixturePlanDocument = Type.Unsafe< Static< typeof fixturePlan > >(
	openObject( 'A fuzz-fixture-plan/v1 document.' )
);

export const restMutationFixtureOptIn = request(
	{
		schema: Type.Literal( REST_MUTATION_FIXTURE_OPT_IN_SCHEMA ),
		id: Type.String(),
		route: Type.String( { description: 'REST route or a regular expression over paths; empty for every route.' } ),
		methods: Type.Array( oneOf( REST_MUTATION_METHODS ), { minItems: 1 } ),
		auth: optional(
			request( {
				user: optional( Type.String() ),
				session: optional( Type.String() ),
				headers: optional( openObject() ),
				metadata: optional( openObject() ),
			} )
		),
		rollbackPolicy: optional( resetPolicyInput ),
		rollback_policy: optional( resetPolicyInput ),
		fixturePlan: optional( fixturePlanDocument ),
		fixture_plan: optional( fixturePlanDocument ),
		fixturePlanRef: optional( Type.String() ),
		fixture_plan_ref: optional( Type.String() ),
		metadata: optional( openObject() ),
	},
	'Allows mutating requests to a REST route, with the user and the fixtures they need.'
);

export type FuzzFixtureOperationKind = ( typeof FIXTURE_OPERATION_KINDS )[ number ];
export type FuzzFixtureMutationMethod = ( typeof REST_MUTATION_METHODS )[ number ];
export type FuzzFixtureSeedOperation = Static< typeof fixtureSeedOperation >;
export type FuzzFixtureResourceRef = NonNullable< FuzzFixtureSeedOperation[ 'resource' ] >;
export type FuzzFixturePlanContract = Static< typeof fixturePlan >;
export type RestMutationFixtureOptInContract = Static< typeof restMutationFixtureOptIn >;
export type RestMutationAuthPolicy = NonNullable< RestMutationFixtureOptInContract[ 'auth' ] >;
export type RestMutationRollbackPolicy = Static< typeof resetPolicy >;

/**
 * A fixture plan; the list of its operation kinds is computed.
 *
 * @param input The plan without `schema` and `operationKinds`.
 */
export function fuzzFixturePlanContract(
	input: Omit< FuzzFixturePlanContract, 'schema' | 'operationKinds' | 'operations' > & {
		readonly operations?: readonly FuzzFixtureSeedOperation[];
	}
): FuzzFixturePlanContract {
	const operations = [ ...( input.operations ?? [] ) ];
	return withoutUndefined( {
		schema: FUZZ_FIXTURE_PLAN_SCHEMA,
		id: input.id,
		version: input.version,
		operations,
		operationKinds: [ ...new Set( operations.map( ( operation ) => operation.kind ) ) ],
		metadata: input.metadata,
	} );
}

/**
 * @param input The operation without its kind.
 * @return An operation that creates, reads, updates or deletes a fixture.
 */
export function crudFixtureSeedOperation( input: Omit< FuzzFixtureSeedOperation, 'kind' > ): FuzzFixtureSeedOperation {
	return { ...input, kind: 'crud' };
}

/**
 * @param input The operation without its kind.
 * @return An operation that reads a fixture.
 */
export function readFixtureSeedOperation( input: Omit< FuzzFixtureSeedOperation, 'kind' > ): FuzzFixtureSeedOperation {
	return { ...input, kind: 'read' };
}

/**
 * @param input The operation without its kind.
 * @return An operation that changes a fixture.
 */
export function mutationFixtureSeedOperation(
	input: Omit< FuzzFixtureSeedOperation, 'kind' >
): FuzzFixtureSeedOperation {
	return { ...input, kind: 'mutation' };
}

/**
 * An opt-in for mutating requests; methods are written in capitals, once each.
 *
 * @param  input The opt-in without `schema`.
 * @throws {TypeError} naming a method that does not mutate.
 */
export function restMutationFixtureOptInContract(
	input: Omit< RestMutationFixtureOptInContract, 'schema' | 'methods' > & { readonly methods: readonly string[] }
): RestMutationFixtureOptInContract {
	const methods = [ ...new Set( input.methods.map( ( method ) => method.toUpperCase() ) ) ];
	for ( const method of methods ) {
		if ( ! isRestMutationMethod( method ) ) {
			throw new TypeError( `methods: ${ method } is no mutating REST method` );
		}
	}
	return withoutUndefined( {
		...input,
		schema: REST_MUTATION_FIXTURE_OPT_IN_SCHEMA,
		methods: methods as FuzzFixtureMutationMethod[],
	} );
}

/**
 * @param method HTTP method in any case.
 */
export function isRestMutationMethod( method: unknown ): boolean {
	return (
		typeof method === 'string' && ( REST_MUTATION_METHODS as readonly string[] ).includes( method.toUpperCase() )
	);
}
