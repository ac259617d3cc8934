import fc from 'fast-check';
import { fuzzSuiteResultEnvelope } from '../../../src-shared/fuzz/result-envelope.ts';
import type { FuzzSuiteCaseResult, FuzzSuiteCaseStatus } from '../../../src-shared/fuzz/result.ts';

const result = ( id: string, status: FuzzSuiteCaseStatus, more: object = {} ): FuzzSuiteCaseResult => ( {
	id,
	status,
	success: status === 'passed',
	diagnostics: [],
	...more,
} );

describe( 'the one status rule', () => {
	it( 'never calls passed what failed, errored or did not run', () => {
		const statuses = fc.array( fc.constantFrom< FuzzSuiteCaseStatus >( 'passed', 'failed', 'error', 'skipped' ) );
		fc.assert(
			fc.property( statuses, ( list ) => {
				const envelope = fuzzSuiteResultEnvelope( {
					suite: { id: 's' },
					cases: list.map( ( status, index ) => result( String( index ), status ) ),
				} );
				const worst = ( [ 'error', 'failed', 'passed' ] as const ).find( ( status ) =>
					list.includes( status )
				);
				const expected = worst ?? 'skipped';
				expect( envelope.status ).toBe( expected );
				expect( envelope.success ).toBe( expected === 'passed' );
				expect( envelope.summary.total ).toBe( list.length );
			} )
		);
	} );

	it( 'an empty suite is skipped, not passed', () => {
		expect( fuzzSuiteResultEnvelope( { suite: { id: 's' } } ) ).toMatchObject( {
			schema: 'wp-codebox/fuzz-suite-result/v1',
			status: 'skipped',
			success: false,
		} );
	} );
} );

describe( 'declared artifacts', () => {
	const suite = { id: 's', metadata: { artifacts: { required: [ 'report' ] } } };
	const ref = { path: 'report.json', kind: 'fuzz-report', name: 'report' };

	it( 'are matched by name', () => {
		const wrong = fuzzSuiteResultEnvelope( {
			suite,
			cases: [ result( 'a', 'passed' ) ],
			artifactRefs: [ { path: 'other.json', kind: 'x' } ],
		} );
		expect( wrong.status ).toBe( 'error' );
		expect( wrong.diagnostics.map( ( { code } ) => code ) ).toEqual( [ 'fuzz_suite_required_artifacts_missing' ] );
		const right = fuzzSuiteResultEnvelope( {
			suite,
			cases: [ result( 'a', 'passed', { artifactRefs: [ ref ] } ) ],
		} );
		expect( right.status ).toBe( 'passed' );
	} );

	it( 'make an empty result an error, unless it may be empty', () => {
		expect( fuzzSuiteResultEnvelope( { suite } ).diagnostics[ 0 ]?.code ).toBe(
			'fuzz_suite_empty_cases_for_declared_contract'
		);
		const allowed = { id: 's', metadata: { ...suite.metadata, allow_empty: true } };
		expect( fuzzSuiteResultEnvelope( { suite: allowed } ).status ).toBe( 'skipped' );
	} );

	it( 'are listed once', () => {
		const envelope = fuzzSuiteResultEnvelope( {
			suite: { id: 's' },
			cases: [
				result( 'a', 'passed', { artifactRefs: [ ref ] } ),
				result( 'b', 'passed', { artifactRefs: [ ref ] } ),
			],
		} );
		expect( envelope.artifactRefs ).toEqual( [ ref ] );
	} );
} );

it( 'asking for full coverage and not getting it is an error', () => {
	const envelope = fuzzSuiteResultEnvelope( {
		suite: { id: 's' },
		cases: [ result( 'a', 'passed' ) ],
		diagnostics: [ { severity: 'error', code: 'fuzz_suite_required_coverage_unsupported', message: 'x' } ],
	} );
	expect( envelope ).toMatchObject( { status: 'error', success: false } );
} );
