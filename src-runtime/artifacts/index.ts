/** `./core/artifacts`: references, digests, verification and evidence of artifact bundles (mission/000). */
export {
	ARTIFACT_MANIFEST_PATH,
	CHANGED_FILES_ARTIFACT_PATH,
	METADATA_ARTIFACT_PATH,
	PATCH_ARTIFACT_PATH,
	REVIEW_ARTIFACT_PATH,
	RUNTIME_EPISODE_EVENTS_ARTIFACT_PATH,
	RUNTIME_EPISODE_TRACE_ARTIFACT_PATH,
	RUNTIME_REFERENCE_MANIFEST_ARTIFACT_PATH,
	RUNTIME_REPLAY_REFERENCE_INDEX_ARTIFACT_PATH,
	RUNTIME_SNAPSHOT_ARTIFACT_PATH,
} from '../../src-shared/artifacts/schemas.ts';
export { canonicalJson } from '../../src-shared/artifacts/canonical-json.ts';
export * from '../../src-shared/artifacts/diagnostics.ts';
export * from '../../src-shared/artifacts/evidence.ts';
export {
	normalizeReviewerArtifactBaseUrl,
	reviewerArtifactExportUrl,
	safeArtifactRelativePath,
} from '../../src-shared/artifacts/export-links.ts';
export { placeholderArtifactFileDigest } from '../../src-shared/artifacts/manifest.ts';
export type * from '../../src-shared/artifacts/manifest.ts';
export * from '../../src-shared/artifacts/manifest-files.ts';
export * from '../../src-shared/artifacts/public-refs.ts';
export {
	ARTIFACT_RESULT_ENVELOPE_SCHEMA,
	artifactDiagnosticsResultEnvelope,
	artifactResultEnvelope,
	normalizeArtifactResultEnvelope,
	normalizeArtifactResultTypedArtifacts,
} from '../../src-shared/artifacts/result-envelope.ts';
export type {
	ArtifactBundleVerificationViolation,
	ArtifactBundleVerificationViolationCode,
} from '../../src-shared/artifacts/violations.ts';
export { signTrustedRequest } from '../../src-shared/trust/sign.ts';
export * from './artifact-parts.ts';
export * from './capture-file.ts';
export * from './digests.ts';
export { exportArtifactBundle } from './export-bundle.ts';
export * from './export-links.ts';
export * from './import-bundle.ts';
export * from './partial-discovery.ts';
export * from './verify-bundle.ts';
export { BundleRefusedError } from './bundle-refused-error.ts';
export { writeArtifactBundle, type BundleDraft, type BundleFile, type WrittenBundle } from './write-bundle.ts';
