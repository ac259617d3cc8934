import { jsonDigest } from '../contracts/json-digest.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { WordPressRollbackArtifact } from './rollback-artifact.ts';
import { DELETE_BOUNDARY_ARTIFACT_SCHEMA, MUTATION_ISOLATION_ARTIFACT_SCHEMA } from './schema-ids.ts';

export const MUTATION_ISOLATION_ARTIFACT_KIND = 'mutation-isolation';
export const DELETE_BOUNDARY_ARTIFACT_KIND = 'delete-boundary';

export type MutationRestoreStatus = 'passed' | 'failed' | 'unsupported' | 'not-required';
export type MutationIsolationOperation = 'create' | 'update' | 'delete' | 'mutation' | ( string & {} );

export interface MutationArtifactReference {
	path: string;
	kind: string;
	sha256?: string;
	bytes?: number;
	name?: string;
	metadata?: Record< string, unknown >;
}

/** Where in a run something was seen to happen. */
export interface MutationStepRef {
	stepId?: string;
	executionId?: string;
	exitCode?: number;
	command?: string;
	artifactRefs?: MutationArtifactReference[];
}

export interface MutationIsolationStepEvidence extends MutationStepRef {
	status: 'created' | 'observed' | 'restored' | 'failed';
}

export interface MutationRestoreEvidence extends MutationStepRef {
	status: MutationRestoreStatus;
}

export interface MutationAffectedIdentifier {
	kind?: string;
	id: string | number;
	source?: string;
}

interface MutationArtifactFields {
	operation: MutationIsolationOperation;
	target: string;
	/** HTTP method in capitals. */
	method: string;
	status?: number;
	checkpointName?: string;
	beforeCheckpoint?: MutationIsolationStepEvidence;
	afterObservation?: MutationIsolationStepEvidence;
	restore?: MutationRestoreEvidence;
	rollback?: WordPressRollbackArtifact;
	affectedIdentifiers?: MutationAffectedIdentifier[];
	artifactPath?: string;
	sha256?: string;
	bytes?: number;
	/** ISO 8601. */
	generatedAt: string;
	metadata?: Record< string, unknown >;
}

export interface MutationIsolationArtifact extends MutationArtifactFields {
	schema: typeof MUTATION_ISOLATION_ARTIFACT_SCHEMA;
	artifactKind: typeof MUTATION_ISOLATION_ARTIFACT_KIND;
}

export interface DeleteBoundaryArtifact extends MutationArtifactFields {
	schema: typeof DELETE_BOUNDARY_ARTIFACT_SCHEMA;
	artifactKind: typeof DELETE_BOUNDARY_ARTIFACT_KIND;
}

export type MutationArtifactInput = Omit< MutationArtifactFields, 'generatedAt' > & {
	readonly generatedAt?: string;
};

/**
 * Evidence of a mutating case: state before, after, and put back.
 *
 * @param input What was observed; `generatedAt` is now unless given.
 */
export function mutationIsolationArtifact( input: MutationArtifactInput ): MutationIsolationArtifact {
	return withoutUndefined( {
		...input,
		schema: MUTATION_ISOLATION_ARTIFACT_SCHEMA,
		artifactKind: MUTATION_ISOLATION_ARTIFACT_KIND,
		method: input.method.toUpperCase(),
		generatedAt: input.generatedAt ?? new Date().toISOString(),
	} );
}

/**
 * Evidence of a deleting case: what it was allowed to delete, what it deleted, and that it was put back.
 *
 * @param input What was observed; `generatedAt` is now unless given.
 */
export function deleteBoundaryArtifact( input: MutationArtifactInput ): DeleteBoundaryArtifact {
	return withoutUndefined( {
		...input,
		schema: DELETE_BOUNDARY_ARTIFACT_SCHEMA,
		artifactKind: DELETE_BOUNDARY_ARTIFACT_KIND,
		method: input.method.toUpperCase(),
		generatedAt: input.generatedAt ?? new Date().toISOString(),
	} );
}

/**
 * SHA-256 of the artifact as it is written: canonical JSON and a line feed, without the fields that speak
 * about the file itself.
 *
 * @param artifact The artifact.
 */
export function mutationArtifactDigest( artifact: MutationIsolationArtifact | DeleteBoundaryArtifact ): string {
	const { sha256: _sha256, bytes: _bytes, artifactPath: _path, ...content } = artifact;
	return jsonDigest( content ).sha256;
}
