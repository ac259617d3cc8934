/** Schema ids of the artifact area, and the paths that mean something inside a bundle. */
export const ARTIFACT_MANIFEST_SCHEMA = 'wp-codebox/artifact-manifest/v1';
export const ARTIFACT_METADATA_SCHEMA = 'wp-codebox/artifact-metadata/v1';
export const ARTIFACT_BUNDLE_VERIFICATION_SCHEMA = 'wp-codebox/artifact-bundle-verification/v1';
export const ARTIFACT_LIST_SCHEMA = 'wp-codebox/artifact-list/v1';
export const ARTIFACT_SCHEMA = 'wp-codebox/artifact/v1';
export const ARTIFACT_INSPECTION_SCHEMA = 'wp-codebox/artifact-inspection/v1';
export const ARTIFACT_DISCARD_SCHEMA = 'wp-codebox/artifact-discard/v1';
export const ARTIFACT_PRUNE_SCHEMA = 'wp-codebox/artifact-prune/v1';
export const ARTIFACT_EXPORT_SCHEMA = 'wp-codebox/artifact-export/v1';
export const ARTIFACT_UPLOAD_SCHEMA = 'wp-codebox/artifact-upload/v1';
export const CHANGED_FILES_SCHEMA = 'wp-codebox/changed-files/v1';
export const TEST_RESULTS_SCHEMA = 'wp-codebox/test-results/v1';
export const BROWSER_BUNDLE_NORMALIZATION_SCHEMA = 'wp-codebox/browser-artifact-bundle-normalization/v1';
export const BROWSER_ARTIFACT_PERSISTENCE_SCHEMA = 'wp-codebox/browser-artifact-persistence/v1';
export const BROWSER_ARTIFACT_REF_SCHEMA = 'wp-codebox/browser-artifact-ref/v1';
export const BROWSER_PERSISTED_BUNDLE_SCHEMA = 'wp-codebox/browser-persisted-artifact-bundle/v1';
export const BROWSER_ARTIFACT_GRANT_SCHEMA = 'wp-codebox/browser-artifact-grant/v1';

/** First words of a content digest's bundle id; 64 hex digits follow. */
export const BUNDLE_ID_PREFIX = 'artifact-bundle-sha256-';

/** Prepended to the canonical manifest before it is hashed for its own entry. */
export const MANIFEST_SELF_DOMAIN = 'wp-codebox/artifact-manifest-self/v1\n';

/** What `contentDigest.inputs` says: every file but the manifest, by path, SHA-256 and size. */
export const CONTENT_DIGEST_INPUTS = [ 'manifest.files' ] as const;

export const ARTIFACT_MANIFEST_PATH = 'manifest.json';
export const METADATA_ARTIFACT_PATH = 'metadata.json';
export const PROVENANCE_ARTIFACT_PATH = 'provenance.intoto.json';
export const CHANGED_FILES_ARTIFACT_PATH = 'files/changed-files.json';
export const PATCH_ARTIFACT_PATH = 'files/patch.diff';
export const REVIEW_ARTIFACT_PATH = 'files/review.json';
export const TEST_RESULTS_ARTIFACT_PATH = 'files/test-results.json';
export const BROWSER_FILES_ROOT = 'files/browser';
export const RUNTIME_EPISODE_EVENTS_ARTIFACT_PATH = 'files/runtime-episode.jsonl';
export const RUNTIME_EPISODE_TRACE_ARTIFACT_PATH = 'files/runtime-episode-trace.json';
export const RUNTIME_REFERENCE_MANIFEST_ARTIFACT_PATH = 'files/runtime-reference-manifest.json';
export const RUNTIME_REPLAY_REFERENCE_INDEX_ARTIFACT_PATH = 'files/runtime-replay-index.json';
export const RUNTIME_SNAPSHOT_ARTIFACT_PATH = 'files/runtime-snapshot.json';

/** in-toto Statement v1 (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). */
export const IN_TOTO_STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** Predicate of ours: what ran, with which versions, on which inputs. */
export const RUN_PREDICATE_TYPE = 'https://wp-codebox.dev/attestations/run/v1';
