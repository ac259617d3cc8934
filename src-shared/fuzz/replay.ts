import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { FuzzSuiteArtifactRef, FuzzSuiteCaseStatus } from './result.ts';
import {
	FUZZ_ARTIFACT_BUNDLE_SCHEMA,
	FUZZ_MINIMIZE_CAPABILITY_SCHEMA,
	FUZZ_REPLAY_CASE_REF_SCHEMA,
} from './schema-ids.ts';
import type { FuzzSuiteTargetRef } from './target.ts';

/** Where the input lies with which one case can be run again. */
export interface FuzzReplayCaseRef {
	schema: typeof FUZZ_REPLAY_CASE_REF_SCHEMA;
	caseId: string;
	path: string;
	kind: 'fuzz-replay-case';
	contentType: string;
	sha256?: string;
	bytes?: number;
	target?: FuzzSuiteTargetRef;
	status?: FuzzSuiteCaseStatus;
	metadata?: Record< string, unknown >;
}

export interface FuzzMinimizeCapability {
	schema: typeof FUZZ_MINIMIZE_CAPABILITY_SCHEMA;
	status: 'supported' | 'unsupported';
	inputKind: string;
	operation?: string;
	reason?: string;
	requiredArtifacts?: string[];
}

export interface FuzzArtifactBundle {
	schema: typeof FUZZ_ARTIFACT_BUNDLE_SCHEMA;
	suiteId: string;
	path: string;
	manifestPath: string;
	resultRef: FuzzSuiteArtifactRef;
	caseResultStreamRef?: FuzzSuiteArtifactRef;
	replayCaseRefs: FuzzReplayCaseRef[];
	hotspotRefs: FuzzSuiteArtifactRef[];
	minimize?: FuzzMinimizeCapability;
	artifactRefs: FuzzSuiteArtifactRef[];
	metadata?: Record< string, unknown >;
}

/**
 * @param input Which case, and where its input lies.
 */
export function fuzzReplayCaseRef(
	input: Omit< FuzzReplayCaseRef, 'schema' | 'kind' | 'contentType' > & { readonly contentType?: string }
): FuzzReplayCaseRef {
	return withoutUndefined( {
		...input,
		schema: FUZZ_REPLAY_CASE_REF_SCHEMA,
		kind: 'fuzz-replay-case',
		contentType: input.contentType ?? 'application/json',
	} );
}

/**
 * @param input The files of a run.
 */
export function fuzzArtifactBundleContract(
	input: Omit< FuzzArtifactBundle, 'schema' | 'replayCaseRefs' | 'hotspotRefs' | 'artifactRefs' > &
		Partial< Pick< FuzzArtifactBundle, 'replayCaseRefs' | 'hotspotRefs' | 'artifactRefs' > >
): FuzzArtifactBundle {
	return withoutUndefined( {
		...input,
		schema: FUZZ_ARTIFACT_BUNDLE_SCHEMA,
		replayCaseRefs: input.replayCaseRefs ?? [],
		hotspotRefs: input.hotspotRefs ?? [],
		artifactRefs: input.artifactRefs ?? [],
	} );
}

/**
 * @param inputKind What would have to be minimized.
 * @param reason    Why it cannot be.
 */
export function fuzzMinimizeUnsupportedCapability( inputKind: string, reason: string ): FuzzMinimizeCapability {
	return { schema: FUZZ_MINIMIZE_CAPABILITY_SCHEMA, status: 'unsupported', inputKind, reason };
}
