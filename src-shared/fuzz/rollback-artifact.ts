import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { MutationAffectedIdentifier, MutationIsolationOperation, MutationStepRef } from './mutation-artifacts.ts';
import { WORDPRESS_ROLLBACK_ARTIFACT_SCHEMA } from './schema-ids.ts';

export const WORDPRESS_ROLLBACK_ARTIFACT_KIND = 'wordpress-rollback';

export type WordPressRollbackLifecycleStatus = 'captured' | 'restored' | 'failed' | 'missing';

export interface WordPressRollbackCaptureEvidence extends MutationStepRef {
	status: WordPressRollbackLifecycleStatus;
	capture?: Record< string, unknown >;
}

interface RollbackDiff {
	changed: boolean;
	before?: unknown;
	after?: unknown;
	restored?: unknown;
	restoreMatchesBefore: boolean;
}

export interface WordPressRollbackOptionDiff extends RollbackDiff {
	name: string;
}

export interface WordPressRollbackTableDiff extends RollbackDiff {
	table: string;
}

export interface WordPressRollbackObjectDiff extends RollbackDiff {
	kind: string;
	id?: string | number;
}

export interface WordPressRollbackArtifact {
	schema: typeof WORDPRESS_ROLLBACK_ARTIFACT_SCHEMA;
	artifactKind: typeof WORDPRESS_ROLLBACK_ARTIFACT_KIND;
	operation: MutationIsolationOperation;
	target: string;
	lifecycle: {
		before: WordPressRollbackCaptureEvidence;
		after: WordPressRollbackCaptureEvidence;
		restore: WordPressRollbackCaptureEvidence;
	};
	result: {
		status: 'passed' | 'failed';
		restored: boolean;
		validation: 'matched-before' | 'mismatch' | 'not-validated';
	};
	diff: {
		options: WordPressRollbackOptionDiff[];
		tables: WordPressRollbackTableDiff[];
		objects: WordPressRollbackObjectDiff[];
	};
	changedOptions?: string[];
	changedTables?: string[];
	changedObjects?: MutationAffectedIdentifier[];
	diagnostics?: { code: string; message: string }[];
	generatedAt: string;
	metadata?: Record< string, unknown >;
}

export type WordPressRollbackArtifactInput = Pick<
	WordPressRollbackArtifact,
	'operation' | 'target' | 'lifecycle' | 'metadata'
> & {
	readonly diff?: Partial< WordPressRollbackArtifact[ 'diff' ] >;
	readonly generatedAt?: string;
};

/**
 * Evidence that state was put back. Verdict, changed names and diagnostics follow from lifecycle and diff;
 * nobody can declare them.
 *
 * @param input What was captured before, after, and after the restore.
 */
export function wordpressRollbackArtifact( input: WordPressRollbackArtifactInput ): WordPressRollbackArtifact {
	const diff = {
		options: input.diff?.options ?? [],
		tables: input.diff?.tables ?? [],
		objects: input.diff?.objects ?? [],
	};
	const all = [ ...diff.options, ...diff.tables, ...diff.objects ];
	const { before, after, restore } = input.lifecycle;
	const captured = [ before, after ].every( ( { status } ) => status === 'captured' );
	const restored = restore.status === 'restored';
	const matches = all.every( ( entry ) => entry.restoreMatchesBefore );
	const validation =
		! captured || ! restored || all.length === 0 ? 'not-validated' : matches ? 'matched-before' : 'mismatch';
	const diagnostics = [
		...( [ before, after, restore ].some( ( { status } ) => status === 'missing' )
			? [ { code: 'rollback-evidence-missing', message: 'A capture is missing.' } ]
			: [] ),
		...( [ before, after, restore ].some( ( { status } ) => status === 'failed' )
			? [ { code: 'rollback-capture-failed', message: 'A capture or the restore failed.' } ]
			: [] ),
		...( validation === 'mismatch'
			? [
					{
						code: 'rollback-restore-validation-failed',
						message: 'The restored state differs from the state before.',
					},
				]
			: [] ),
	];
	const changedOptions = diff.options.filter( ( { changed } ) => changed ).map( ( { name } ) => name );
	const changedTables = diff.tables.filter( ( { changed } ) => changed ).map( ( { table } ) => table );
	const changedObjects = diff.objects
		.filter( ( { changed } ) => changed )
		.map( ( { kind, id } ) => ( { kind, id: id ?? kind } ) );
	return withoutUndefined( {
		schema: WORDPRESS_ROLLBACK_ARTIFACT_SCHEMA,
		artifactKind: WORDPRESS_ROLLBACK_ARTIFACT_KIND,
		operation: input.operation,
		target: input.target,
		lifecycle: input.lifecycle,
		result: {
			status: validation === 'matched-before' ? 'passed' : 'failed',
			restored: validation === 'matched-before',
			validation,
		},
		diff,
		changedOptions: changedOptions.length > 0 ? changedOptions : undefined,
		changedTables: changedTables.length > 0 ? changedTables : undefined,
		changedObjects: changedObjects.length > 0 ? changedObjects : undefined,
		diagnostics: diagnostics.length > 0 ? diagnostics : undefined,
		generatedAt: input.generatedAt ?? new Date().toISOString(),
		metadata: input.metadata,
	} );
}
