<?php
// Generated from src-shared/runtime by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'runtimeSession' => array(
		'schemas' => array(
			'access'                     => 'wp-codebox/runtime-access/v1',
			'previewLease'               => 'wp-codebox/preview-lease/v1',
			'previewReviewerAccess'      => 'wp-codebox/preview-reviewer-access/v1',
			'browserSessionProductDto'   => 'wp-codebox/browser-session-product-dto/v1',
			'browserPreviewBootConfig'   => 'wp-codebox/browser-preview-boot-config/v1',
			'browserContainedSiteStatus' => 'wp-codebox/browser-contained-site-status/v1',
			'browserContainedSiteOpen'   => 'wp-codebox/browser-contained-site-open/v1',
		),
	),
	'runtimeProfile' => array(
		'schemas' => array(
			'profile' => 'wp-codebox/runtime-profile/v1',
		),
	),
	'task'           => array(
		'schemas'   => array(
			'input'           => 'wp-codebox/task-input/v1',
			'runRequest'      => 'wp-codebox/agent-task-run-request/v1',
			'runResult'       => 'wp-codebox/agent-task-run-result/v1',
			'headlessRequest' => 'wp-codebox/headless-agent-task-request/v1',
			'headlessResult'  => 'wp-codebox/headless-agent-task-result/v1',
		),
		'abilities' => array(
			'run'    => 'wp-codebox/run-agent-task',
			'batch'  => 'wp-codebox/run-agent-task-batch',
			'fanout' => 'wp-codebox/run-agent-task-fanout',
		),
	),
	'agent'          => array(
		'schemas'   => array(
			'workload'  => 'wp-codebox/agent-runtime-workload/v1',
			'runResult' => 'wp-codebox/agent-task-run-result/v1',
		),
		'abilities' => array(
			'runTask'       => 'wp-codebox/run-agent-task',
			'runTaskBatch'  => 'wp-codebox/run-agent-task-batch',
			'runTaskFanout' => 'wp-codebox/run-agent-task-fanout',
		),
	),
	'artifact'       => array(
		'schemas' => array(
			'resultEnvelope'                => 'wp-codebox/artifact-result-envelope/v1',
			'typedArtifact'                 => 'wp-codebox/typed-artifact/v1',
			'typedArtifactIndex'            => 'wp-codebox/typed-artifacts-index/v1',
			'bundleFileManifest'            => 'wp-codebox/artifact-bundle-file-manifest/v1',
			'browserArtifactPersistenceRef' => 'wp-codebox/browser-artifact-persistence/ref/v1',
		),
	),
	'fuzzing'        => array(
		'schemas'   => array(
			'fuzzSuite'             => 'wp-codebox/fuzz-suite/v1',
			'fuzzSuiteResult'       => 'wp-codebox/fuzz-suite-result/v1',
			'sandboxIsolationProof' => 'wp-codebox/sandbox-isolation-proof/v1',
		),
		'abilities' => array(
			'runFuzzSuite' => 'wp-codebox/run-fuzz-suite',
		),
	),
	'credential'     => array(
		'schemas'  => array(
			'requirements' => 'wp-codebox/provider-credential-requirements/v1',
			'preflight'    => 'wp-codebox/provider-credential-preflight/v1',
			'resolution'   => 'wp-codebox/provider-credential-resolution/v1',
		),
		'redacted' => true,
	),
);
