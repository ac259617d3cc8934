import { comparePaths } from './file-list.ts';
import type { ArtifactManifestFile, RuntimeInfo } from './manifest.ts';
import { IN_TOTO_STATEMENT_TYPE, RUN_PREDICATE_TYPE } from './schemas.ts';

/** The in-toto Statement v1 that each bundle carries. */
export interface ProvenanceStatement {
	readonly _type: typeof IN_TOTO_STATEMENT_TYPE;
	readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
	readonly predicateType: typeof RUN_PREDICATE_TYPE;
	readonly predicate: Readonly< Record< string, unknown > >;
}

/**
 * @param files     Files of the bundle but the statement itself and the manifest.
 * @param runtime   What produced them.
 * @param predicate What ran: `operation`, `inputs` (name → sha256), `versions`, `logs`.
 */
export function provenanceStatement(
	files: readonly ArtifactManifestFile[],
	runtime: RuntimeInfo,
	predicate: Readonly< Record< string, unknown > >
): ProvenanceStatement {
	return {
		_type: IN_TOTO_STATEMENT_TYPE,
		subject: [ ...files ]
			.sort( ( left, right ) => comparePaths( left.path, right.path ) )
			.map( ( file ) => ( { name: file.path, digest: { sha256: file.sha256.value } } ) ),
		predicateType: RUN_PREDICATE_TYPE,
		predicate: { runtime, ...predicate },
	};
}
