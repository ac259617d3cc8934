import type { WordPressRestRouteInventory } from '../../../src-shared/discovery/inventories.ts';
import { samplePath } from '../../../src-shared/fuzz/builders/rest-path.ts';
import {
	restRouteInventoryToCoveragePlan,
	restRouteInventoryToFuzzSuite,
} from '../../../src-shared/fuzz/builders/rest-inventory.ts';
import { restMutationFixtureOptInContract } from '../../../src-shared/fuzz/fixture-plan.ts';
import { wordpressRestMatrixContract, wordpressRestMatrixToFuzzSuite } from '../../../src-shared/fuzz/rest-matrix.ts';
import {
	normalizeFuzzSuiteResetPolicy,
	fuzzSuiteResetPolicyDiagnostics,
} from '../../../src-shared/fuzz/suite-contract.ts';
import { wordpressHotspotsArtifact } from '../../../src-shared/observation/hotspots.ts';
import { fuzzSuiteResultEnvelope } from '../../../src-shared/fuzz/result-envelope.ts';
import { normalizeWordPressCrudOperation } from '../../../src-shared/runtime/crud-operation.ts';
import { normalizeWordPressDbOperation } from '../../../src-shared/runtime/db-operation.ts';

const inventory: WordPressRestRouteInventory = {
	schema: 'wp-codebox/wordpress-rest-route-inventory/v1',
	command: 'wordpress.rest-route-inventory',
	status: 'ok',
	namespaces: [ 'wp/v2', 'demo/v1' ],
	diagnostics: [],
	routes: [
		{
			route: '/wp/v2/posts',
			namespace: 'wp/v2',
			methods: [ 'GET', 'POST' ],
			argNames: [],
			endpoints: [ { methods: [ 'GET', 'POST' ], permission: { mode: 'callback' }, args: [] } ],
		},
		{
			route: '/wp/v2/posts/(?P<id>[\\d]+)',
			namespace: 'wp/v2',
			methods: [ 'GET' ],
			argNames: [ 'id' ],
			endpoints: [
				{
					methods: [ 'GET' ],
					permission: { mode: 'public' },
					args: [ { name: 'id', required: true, type: 'integer' } ],
				},
			],
		},
		{
			route: '/demo/v1/search',
			namespace: 'demo/v1',
			methods: [ 'GET' ],
			argNames: [ 'kind' ],
			endpoints: [
				{
					methods: [ 'GET' ],
					permission: { mode: 'public' },
					args: [ { name: 'kind', required: true, type: 'string', enum: [ 'post', 'page' ] } ],
				},
			],
		},
	],
};

describe( 'a suite from REST routes', () => {
	it( 'has the ids and paths that consumers know', () => {
		const suite = restRouteInventoryToFuzzSuite( inventory );
		expect( suite.id ).toBe( 'wordpress-rest-route-inventory-fuzz-suite' );
		expect( suite.cases.map( ( { id, target } ) => [ id, target?.kind ] ) ).toEqual( [
			[ 'rest-get-wp-v2-posts-0', 'rest' ],
			[ 'rest-post-wp-v2-posts-0', 'rest-planned' ],
			[ 'rest-get-wp-v2-posts-p-id-d-0', 'rest' ],
			[ 'rest-get-demo-v1-search-0', 'rest' ],
		] );
		expect( suite.cases[ 2 ]!.input ).toEqual( { method: 'GET', path: '/wp/v2/posts/1' } );
		expect( suite.cases[ 3 ]!.input ).toMatchObject( { params: { kind: 'post' } } );
	} );

	it( 'mutates only where somebody opted in, with user and body', () => {
		const optIn = restMutationFixtureOptInContract( {
			id: 'o',
			route: '/wp/v2/posts',
			methods: [ 'post', 'POST' ],
			auth: { user: 'admin' },
		} );
		expect( optIn.methods ).toEqual( [ 'POST' ] );
		const suite = restRouteInventoryToFuzzSuite( inventory, { restMutationOptIns: [ optIn ] } );
		expect( suite.cases[ 1 ] ).toMatchObject( {
			target: { kind: 'runtime-action' },
			input: { type: 'rest_request', method: 'POST', path: '/wp/v2/posts', user: 'admin' },
			resetPolicy: { mode: 'checkpoint-per-case' },
		} );
	} );

	it( 'changes a required argument too', () => {
		const suite = restRouteInventoryToFuzzSuite( inventory, { restPayloadFamilies: [ 'enum-variant' ] } );
		expect( suite.cases.map( ( { input } ) => input ) ).toContainEqual( {
			method: 'GET',
			path: '/demo/v1/search',
			params: { kind: 'page' },
		} );
	} );

	it( 'a plan says why a case cannot run', () => {
		const plan = restRouteInventoryToCoveragePlan( inventory );
		expect( plan.summary ).toMatchObject( { discovered: 4, executable: 3, untested: 1 } );
		expect( plan.untested[ 0 ]?.reason?.code ).toBe( 'mutating_rest_method_requires_explicit_opt_in' );
	} );
} );

it.each( [
	[ '/t/v1/(?P<id>[\\d]+)', '/t/v1/1' ],
	[ '/t/v1/(?P<slug>[a-z]+)/x', '/t/v1/sample/x' ],
	[ '/t/v1/(?P<id>((\\d)+))/(?P<b>[)(]+|a)', '/t/v1/1/a' ],
	[ '/t/v1/(?P<id>[\\d]++)', '/t/v1/1' ],
	[
		'/wp/v2/templates/(?P<id>([^\\/:<>\\*\\?"\\|]+(?:\\/[^\\/:<>\\*\\?"\\|]+)?)[\\/\\w%-]+)',
		'/wp/v2/templates/sample',
	],
] )( 'the path of %s matches the route', ( route, path ) => {
	expect( samplePath( route ) ).toBe( path );
} );

it( 'a REST matrix asks for the path, method and body of each case', () => {
	const suite = wordpressRestMatrixToFuzzSuite(
		wordpressRestMatrixContract( {
			id: 'm',
			cases: [ { id: 'a', method: 'post', path: '/x/v1/y', bodyJson: { payload: 1 }, user: 'editor' } ],
		} )
	);
	expect( suite.cases[ 0 ] ).toMatchObject( {
		target: { kind: 'rest', entrypoint: '/x/v1/y' },
		input: { method: 'POST', path: '/x/v1/y', bodyJson: { payload: 1 }, user: 'editor' },
	} );
} );

describe( 'reset policies', () => {
	it( 'take a mode alone and both spellings', () => {
		expect( normalizeFuzzSuiteResetPolicy( 'checkpoint-per-case' ) ).toEqual( { mode: 'checkpoint-per-case' } );
		expect(
			normalizeFuzzSuiteResetPolicy( {
				mode: 'none',
				checkpoint_name: 'a',
				fixtureRefs: [ 'x' ],
				fixture_refs: [ 'y' ],
			} )
		).toEqual( {
			mode: 'none',
			checkpointName: 'a',
			fixtureRefs: [ 'x', 'y' ],
		} );
		expect( normalizeFuzzSuiteResetPolicy( [] ) ).toEqual( { mode: 'none' } );
	} );

	it( 'name what is wrong', () => {
		expect( fuzzSuiteResetPolicyDiagnostics( 'sometimes', 'c' )[ 0 ] ).toMatchObject( {
			code: 'fuzz_suite_reset_policy_invalid_mode',
			caseId: 'c',
		} );
		expect( fuzzSuiteResetPolicyDiagnostics( 'restore-snapshot' )[ 0 ]?.code ).toBe(
			'fuzz_suite_reset_policy_snapshot_ref_required'
		);
		expect( fuzzSuiteResetPolicyDiagnostics( { mode: 'restore-snapshot', snapshot_ref: 's' } ) ).toEqual( [] );
	} );
} );

it( 'hotspots: a failed case with one diagnostic scores 2000, a skipped one nothing, equal targets are one entry', () => {
	const diagnostics = [ { severity: 'error' as const, message: 'x', code: 'y' } ];
	const target = { kind: 'rest' as const, entrypoint: 'https://example.com/wp/v2/posts' };
	const artifact = wordpressHotspotsArtifact( {
		fuzzResult: fuzzSuiteResultEnvelope( {
			suite: { id: 's' },
			cases: [
				{ id: 'a', status: 'failed', success: false, diagnostics, target },
				{ id: 'b', status: 'failed', success: false, diagnostics: [], target },
				{ id: 'c', status: 'skipped', success: false, diagnostics, target: { kind: 'rest', entrypoint: '/x' } },
				{
					id: 'd',
					status: 'failed',
					success: false,
					diagnostics: [],
					target: { kind: 'rest', entrypoint: '/d' },
				},
			],
		} ),
	} );
	expect(
		artifact.hotspots.map( ( { rank, score, relativeScore, identifier } ) => [
			rank,
			score,
			relativeScore,
			identifier.id,
		] )
	).toEqual( [
		[ 1, 3000, 1, '/wp/v2/posts' ],
		[ 2, 1000, 0.333333, '/d' ],
	] );
} );

describe( 'CRUD and database operations', () => {
	it( 'trim strings, clamp the limit and name the field that is wrong', () => {
		const read = { operation: 'list', resource: { kind: ' post ' }, query: { limit: 1000 } };
		expect( normalizeWordPressCrudOperation( read ) ).toMatchObject( {
			resource: { kind: 'post' },
			query: { limit: 100 },
		} );
		expect( normalizeWordPressCrudOperation( { ...read, query: undefined } ).query ).toEqual( { limit: 20 } );
		expect( () => normalizeWordPressCrudOperation( { ...read, operation: 'drop' } ) ).toThrow(
			/wordpress\.crud-operation\.operation must be one of/
		);
		expect( () => normalizeWordPressCrudOperation( { operation: 'read', resource: {} } ) ).toThrow(
			/resource\.kind must be/
		);
		expect( () =>
			normalizeWordPressCrudOperation( { operation: 'read', resource: { kind: 'post', identifiers: { a: [] } } } )
		).toThrow( /identifiers\.a must be/ );
	} );

	it( 'database limits are clamped too', () => {
		expect(
			normalizeWordPressDbOperation( { operation: 'read', query: { table: ' wp_posts ', limit: 0 } } ).query
		).toEqual( { table: 'wp_posts', limit: 1 } );
		expect( () => normalizeWordPressDbOperation( { operation: 'truncate' } ) ).toThrow( TypeError );
	} );
} );
