import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, result } from '../contracts/request.ts';
import { FUZZ_SUITE_RESULT_SCHEMA } from './schema-ids.ts';
import { fuzzTarget } from './target.ts';

export const FUZZ_STATUSES = [ 'passed', 'failed', 'error', 'skipped' ] as const;
export const DIAGNOSTIC_SEVERITIES = [ 'error', 'warning', 'info' ] as const;
export const RESET_STATUSES = [ 'not-required', 'passed', 'failed', 'unsupported' ] as const;
export const FINDING_SEVERITIES = [ 'high', 'medium', 'low', 'info' ] as const;

const target = result( fuzzTarget.properties );

export const fuzzDiagnostic = result( {
	severity: oneOf( DIAGNOSTIC_SEVERITIES ),
	message: Type.String(),
	code: optional( Type.String() ),
	caseId: optional( Type.String() ),
	target: optional( target ),
	metadata: optional( openObject() ),
} );

export const fuzzArtifactRef = result( {
	path: Type.String( { description: 'Relative to the bundle.' } ),
	kind: Type.String(),
	contentType: optional( Type.String() ),
	sha256: optional( Type.String() ),
	bytes: optional( Type.Integer() ),
	name: optional( Type.String() ),
	metadata: optional( openObject() ),
	payload: optional( Type.Unknown() ),
} );

export const caseReset = result( {
	mode: Type.String(),
	status: oneOf( RESET_STATUSES ),
	checkpointName: optional( Type.String() ),
	snapshotRef: optional( Type.String() ),
	fixtureRefs: optional( Type.Array( Type.String() ) ),
	artifactRefs: optional( Type.Array( fuzzArtifactRef ) ),
	diagnostics: optional( Type.Array( fuzzDiagnostic ) ),
	metadata: optional( openObject() ),
} );

const timing = result( {
	startedAt: optional( Type.String() ),
	finishedAt: optional( Type.String() ),
	durationMs: optional( Type.Number() ),
} );

export const fuzzCaseResult = result( {
	id: Type.String(),
	status: oneOf( FUZZ_STATUSES ),
	success: Type.Boolean(),
	target: optional( target ),
	timing: optional( timing ),
	outcome: optional(
		Type.String( { description: 'What became of it: accepted, rejected, crashed, timed-out, skipped.' } )
	),
	reset: optional( caseReset ),
	skipReason: optional( Type.String( { description: 'Code of the first diagnostic of a skipped case.' } ) ),
	diagnostics: optional( Type.Array( fuzzDiagnostic ) ),
	artifactRefs: optional( Type.Array( fuzzArtifactRef ) ),
	findings: optional( Type.Array( Type.String(), { description: 'Fingerprints of the findings of this case.' } ) ),
	metadata: optional( openObject() ),
} );

export const fuzzFinding = result(
	{
		fingerprint: Type.String( { description: 'Equal for the same defect.' } ),
		oracle: Type.String(),
		severity: oneOf( FINDING_SEVERITIES ),
		message: Type.String(),
		location: optional( Type.Union( [ result( { file: Type.String(), line: Type.Integer() } ), Type.Null() ] ) ),
		proof: optional( Type.Boolean( { description: 'True when it was seen to happen, not inferred.' } ) ),
		caseIds: optional( Type.Array( Type.String() ) ),
		count: optional( Type.Integer() ),
		evidence: optional( openObject() ),
		target: optional( target ),
		replay: optional( openObject() ),
	},
	'A defect that an oracle found.'
);

export const fuzzSummary = result( {
	total: Type.Integer(),
	passed: Type.Integer(),
	failed: Type.Integer(),
	error: Type.Integer(),
	skipped: Type.Integer(),
} );

export const fuzzCoverageSummary = result( {
	discovered: Type.Integer(),
	generated: Type.Integer(),
	executed: Type.Integer(),
	skipped: Type.Integer(),
	untested: Type.Integer(),
	skippedReasons: Type.Array(
		result( {
			reason: Type.String(),
			count: Type.Integer(),
			caseIds: optional( Type.Array( Type.String() ) ),
		} )
	),
} );

export const fuzzSuiteResult = result(
	{
		schema: Type.Literal( FUZZ_SUITE_RESULT_SCHEMA ),
		success: Type.Boolean( { description: 'True only when the status is `passed`.' } ),
		status: oneOf( FUZZ_STATUSES ),
		suite: result( { id: Type.String(), version: optional( Type.String() ) } ),
		summary: fuzzSummary,
		cases: Type.Array( fuzzCaseResult ),
		diagnostics: Type.Array( fuzzDiagnostic ),
		artifactRefs: Type.Array( fuzzArtifactRef ),
		findings: optional( Type.Array( fuzzFinding ) ),
		coverageSummary: optional( fuzzCoverageSummary ),
		coveragePlan: optional( openObject( 'A fuzz-coverage-plan/v1 document.' ) ),
		timing: optional( timing ),
		metadata: optional( openObject() ),
	},
	'What became of a suite (wp-codebox/fuzz-suite-result/v1).'
);

export type FuzzSuiteCaseStatus = ( typeof FUZZ_STATUSES )[ number ];
export type FuzzSuiteDiagnosticSeverity = ( typeof DIAGNOSTIC_SEVERITIES )[ number ];
export type FuzzSuiteResetStatus = ( typeof RESET_STATUSES )[ number ];
export type FuzzSuiteDiagnostic = Static< typeof fuzzDiagnostic >;
export type FuzzSuiteArtifactRef = Static< typeof fuzzArtifactRef >;
export type FuzzSuiteCaseResetResult = Static< typeof caseReset >;
export type FuzzSuiteCaseResult = Omit< Static< typeof fuzzCaseResult >, 'diagnostics' > & {
	diagnostics: FuzzSuiteDiagnostic[];
};
export type FuzzSuiteFinding = Static< typeof fuzzFinding >;
export type FuzzSuiteSummary = Static< typeof fuzzSummary >;
export type FuzzSuiteCoverageSummary = Static< typeof fuzzCoverageSummary >;
export type FuzzSuiteSkippedReasonSummary = FuzzSuiteCoverageSummary[ 'skippedReasons' ][ number ];
