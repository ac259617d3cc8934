/** How many tests of a runner passed and failed. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
}

/** A skipped test counts as failed: on CI nothing may be skipped. */
export function countJest( json: string ): Counts {
	const report = JSON.parse( json ) as Record<
		'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numRuntimeErrorTestSuites',
		number
	>;
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + report.numPendingTests + report.numRuntimeErrorTestSuites,
	};
}

/** PHPUnit's JUnit report: the outermost test suite has the sums. */
export function countJunit( xml: string ): Counts {
	const outermost = /<testsuite\s[^>]*>/.exec( xml )?.[ 0 ] ?? '';
	const number = ( name: string ) => Number( new RegExp( `\\s${ name }="(\\d+)"` ).exec( outermost )?.[ 1 ] ?? 0 );
	const failed = number( 'failures' ) + number( 'errors' ) + number( 'skipped' );
	return { passed: number( 'tests' ) - failed, failed };
}

/** Playwright's JSON report. */
export function countPlaywright( json: string ): Counts {
	const { stats } = JSON.parse( json ) as {
		stats: Record< 'expected' | 'unexpected' | 'flaky' | 'skipped', number >;
	};
	return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped };
}
