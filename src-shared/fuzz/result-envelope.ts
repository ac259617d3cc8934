import { withoutUndefined } from '../contracts/without-undefined.ts';
import { fuzzCoveragePlanContract } from './coverage-plan.ts';
import type { FuzzCoveragePlanContract, FuzzCoveragePlanItem } from './coverage-plan-schema.ts';
import { requiredArtifactNames, resultMayBeEmpty, declaresCoverage } from './result-requirements.ts';
import type {
	FuzzSuiteArtifactRef,
	FuzzSuiteCaseResult,
	FuzzSuiteCaseStatus,
	FuzzSuiteCoverageSummary,
	FuzzSuiteDiagnostic,
	FuzzSuiteFinding,
	FuzzSuiteSummary,
} from './result.ts';
import { FUZZ_SUITE_RESULT_SCHEMA } from './schema-ids.ts';
import { fuzzSuiteStatus, summarizeFuzzCases, summarizeFuzzCoverage } from './summaries.ts';
import type { FuzzSuiteContract } from './suite.ts';

/** Diagnostics that make a suite an error whatever its cases say: full coverage was asked for and not given. */
const COVERAGE_CODES: readonly ( string | undefined )[] = [
	'fuzz_suite_required_runner_capabilities_unsupported',
	'fuzz_suite_required_coverage_unsupported',
	'wp_codebox_fuzz_suite_required_runner_capabilities_unsupported',
];

/** A `wp-codebox/fuzz-suite-result/v1` document. */
export interface FuzzSuiteResultEnvelope {
	schema: typeof FUZZ_SUITE_RESULT_SCHEMA;
	suite: { id: string; version?: string };
	status: FuzzSuiteCaseStatus;
	success: boolean;
	summary: FuzzSuiteSummary;
	coverageSummary?: FuzzSuiteCoverageSummary;
	coveragePlan?: FuzzCoveragePlanContract;
	cases: FuzzSuiteCaseResult[];
	diagnostics: FuzzSuiteDiagnostic[];
	artifactRefs: FuzzSuiteArtifactRef[];
	findings?: FuzzSuiteFinding[];
	metadata?: Record< string, unknown >;
}

export interface FuzzSuiteResultEnvelopeInput {
	readonly suite: Pick< FuzzSuiteContract, 'id' > & Partial< Omit< FuzzSuiteContract, 'id' > >;
	readonly cases?: readonly FuzzSuiteCaseResult[];
	readonly diagnostics?: readonly FuzzSuiteDiagnostic[];
	readonly artifactRefs?: readonly FuzzSuiteArtifactRef[];
	readonly findings?: readonly FuzzSuiteFinding[];
	readonly metadata?: Record< string, unknown >;
}

/**
 * The result of a suite, with status, counts and coverage computed from its cases.
 *
 * Nothing that ran nothing is `passed`: an empty result is `skipped`, and an error when the suite declares
 * artifacts or coverage that it has to have.
 *
 * @param input The suite and what became of its cases.
 */
export function fuzzSuiteResultEnvelope( input: FuzzSuiteResultEnvelopeInput ): FuzzSuiteResultEnvelope {
	const cases = [ ...( input.cases ?? [] ) ];
	const artifactRefs = withoutDuplicates( [
		...( input.artifactRefs ?? [] ),
		...cases.flatMap( ( fuzzCase ) => fuzzCase.artifactRefs ?? [] ),
	] );
	const unmet = unmetRequirements( input.suite.metadata ?? {}, cases, artifactRefs );
	const diagnostics = [
		...( input.diagnostics ?? [] ),
		...cases.flatMap( ( fuzzCase ) => fuzzCase.diagnostics ),
		...unmet,
	];
	const summary = summarizeFuzzCases( cases );
	const status =
		unmet.length > 0 || diagnostics.some( ( { code } ) => COVERAGE_CODES.includes( code ) )
			? 'error'
			: fuzzSuiteStatus( summary );
	const coveragePlan = executedPlan( input.suite, cases );
	return withoutUndefined( {
		schema: FUZZ_SUITE_RESULT_SCHEMA,
		suite: withoutUndefined( { id: input.suite.id, version: input.suite.version } ),
		status,
		success: status === 'passed',
		summary,
		coverageSummary: summarizeFuzzCoverage( { discovered: coveragePlan?.summary.discovered, cases } ),
		coveragePlan,
		cases,
		diagnostics,
		artifactRefs,
		findings: input.findings && [ ...input.findings ],
		metadata: input.metadata,
	} );
}

function unmetRequirements(
	metadata: Record< string, unknown >,
	cases: readonly FuzzSuiteCaseResult[],
	artifactRefs: readonly FuzzSuiteArtifactRef[]
): FuzzSuiteDiagnostic[] {
	if ( resultMayBeEmpty( metadata ) ) {
		return [];
	}
	const required = requiredArtifactNames( metadata );
	const unmet: FuzzSuiteDiagnostic[] = [];
	if ( cases.length === 0 && ( required.length > 0 || declaresCoverage( metadata ) ) ) {
		unmet.push( {
			severity: 'error',
			code: 'fuzz_suite_empty_cases_for_declared_contract',
			message: 'The suite declares artifacts or coverage, and it has no case.',
		} );
	}
	const present = new Set( artifactRefs.flatMap( ( ref ) => [ ref.name, ref.kind, ref.path ] ) );
	const missing = required.filter( ( name ) => ! present.has( name ) );
	if ( missing.length > 0 ) {
		unmet.push( {
			severity: 'error',
			code: 'fuzz_suite_required_artifacts_missing',
			message: `The suite declares artifacts that no case left: ${ missing.join( ', ' ) }.`,
			metadata: { missing },
		} );
	}
	return unmet;
}

function executedPlan(
	suite: FuzzSuiteResultEnvelopeInput[ 'suite' ],
	cases: readonly FuzzSuiteCaseResult[]
): FuzzCoveragePlanContract | undefined {
	const plan = ( suite.coveragePlan ?? suite.metadata?.coveragePlan ?? suite.metadata?.coverage_plan ) as
		Partial< FuzzCoveragePlanContract > | undefined;
	if ( plan === undefined ) {
		return undefined;
	}
	const item = ( fuzzCase: FuzzSuiteCaseResult ): FuzzCoveragePlanItem =>
		withoutUndefined( { id: fuzzCase.id, target: fuzzCase.target } );
	return fuzzCoveragePlanContract( {
		...plan,
		id: plan.id ?? `${ suite.id }-coverage-plan`,
		executed: cases.filter( ( { status } ) => status !== 'skipped' ).map( item ),
		skipped: [
			...( plan.skipped ?? [] ).filter( ( { id } ) => ! cases.some( ( fuzzCase ) => fuzzCase.id === id ) ),
			...cases
				.filter( ( { status } ) => status === 'skipped' )
				.map( ( fuzzCase ) => ( {
					...item( fuzzCase ),
					reason: {
						code: fuzzCase.skipReason ?? 'unspecified',
						message: fuzzCase.diagnostics[ 0 ]?.message ?? 'The case was skipped.',
					},
				} ) ),
		],
	} );
}

function withoutDuplicates( refs: readonly FuzzSuiteArtifactRef[] ): FuzzSuiteArtifactRef[] {
	const byKey = new Map( refs.map( ( ref ) => [ JSON.stringify( [ ref.kind, ref.path, ref.sha256 ] ), ref ] ) );
	return [ ...byKey.values() ];
}
