import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request } from '../contracts/request.ts';
import type { FuzzCoveragePlanContract } from './coverage-plan-schema.ts';
import { restMutationFixtureOptIn } from './fixture-plan.ts';
import { mutationIntentInput, type FuzzSuiteMutationIntent } from './mutation-intent.ts';
import { resetPolicyInput, type FuzzSuiteResetPolicy } from './reset-policy.ts';
import { FUZZ_SUITE_SCHEMA } from './schema-ids.ts';
import { fuzzTarget, type FuzzSuiteTargetRef } from './target.ts';

/** Where a suite asks to run. */
export const FUZZ_RUNNER_MODES = [ 'auto', 'php-in-process', 'runtime-backed' ] as const;

export const FUZZ_CASE_PHASES = [ 'setup', 'action', 'assert', 'teardown' ] as const;

export const phaseStep = request(
	{
		command: Type.String( { minLength: 1 } ),
		args: optional( Type.Array( Type.String(), { description: '`key=value`, split at the first `=`.' } ) ),
		timeoutMs: optional( Type.Integer( { minimum: 1 } ) ),
		timeout_ms: optional( Type.Integer( { minimum: 1 } ) ),
		allowFailure: optional( Type.Boolean() ),
		allow_failure: optional( Type.Boolean() ),
		advisory: optional( Type.Boolean() ),
		metadata: optional( openObject() ),
	},
	'One command of a phase.'
);

export const expectation = request(
	{
		status: optional(
			Type.Union( [ Type.Integer(), Type.Array( Type.Integer(), { minItems: 1 } ) ], {
				description: 'HTTP status that the answer has to have, or a list of allowed ones.',
			} )
		),
		body: optional( Type.Unknown( { description: 'JSON that the answer has to contain.' } ) ),
		schema: optional( openObject( 'JSON Schema that the answer has to fit.' ) ),
	},
	'What makes the case pass.'
);

const phases = request(
	Object.fromEntries(
		FUZZ_CASE_PHASES.map( ( phase ) => [ phase, optional( Type.Array( phaseStep ) ) ] as const )
	) as Record<
		( typeof FUZZ_CASE_PHASES )[ number ],
		ReturnType< typeof Type.Optional< ReturnType< typeof Type.Array< typeof phaseStep > > > >
	>,
	'Commands before, as and after the case.'
);

const workloadInputs = request(
	{
		observation_surfaces: optional( Type.Array( Type.String() ) ),
		budget_keys: optional( Type.Array( Type.String() ) ),
		product_budgets: optional( openObject() ),
		hotspot_classes: optional( Type.Array( Type.String() ) ),
		skip_reason_codes: optional( Type.Array( Type.String() ) ),
		states: optional( Type.Array( Type.Unknown() ) ),
		query_attribution_source: optional( Type.Unknown() ),
	},
	'What `wordpress.summarize-fuzz-artifacts` judges by.'
);

const declaredArtifact = request( {
	name: optional( Type.String() ),
	path: Type.String(),
	role: optional( Type.String() ),
	metadata: optional( openObject() ),
} );

/** Fields that a suite and a case share. */
const isolation = {
	resetPolicy: optional( resetPolicyInput ),
	reset_policy: optional( resetPolicyInput ),
	mutation: optional( mutationIntentInput ),
	mutation_intent: optional( mutationIntentInput ),
	metadata: optional( openObject() ),
};

export const fuzzCase = request(
	{
		id: optional( Type.String( { minLength: 1, description: 'Unique in its suite; `case_id` is an alias.' } ) ),
		case_id: optional( Type.String( { minLength: 1 } ) ),
		target: optional( fuzzTarget ),
		input: optional(
			Type.Unknown( {
				description:
					'What the target is called with. For rest: path, method, params, headers, body, bodyJson, user.',
			} )
		),
		phases: optional( phases ),
		artifacts: optional( Type.Array( declaredArtifact ) ),
		inputs: optional( workloadInputs ),
		expect: optional( expectation ),
		role: optional( Type.String( { description: 'Role the case runs as, or `anonymous`.' } ) ),
		description: optional( Type.String() ),
		timeoutMs: optional( Type.Integer( { minimum: 1 } ) ),
		timeout_ms: optional( Type.Integer( { minimum: 1 } ) ),
		...isolation,
	},
	'One case.'
);

export const fuzzSuite = request(
	{
		schema: Type.Literal( FUZZ_SUITE_SCHEMA ),
		id: Type.String( { minLength: 1 } ),
		version: optional( Type.String() ),
		runnerMode: optional( oneOf( FUZZ_RUNNER_MODES, 'Where to run; `auto` is the process that was called.' ) ),
		runner_mode: optional( oneOf( FUZZ_RUNNER_MODES ) ),
		requireCoverage: optional(
			Type.Boolean( {
				description: 'Ends with status error when a case cannot run for want of a capability.',
			} )
		),
		require_coverage: optional( Type.Boolean() ),
		target: optional( fuzzTarget ),
		cases: Type.Array( fuzzCase ),
		coveragePlan: optional( openObject( 'A fuzz-coverage-plan/v1 document.' ) ),
		seed: optional( Type.Union( [ Type.String(), Type.Integer() ] ) ),
		oracles: optional(
			Type.Array( Type.String(), { description: 'Ids of the oracles that judge; default all.' } )
		),
		roles: optional(
			Type.Array( Type.String(), { description: 'Roles that each case without one runs as, or `anonymous`.' } )
		),
		restMutationFixtureOptIn: optional( restMutationFixtureOptIn ),
		rest_mutation_fixture_opt_in: optional( restMutationFixtureOptIn ),
		restMutationFixtureOptIns: optional( Type.Array( restMutationFixtureOptIn ) ),
		rest_mutation_fixture_opt_ins: optional( Type.Array( restMutationFixtureOptIn ) ),
		async: optional( Type.Boolean( { description: 'Answer at once with a run to ask about.' } ) ),
		...isolation,
	},
	'A suite of boundary cases (wp-codebox/fuzz-suite/v1).'
);

export type FuzzSuiteRunnerMode = Exclude< ( typeof FUZZ_RUNNER_MODES )[ number ], 'auto' >;
export type FuzzSuiteCasePhase = ( typeof FUZZ_CASE_PHASES )[ number ];
export type FuzzSuitePhaseStep = Static< typeof phaseStep >;
export type FuzzSuiteExpectation = Static< typeof expectation >;

/** A case as builders make it: the id is there. */
export type FuzzSuiteCase = Omit<
	Static< typeof fuzzCase >,
	'id' | 'case_id' | 'target' | 'resetPolicy' | 'reset_policy' | 'mutation' | 'mutation_intent'
> & {
	id: string;
	target?: FuzzSuiteTargetRef;
} & FuzzSuiteIsolation;

/** How state is kept apart, on a suite or on one of its cases. */
export interface FuzzSuiteIsolation {
	resetPolicy?: FuzzSuiteResetPolicy;
	reset_policy?: string | FuzzSuiteResetPolicy;
	mutation?: FuzzSuiteMutationIntent;
	mutation_intent?: string | FuzzSuiteMutationIntent;
}

/** A `wp-codebox/fuzz-suite/v1` document as builders make it. */
export type FuzzSuiteContract = Omit<
	Static< typeof fuzzSuite >,
	'cases' | 'target' | 'coveragePlan' | 'resetPolicy' | 'reset_policy' | 'mutation' | 'mutation_intent'
> & {
	target?: FuzzSuiteTargetRef;
	cases: FuzzSuiteCase[];
	coveragePlan?: FuzzCoveragePlanContract;
} & FuzzSuiteIsolation;
