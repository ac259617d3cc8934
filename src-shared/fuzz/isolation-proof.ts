import { isBundleRelativePath } from '../contracts/bundle-path.ts';
import { jsonDigest } from '../contracts/json-digest.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { MutationArtifactReference, MutationStepRef } from './mutation-artifacts.ts';
import { SANDBOX_ISOLATION_PROOF_SCHEMA } from './schema-ids.ts';

export const SANDBOX_ISOLATION_PROOF_ARTIFACT_KIND = 'sandbox-isolation-proof';

/** Fields that every proof has, as mission/000 lists them. */
export const SANDBOX_ISOLATION_PROOF_REQUIRED_ARTIFACT_FIELDS = [
	'schema',
	'artifactKind',
	'version',
	'status',
	'baseline',
	'mutation',
	'restore',
	'diff',
	'runtimeBoundary',
	'runtimeBoundary.destroy',
	'artifacts',
	'generatedAt',
] as const;

export interface SandboxIsolationProof {
	schema: typeof SANDBOX_ISOLATION_PROOF_SCHEMA;
	artifactKind: typeof SANDBOX_ISOLATION_PROOF_ARTIFACT_KIND;
	version: 1;
	status: 'passed' | 'failed';
	baseline: MutationStepRef & { status: 'created' };
	mutation: MutationStepRef & { status: 'mutated' };
	restore: MutationStepRef & { status: 'restored' | 'failed' };
	diff: {
		status: 'clean-after-restore' | 'dirty-after-restore' | 'not-validated';
		changed: boolean;
		changedOptions?: string[];
		changedTables?: string[];
		changedObjects?: unknown[];
		restoreMismatches?: unknown[];
	};
	runtimeBoundary: {
		runtimeId?: string;
		backend: string;
		environment: string;
		disposable: true;
		hostAccess: 'declared-mounts-only';
		destroy: MutationStepRef & { status: 'destroyed' };
	};
	artifacts: MutationArtifactReference[];
	generatedAt: string;
	metadata?: Record< string, unknown >;
}

export type SandboxIsolationProofInput = Omit<
	SandboxIsolationProof,
	'schema' | 'artifactKind' | 'version' | 'generatedAt'
> & { readonly generatedAt?: string };

/**
 * The proof that a destructive case stayed inside a disposable WordPress.
 *
 * Fails closed: what is missing or contradicts itself throws. A failed exit status of a step, dirt after the
 * restore, an artifact outside the bundle or a boundary that was not seen to be destroyed cannot be `passed`.
 *
 * @param  input What was observed.
 * @throws {Error} naming the first thing that is missing.
 */
export function sandboxIsolationProof( input: SandboxIsolationProofInput ): SandboxIsolationProof {
	const { baseline, mutation, restore, diff, runtimeBoundary, artifacts } =
		input as Partial< SandboxIsolationProofInput >;
	requires( input.status === 'passed' || input.status === 'failed', 'status passed or failed' );
	requires( baseline?.status === 'created', 'baseline.status=created' );
	requires( mutation?.status === 'mutated', 'mutation.status=mutated' );
	requires( restore?.status === 'restored' || restore?.status === 'failed', 'restore.status restored or failed' );
	const steps = { baseline, mutation, restore } as Record< string, MutationStepRef >;
	for ( const [ name, step ] of Object.entries( steps ) ) {
		requires( hasEvidence( step ), `${ name } command or execution evidence` );
	}
	requires( isRecord( diff ) && typeof diff.changed === 'boolean', 'a diff evidence object' );
	requires( runtimeBoundary?.disposable === true, 'a disposable runtime boundary' );
	requires( runtimeBoundary?.hostAccess === 'declared-mounts-only', 'declared-mounts-only host access' );
	requires( runtimeBoundary?.destroy?.status === 'destroyed', 'runtimeBoundary.destroy.status=destroyed' );
	requires( hasEvidence( runtimeBoundary!.destroy ), 'runtimeBoundary.destroy command or execution evidence' );
	requires( Array.isArray( artifacts ) && artifacts.length > 0, 'artifact refs' );
	for ( const ref of artifacts! ) {
		requires( Boolean( ref?.path && ref?.kind ), 'artifact refs require path and kind' );
		requires( isBundleRelativePath( ref.path ), `artifact paths inside the bundle, not ${ ref.path }` );
	}
	if ( input.status === 'passed' ) {
		requires(
			restore!.status === 'restored' && diff!.status === 'clean-after-restore',
			'status=passed requires restored state and clean-after-restore diff'
		);
		requires( ! diff!.restoreMismatches?.length, 'status=passed without restore mismatches' );
		for ( const [ name, step ] of Object.entries( { ...steps, destroy: runtimeBoundary!.destroy } ) ) {
			requires( ( step.exitCode ?? 0 ) === 0, `status=passed with exit status 0 of ${ name }` );
		}
	}
	return withoutUndefined( {
		...input,
		schema: SANDBOX_ISOLATION_PROOF_SCHEMA,
		artifactKind: SANDBOX_ISOLATION_PROOF_ARTIFACT_KIND,
		version: 1,
		generatedAt: input.generatedAt ?? new Date().toISOString(),
	} );
}

/**
 * SHA-256 of the proof as it is written: canonical JSON and a line feed.
 *
 * @param proof The proof.
 */
export function sandboxIsolationProofDigest( proof: SandboxIsolationProof ): string {
	return jsonDigest( proof ).sha256;
}

function requires( holds: boolean, what: string ): asserts holds {
	if ( ! holds ) {
		throw new Error( `Sandbox isolation proof requires ${ what }.` );
	}
}

function hasEvidence( step: MutationStepRef | undefined ): boolean {
	return Boolean( step && ( step.command || step.stepId || step.executionId || step.artifactRefs?.length ) );
}

function isRecord( value: unknown ): value is Record< string, unknown > {
	return value !== null && typeof value === 'object' && ! Array.isArray( value );
}
