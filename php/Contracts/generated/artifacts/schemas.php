<?php
// Generated from src-shared/artifacts/schemas.ts by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'ARTIFACT_BUNDLE_VERIFICATION_SCHEMA'          => 'wp-codebox/artifact-bundle-verification/v1',
	'ARTIFACT_DISCARD_SCHEMA'                      => 'wp-codebox/artifact-discard/v1',
	'ARTIFACT_EXPORT_SCHEMA'                       => 'wp-codebox/artifact-export/v1',
	'ARTIFACT_INSPECTION_SCHEMA'                   => 'wp-codebox/artifact-inspection/v1',
	'ARTIFACT_LIST_SCHEMA'                         => 'wp-codebox/artifact-list/v1',
	'ARTIFACT_MANIFEST_PATH'                       => 'manifest.json',
	'ARTIFACT_MANIFEST_SCHEMA'                     => 'wp-codebox/artifact-manifest/v1',
	'ARTIFACT_METADATA_SCHEMA'                     => 'wp-codebox/artifact-metadata/v1',
	'ARTIFACT_PRUNE_SCHEMA'                        => 'wp-codebox/artifact-prune/v1',
	'ARTIFACT_SCHEMA'                              => 'wp-codebox/artifact/v1',
	'ARTIFACT_UPLOAD_SCHEMA'                       => 'wp-codebox/artifact-upload/v1',
	'BROWSER_ARTIFACT_GRANT_SCHEMA'                => 'wp-codebox/browser-artifact-grant/v1',
	'BROWSER_ARTIFACT_PERSISTENCE_SCHEMA'          => 'wp-codebox/browser-artifact-persistence/v1',
	'BROWSER_ARTIFACT_REF_SCHEMA'                  => 'wp-codebox/browser-artifact-ref/v1',
	'BROWSER_BUNDLE_NORMALIZATION_SCHEMA'          => 'wp-codebox/browser-artifact-bundle-normalization/v1',
	'BROWSER_FILES_ROOT'                           => 'files/browser',
	'BROWSER_PERSISTED_BUNDLE_SCHEMA'              => 'wp-codebox/browser-persisted-artifact-bundle/v1',
	'BUNDLE_ID_PREFIX'                             => 'artifact-bundle-sha256-',
	'CHANGED_FILES_ARTIFACT_PATH'                  => 'files/changed-files.json',
	'CHANGED_FILES_SCHEMA'                         => 'wp-codebox/changed-files/v1',
	'CONTENT_DIGEST_INPUTS'                        => array(
		'manifest.files',
	),
	'IN_TOTO_STATEMENT_TYPE'                       => 'https://in-toto.io/Statement/v1',
	'MANIFEST_SELF_DOMAIN'                         => 'wp-codebox/artifact-manifest-self/v1
',
	'METADATA_ARTIFACT_PATH'                       => 'metadata.json',
	'PATCH_ARTIFACT_PATH'                          => 'files/patch.diff',
	'PROVENANCE_ARTIFACT_PATH'                     => 'provenance.intoto.json',
	'REVIEW_ARTIFACT_PATH'                         => 'files/review.json',
	'RUNTIME_EPISODE_EVENTS_ARTIFACT_PATH'         => 'files/runtime-episode.jsonl',
	'RUNTIME_EPISODE_TRACE_ARTIFACT_PATH'          => 'files/runtime-episode-trace.json',
	'RUNTIME_REFERENCE_MANIFEST_ARTIFACT_PATH'     => 'files/runtime-reference-manifest.json',
	'RUNTIME_REPLAY_REFERENCE_INDEX_ARTIFACT_PATH' => 'files/runtime-replay-index.json',
	'RUNTIME_SNAPSHOT_ARTIFACT_PATH'               => 'files/runtime-snapshot.json',
	'RUN_PREDICATE_TYPE'                           => 'https://wp-codebox.dev/attestations/run/v1',
	'TEST_RESULTS_ARTIFACT_PATH'                   => 'files/test-results.json',
	'TEST_RESULTS_SCHEMA'                          => 'wp-codebox/test-results/v1',
	'ARTIFACT_RESULT_ENVELOPE_SCHEMA'              => 'wp-codebox/artifact-result-envelope/v1',
);
