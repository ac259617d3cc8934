/** What is handed on beside bundles: storage, typed artifacts, file lists, materialization results. */
import fc from 'fast-check';
import * as facade from '../../../src-shared/entrypoints/core-public.ts';

describe( 'storage', () => {
	it( 'puts paths below its root, prefix and address', () => {
		const storage = facade.runtimeArtifactStorageDescriptor( {
			root: '/srv/artifacts//',
			prefix: '/runs/1/',
			publicBaseUrl: 'https://example.org/a',
		} );
		expect( facade.artifactStoragePath( storage, 'files/ü.txt' ) ).toBe( '/srv/artifacts/runs/1/files/ü.txt' );
		expect( facade.artifactStoragePublicUrl( storage, 'files/ü b.txt' ) ).toBe(
			'https://example.org/a/runs/1/files/%C3%BC%20b.txt'
		);
		expect( facade.artifactStoragePublicUrl( facade.runtimeArtifactStorageDescriptor(), 'a.txt' ) ).toBeUndefined();
	} );

	it( 'refuses what leaves it and what only this machine can open', () => {
		const storage = facade.runtimeArtifactStorageDescriptor( { root: '/' } );
		expect( facade.artifactStoragePath( storage, 'a' ) ).toBe( '/a' );
		for ( const path of [ '../a', '/a', 'a\0', '', 'a/../../b' ] ) {
			expect( () => facade.artifactStoragePath( storage, path ) ).toThrow( /not allowed/ );
		}
		expect( () => facade.normalizeArtifactPathPrefix( '../x' ) ).toThrow( /path-traversal/ );
		expect( () => facade.normalizePublicUrlRoot( 'http://127.0.0.1/' ) ).toThrow( /public/ );
		expect( () => facade.normalizeStorageRoot( '' ) ).toThrow( /root/ );
	} );
} );

describe( 'typed artifacts', () => {
	it( 'need a name and a type; structured ones a payload too', () => {
		const list = [
			{ name: 'a', type: 't', payload: { x: 1 } },
			{ name: 'b', type: 't', path: 'b.json' },
			{ name: 'c' },
			1,
		];
		expect( facade.normalizeTypedArtifactDTOs( list ).map( ( { name } ) => name ) ).toEqual( [ 'a', 'b' ] );
		expect( facade.normalizeTypedArtifactIndex( { artifacts: list } ).artifacts ).toHaveLength( 2 );
		expect( facade.normalizeTypedArtifactDTO( { name: 'c' }, { type: 't' } ) ).toMatchObject( { type: 't' } );
		expect( facade.normalizeTypedArtifactDTO( null ) ).toBeUndefined();
		expect( facade.normalizeStructuredArtifacts( list, 'output' ) ).toEqual( [
			expect.objectContaining( { name: 'a', payload: { x: 1 }, provenance: { direction: 'output' } } ),
		] );
		expect( facade.normalizeStructuredArtifacts( { n: { type: 't', payload: 0 } }, 'input' ) ).toHaveLength( 1 );
	} );
} );

test( 'a list of files is ordered, and holds no two that are one', () => {
	const files = [
		{ path: 'b', sha256: { algorithm: 'sha256', value: 'x' }, size: 1 },
		{ path: 'a', kind: 'log' },
	];
	expect( facade.artifactBundleFileManifest( { id: 'i', files } ) ).toEqual( {
		schema: 'wp-codebox/artifact-bundle-file-manifest/v1',
		id: 'i',
		files: [
			{ path: 'a', kind: 'log' },
			{ path: 'b', sha256: 'x', size: 1 },
		],
	} );
	expect( () => facade.artifactBundleFileManifest( { files: [ { path: 'a' }, { path: 'A' } ] } ) ).toThrow( /twice/ );
	expect( () => facade.artifactBundleFileManifest( { files: [ {} ] } ) ).toThrow( /path-empty/ );
} );

describe( 'materialization results', () => {
	const completed = {
		status: 'completed',
		phases: [ { phase: 'write', status: 'completed', artifactRefs: [ { kind: 'k', path: 'p' } ] } ],
	};

	it( 'are completed only when every phase is', () => {
		const envelope = facade.materializationResultEnvelope( completed );
		expect( envelope ).toMatchObject( {
			status: 'completed',
			success: true,
			artifactRefs: [ { kind: 'k', path: 'p' } ],
		} );
		expect( facade.requireCompletedMaterializationResultEnvelope( envelope ) ).toBe( envelope );
		const failed = facade.materializationResultEnvelope( {
			...completed,
			success: true,
			phases: [
				{
					phase: 'write',
					status: 'completed',
					diagnostics: [ { code: 'c', message: 'm', severity: 'error' } ],
				},
			],
		} );
		expect( failed ).toMatchObject( { status: 'failed', success: false } );
		expect( () => facade.requireCompletedMaterializationResultEnvelope( failed ) ).toThrow( /failed: m \(c\)/ );
	} );

	it( 'are found inside what carries them, and a missing one is a failure', () => {
		const envelope = facade.materializationResultEnvelope( completed );
		expect( facade.extractMaterializationResultEnvelope( { result: envelope } ) ).toEqual( {
			found: true,
			envelope,
		} );
		expect( facade.normalizeMaterializationResultEnvelope( { result: {} }, 'nothing' ) ).toMatchObject( {
			status: 'failed',
			diagnostics: [ { message: 'nothing' } ],
		} );
	} );

	it( 'never claim a success that a status, a phase or a diagnostic denies', () => {
		const status = fc.constantFrom( 'completed', 'failed', 'skipped', 'great', undefined );
		const diagnostics = fc.array(
			fc.record( { code: fc.string(), message: fc.string(), severity: fc.constantFrom( 'info', 'error' ) } ),
			{ maxLength: 2 }
		);
		const phase = fc.record( { phase: fc.string(), status, diagnostics, success: fc.boolean() } );
		fc.assert(
			fc.property(
				fc.record( {
					status,
					diagnostics,
					success: fc.boolean(),
					phases: fc.array( phase, { maxLength: 3 } ),
				} ),
				( input ) => {
					const envelope = facade.materializationResultEnvelope( input );
					const isDenied =
						input.status !== 'completed' ||
						! input.success ||
						[ input, ...input.phases ].some( ( part ) =>
							part.diagnostics.some(
								( { severity } ) => severity === 'error' && part.status === 'completed'
							)
						) ||
						input.phases.some(
							( part ) => ! [ 'completed', 'skipped' ].includes( String( part.status ) )
						) ||
						input.phases.some( ( part ) => part.status === 'completed' && ! part.success );
					expect( envelope.success ).toBe( ! isDenied );
					expect( facade.materializationResultEnvelope( envelope ) ).toEqual( envelope );
				}
			),
			{ seed: 1121 }
		);
	} );
} );
