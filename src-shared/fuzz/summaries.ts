import type { FuzzSuiteCaseResult, FuzzSuiteCaseStatus, FuzzSuiteCoverageSummary, FuzzSuiteSummary } from './result.ts';

/**
 * How many cases ended how.
 *
 * @param cases Case results; only the status is looked at.
 */
export function summarizeFuzzCases( cases: readonly Pick< FuzzSuiteCaseResult, 'status' >[] ): FuzzSuiteSummary {
	const summary: FuzzSuiteSummary = { total: cases.length, passed: 0, failed: 0, error: 0, skipped: 0 };
	for ( const { status } of cases ) {
		summary[ status ] += 1;
	}
	return summary;
}

/**
 * The one status rule (design §2): a suite passed only when at least one case ran, none failed and none errored.
 *
 * @param summary How many cases ended how.
 */
export function fuzzSuiteStatus( summary: FuzzSuiteSummary ): FuzzSuiteCaseStatus {
	if ( summary.error > 0 ) {
		return 'error';
	}
	if ( summary.failed > 0 ) {
		return 'failed';
	}
	return summary.passed > 0 ? 'passed' : 'skipped';
}

/**
 * How far a run got over what there is.
 *
 * @param input            What is known.
 * @param input.discovered How many targets there are; default the number of cases.
 * @param input.generated  How many of them have a case; default the number of cases.
 * @param input.cases      Case results.
 */
export function summarizeFuzzCoverage( input: {
	readonly discovered?: number;
	readonly generated?: number;
	readonly cases: readonly Pick< FuzzSuiteCaseResult, 'id' | 'status' | 'skipReason' >[];
} ): FuzzSuiteCoverageSummary {
	const generated = input.generated ?? input.cases.length;
	const discovered = input.discovered ?? generated;
	const skipped = input.cases.filter( ( { status } ) => status === 'skipped' );
	const reasons = new Map< string, string[] >();
	for ( const fuzzCase of skipped ) {
		const reason = fuzzCase.skipReason ?? 'unspecified';
		reasons.set( reason, [ ...( reasons.get( reason ) ?? [] ), fuzzCase.id ] );
	}
	return {
		discovered,
		generated,
		executed: input.cases.length - skipped.length,
		skipped: skipped.length,
		untested: Math.max( discovered - generated, 0 ),
		skippedReasons: [ ...reasons ].map( ( [ reason, caseIds ] ) => ( { reason, count: caseIds.length, caseIds } ) ),
	};
}
