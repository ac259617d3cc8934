<?php
// Generated from src-shared/runtime by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'runtimeSession.access'                     => 'wp-codebox/runtime-access/v1',
	'runtimeSession.previewLease'               => 'wp-codebox/preview-lease/v1',
	'runtimeSession.previewReviewerAccess'      => 'wp-codebox/preview-reviewer-access/v1',
	'runtimeSession.browserSessionProductDto'   => 'wp-codebox/browser-session-product-dto/v1',
	'runtimeSession.browserPreviewBootConfig'   => 'wp-codebox/browser-preview-boot-config/v1',
	'runtimeSession.browserContainedSiteStatus' => 'wp-codebox/browser-contained-site-status/v1',
	'runtimeSession.browserContainedSiteOpen'   => 'wp-codebox/browser-contained-site-open/v1',
	'runtimeProfile.profile'                    => 'wp-codebox/runtime-profile/v1',
	'task.input'                                => 'wp-codebox/task-input/v1',
	'task.runRequest'                           => 'wp-codebox/agent-task-run-request/v1',
	'task.runResult'                            => 'wp-codebox/agent-task-run-result/v1',
	'task.headlessRequest'                      => 'wp-codebox/headless-agent-task-request/v1',
	'task.headlessResult'                       => 'wp-codebox/headless-agent-task-result/v1',
	'agent.workload'                            => 'wp-codebox/agent-runtime-workload/v1',
	'agent.runResult'                           => 'wp-codebox/agent-task-run-result/v1',
	'artifact.resultEnvelope'                   => 'wp-codebox/artifact-result-envelope/v1',
	'artifact.typedArtifact'                    => 'wp-codebox/typed-artifact/v1',
	'artifact.typedArtifactIndex'               => 'wp-codebox/typed-artifacts-index/v1',
	'artifact.bundleFileManifest'               => 'wp-codebox/artifact-bundle-file-manifest/v1',
	'artifact.browserArtifactPersistenceRef'    => 'wp-codebox/browser-artifact-persistence/ref/v1',
	'fuzzing.fuzzSuite'                         => 'wp-codebox/fuzz-suite/v1',
	'fuzzing.fuzzSuiteResult'                   => 'wp-codebox/fuzz-suite-result/v1',
	'fuzzing.sandboxIsolationProof'             => 'wp-codebox/sandbox-isolation-proof/v1',
	'credential.requirements'                   => 'wp-codebox/provider-credential-requirements/v1',
	'credential.preflight'                      => 'wp-codebox/provider-credential-preflight/v1',
	'credential.resolution'                     => 'wp-codebox/provider-credential-resolution/v1',
);
