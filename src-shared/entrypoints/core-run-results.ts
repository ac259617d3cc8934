/** `./core/run-results`: documents that say what became of a run (mission/000). */
export { FUZZ_SUITE_RESULT_SCHEMA } from '../fuzz/schema-ids.ts';
export { fuzzSuiteResultEnvelope } from '../fuzz/result-envelope.ts';
export type * from '../fuzz/result-envelope.ts';
export type * from '../fuzz/result.ts';
export { AGENT_TASK_RUN_RESULT_SCHEMA } from '../runtime/schema-ids.ts';
export * from '../observation/run-results.ts';
export {
	ARTIFACT_RESULT_ENVELOPE_SCHEMA,
	artifactDiagnosticsResultEnvelope,
	artifactResultEnvelope,
	normalizeArtifactResultEnvelope,
	normalizeArtifactResultTypedArtifacts,
} from '../artifacts/result-envelope.ts';
export type {
	ArtifactResultEnvelope,
	ArtifactResultEnvelopeBase,
	ArtifactResultEnvelopeInput,
	ArtifactResultOperation,
	ArtifactResultStatus,
	FailedArtifactResultEnvelope,
	SkippedArtifactResultEnvelope,
	SuccessfulArtifactResultEnvelope,
	TypedArtifactDTO,
} from '../artifacts/result-envelope.ts';
