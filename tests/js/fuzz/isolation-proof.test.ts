import { sandboxIsolationProof, sandboxIsolationProofDigest } from '../../../src-shared/fuzz/isolation-proof.ts';

type Proof = Parameters< typeof sandboxIsolationProof >[ 0 ];

const good = (): Proof => ( {
	status: 'passed',
	baseline: { status: 'created', stepId: '1' },
	mutation: { status: 'mutated', command: 'wordpress.rest-request' },
	restore: { status: 'restored', executionId: '3' },
	diff: { status: 'clean-after-restore', changed: true },
	runtimeBoundary: {
		backend: 'wasm',
		environment: 'wordpress',
		disposable: true,
		hostAccess: 'declared-mounts-only',
		destroy: { status: 'destroyed', stepId: '4' },
	},
	artifacts: [ { path: 'files/proof.json', kind: 'sandbox-isolation-proof' } ],
	generatedAt: '2026-01-01T00:00:00.000Z',
} );

it( 'a complete proof carries every field that mission/000 lists', () => {
	expect( sandboxIsolationProof( good() ) ).toMatchObject( {
		schema: 'wp-codebox/sandbox-isolation-proof/v1',
		artifactKind: 'sandbox-isolation-proof',
		version: 1,
		status: 'passed',
	} );
} );

it.each< [ string, ( proof: Proof ) => unknown, RegExp ] >( [
	[ 'no baseline', ( proof ) => Reflect.deleteProperty( proof, 'baseline' ), /baseline\.status=created/ ],
	[ 'no mutation', ( proof ) => Reflect.deleteProperty( proof, 'mutation' ), /mutation\.status=mutated/ ],
	[ 'no restore', ( proof ) => Reflect.deleteProperty( proof, 'restore' ), /restore\.status/ ],
	[ 'no diff', ( proof ) => Reflect.deleteProperty( proof, 'diff' ), /diff evidence/ ],
	[ 'no boundary', ( proof ) => Reflect.deleteProperty( proof, 'runtimeBoundary' ), /disposable runtime boundary/ ],
	[
		'no destroy',
		( proof ) => Reflect.deleteProperty( proof.runtimeBoundary, 'destroy' ),
		/destroy\.status=destroyed/,
	],
	[
		'destroy without evidence',
		( proof ) => ( proof.runtimeBoundary.destroy = { status: 'destroyed' } ),
		/destroy command or execution evidence/,
	],
	[
		'a step without evidence',
		( proof ) => ( proof.mutation = { status: 'mutated' } ),
		/mutation command or execution evidence/,
	],
	[
		'host access',
		( proof ) => ( ( proof.runtimeBoundary as { hostAccess: string } ).hostAccess = 'all' ),
		/declared-mounts-only/,
	],
	[ 'no artifacts', ( proof ) => ( proof.artifacts = [] ), /artifact refs/ ],
	[ 'an artifact without kind', ( proof ) => ( proof.artifacts[ 0 ]!.kind = '' ), /path and kind/ ],
	[ 'an absolute path', ( proof ) => ( proof.artifacts[ 0 ]!.path = '/etc/passwd' ), /inside the bundle/ ],
	[ 'a path that climbs', ( proof ) => ( proof.artifacts[ 0 ]!.path = 'a/../../b' ), /inside the bundle/ ],
	[ 'a drive', ( proof ) => ( proof.artifacts[ 0 ]!.path = 'C:/x' ), /inside the bundle/ ],
	[ 'dirt after the restore', ( proof ) => ( proof.diff.status = 'dirty-after-restore' ), /clean-after-restore/ ],
	[ 'a restore that failed', ( proof ) => ( proof.restore.status = 'failed' ), /restored state/ ],
	[ 'mismatches', ( proof ) => ( proof.diff.restoreMismatches = [ 'wp_options' ] ), /mismatches/ ],
	[ 'a failed step', ( proof ) => ( proof.mutation.exitCode = 1 ), /exit status 0 of mutation/ ],
] )( 'no proof with %s', ( _what, spoil, message ) => {
	const proof = good();
	spoil( proof );
	expect( () => sandboxIsolationProof( proof ) ).toThrow( message );
} );

it( 'a failed run may be proven failed', () => {
	const proof = {
		...good(),
		status: 'failed' as const,
		restore: { status: 'failed' as const, stepId: '3', exitCode: 1 },
	};
	expect( sandboxIsolationProof( proof ).status ).toBe( 'failed' );
} );

it( 'nobody can declare another schema', () => {
	const proof = { ...good(), schema: 'mine', version: 7 } as unknown as Proof;
	expect( sandboxIsolationProof( proof ) ).toMatchObject( {
		schema: 'wp-codebox/sandbox-isolation-proof/v1',
		version: 1,
	} );
} );

it( 'the digest does not depend on the order of fields', () => {
	const proof = sandboxIsolationProof( good() );
	const reversed = Object.fromEntries( Object.entries( proof ).reverse() ) as typeof proof;
	expect( sandboxIsolationProofDigest( reversed ) ).toBe( sandboxIsolationProofDigest( proof ) );
	expect( sandboxIsolationProofDigest( proof ) ).toMatch( /^[0-9a-f]{64}$/ );
} );
