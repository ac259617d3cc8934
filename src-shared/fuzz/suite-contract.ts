import { withoutUndefined } from '../contracts/without-undefined.ts';
import { FUZZ_RESET_MODES, type FuzzSuiteResetPolicy } from './reset-policy.ts';
import type { FuzzSuiteDiagnostic } from './result.ts';
import { FUZZ_SUITE_SCHEMA } from './schema-ids.ts';
import type { FuzzSuiteCase, FuzzSuiteContract } from './suite.ts';

/**
 * A `wp-codebox/fuzz-suite/v1` document.
 *
 * It fills in what a builder may leave out; the runner validates.
 *
 * @param input The suite; `cases` may be left out.
 */
export function fuzzSuiteContract(
	input: Omit< FuzzSuiteContract, 'schema' | 'cases' > & { readonly cases?: readonly FuzzSuiteCase[] }
): FuzzSuiteContract {
	return withoutUndefined( {
		...input,
		schema: FUZZ_SUITE_SCHEMA,
		cases: ( input.cases ?? [] ).map( ( fuzzCase ) => withoutUndefined( fuzzCase ) ),
	} );
}

/**
 * The reset policy that applies to a case: its own, else the suite's, else none.
 *
 * @param suite    The suite.
 * @param fuzzCase One of its cases.
 */
export function fuzzSuiteCaseResetPolicy( suite: FuzzSuiteContract, fuzzCase: FuzzSuiteCase ): FuzzSuiteResetPolicy {
	return normalizeFuzzSuiteResetPolicy(
		fuzzCase.resetPolicy ?? fuzzCase.reset_policy ?? suite.resetPolicy ?? suite.reset_policy
	);
}

/**
 * A reset policy in one spelling.
 *
 * @param input A policy in either spelling, or its mode alone; anything else means `none`.
 */
export function normalizeFuzzSuiteResetPolicy( input: unknown ): FuzzSuiteResetPolicy {
	if ( typeof input === 'string' ) {
		return { mode: input };
	}
	if ( input === null || typeof input !== 'object' || Array.isArray( input ) ) {
		return { mode: 'none' };
	}
	const policy = input as Partial< FuzzSuiteResetPolicy >;
	const fixtureRefs = [ ...new Set( [ ...( policy.fixtureRefs ?? [] ), ...( policy.fixture_refs ?? [] ) ] ) ];
	return withoutUndefined( {
		mode: policy.mode ?? 'none',
		checkpointName: policy.checkpointName ?? policy.checkpoint_name,
		snapshotRef: policy.snapshotRef ?? policy.snapshot_ref,
		fixtureRefs: fixtureRefs.length > 0 ? fixtureRefs : undefined,
		metadata: policy.metadata,
	} );
}

/**
 * What is wrong with a reset policy.
 *
 * @param input  As `normalizeFuzzSuiteResetPolicy()` takes it.
 * @param caseId The case it belongs to.
 */
export function fuzzSuiteResetPolicyDiagnostics( input: unknown, caseId?: string ): FuzzSuiteDiagnostic[] {
	const policy = normalizeFuzzSuiteResetPolicy( input );
	const diagnostic = ( code: string, message: string, metadata?: Record< string, unknown > ): FuzzSuiteDiagnostic =>
		withoutUndefined( { severity: 'error', code, message, caseId, metadata } );
	if ( ! ( FUZZ_RESET_MODES as readonly string[] ).includes( policy.mode ) ) {
		return [
			diagnostic( 'fuzz_suite_reset_policy_invalid_mode', `There is no reset mode "${ policy.mode }".`, {
				supportedModes: [ ...FUZZ_RESET_MODES ],
			} ),
		];
	}
	if ( policy.mode === 'restore-snapshot' && ! policy.snapshotRef ) {
		return [
			diagnostic(
				'fuzz_suite_reset_policy_snapshot_ref_required',
				'The reset mode restore-snapshot needs a snapshotRef.'
			),
		];
	}
	return [];
}
