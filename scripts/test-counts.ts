/** How many tests of a runner passed and failed, and the names of those that failed. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly failures: readonly string[];
}

/** A skipped test counts as failed: on CI nothing may be skipped. */
export function countJest( json: string ): Counts {
	const report = JSON.parse( json ) as {
		readonly numPassedTests: number;
		readonly numFailedTests: number;
		readonly numPendingTests: number;
		readonly numRuntimeErrorTestSuites: number;
		readonly testResults: readonly {
			readonly name: string;
			readonly status: string;
			readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
		}[];
	};
	const failures = report.testResults.flatMap( ( file ) => {
		const tests = file.assertionResults.filter( ( { status } ) => status !== 'passed' );
		return file.status === 'failed' && tests.length === 0 ? [ file.name ] : tests.map( ( test ) => test.fullName );
	} );
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + report.numPendingTests + report.numRuntimeErrorTestSuites,
		failures,
	};
}

/** PHPUnit's JUnit report: the outermost test suite has the sums. */
export function countJunit( xml: string ): Counts {
	const outermost = /<testsuite\s[^>]*>/.exec( xml )?.[ 0 ] ?? '';
	const number = ( name: string ) => Number( new RegExp( `\\s${ name }="(\\d+)"` ).exec( outermost )?.[ 1 ] ?? 0 );
	const failed = number( 'failures' ) + number( 'errors' ) + number( 'skipped' );
	const failures = xml
		.split( '<testcase ' )
		.slice( 1 )
		.filter( ( test ) => /^[^>]*[^/]>\s*<(?:failure|error|skipped)\b/.test( test ) )
		.map( ( test ) => {
			const attribute = ( name: string ) => new RegExp( `\\b${ name }="([^"]*)"` ).exec( test )?.[ 1 ] ?? '?';
			return `${ attribute( 'class' ) }::${ attribute( 'name' ) }`;
		} );
	return { passed: number( 'tests' ) - failed, failed, failures };
}

interface PlaywrightSuite {
	readonly suites?: readonly PlaywrightSuite[];
	readonly specs?: readonly {
		readonly title: string;
		readonly file: string;
		readonly tests: readonly { readonly status: string }[];
	}[];
}

/** Playwright's JSON report. */
export function countPlaywright( json: string ): Counts {
	const { stats, suites } = JSON.parse( json ) as PlaywrightSuite & {
		stats: Record< 'expected' | 'unexpected' | 'flaky' | 'skipped', number >;
	};
	const failuresOf = ( suite: PlaywrightSuite ): string[] => [
		...( suite.suites ?? [] ).flatMap( failuresOf ),
		...( suite.specs ?? [] )
			.filter( ( { tests } ) => tests.some( ( { status } ) => status === 'unexpected' || status === 'skipped' ) )
			.map( ( { file, title } ) => `${ file } › ${ title }` ),
	];
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected + stats.skipped,
		failures: ( suites ?? [] ).flatMap( failuresOf ),
	};
}
