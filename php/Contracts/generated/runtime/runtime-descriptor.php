<?php
// Generated from src-shared/runtime by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'schema'                       => 'wp-codebox/runtime-descriptor/v1',
	'version'                      => 1,
	'runtime'                      => array(
		'id'   => 'wp-codebox',
		'name' => 'WP Codebox',
	),
	'readiness'                    => array(
		'status'           => 'available',
		'publicApi'        => true,
		'contractManifest' => true,
	),
	'capabilities'                 => array(
		'agent-task:run',
		'agent-task:batch',
		'agent-task:fanout',
		'runtime-package:run',
		'runtime-requirements:resolve',
		'wordpress-runtime:workload',
		'wordpress-runtime:fuzz-suite',
		'contract-manifest:read',
	),
	'abilities'                    => array(
		'agentTask'           => array(
			'run'    => 'wp-codebox/run-agent-task',
			'batch'  => 'wp-codebox/run-agent-task-batch',
			'fanout' => 'wp-codebox/run-agent-task-fanout',
		),
		'runtimePackage'      => array(
			'run' => 'wp-codebox/run-runtime-package',
		),
		'runtimeRequirements' => array(
			'resolve' => 'wp-codebox/resolve-runtime-requirements',
		),
		'wordpressRuntime'    => array(
			'runWorkload'  => 'wp-codebox/run-wordpress-workload',
			'runFuzzSuite' => 'wp-codebox/run-fuzz-suite',
		),
	),
	'wordpressFuzzRuntimeContract' => array(
		'schema'                      => 'wp-codebox/wordpress-fuzz-runtime-contract/v1',
		'version'                     => 1,
		'runtime'                     => array(
			'id'          => 'wp-codebox',
			'environment' => 'wordpress',
		),
		'publicSurfaces'              => array(
			'phpFacade'  => 'WP_Codebox_API::wordpress_fuzz_runtime_contract()',
			'ability'    => 'wp-codebox/run-fuzz-suite',
			'wpCli'      => 'wp codebox wordpress-fuzz-runtime-contract',
			'nodeCli'    => 'wp-codebox fuzz descriptor --format=json',
			'typescript' => '@automattic/wp-codebox-core/contracts',
		),
		'actionFamilies'              => array(
			array(
				'id'                 => 'ability-http-rest-read',
				'label'              => 'Ability, HTTP, and REST read coverage',
				'targetKinds'        => array(
					'ability',
					'http',
					'rest',
				),
				'runtimeActionTypes' => array(),
				'commands'           => array(
					'wordpress.ability',
					'wordpress.http-request',
					'wordpress.rest-request',
				),
				'mutationIntents'    => array(
					'read',
				),
				'supported'          => true,
			),
			array(
				'id'                 => 'runtime-browser-admin',
				'label'              => 'Runtime browser, admin page, editor, and page coverage',
				'targetKinds'        => array(
					'runtime',
					'runtime-action',
				),
				'runtimeActionTypes' => array(
					'admin_page',
					'browser',
					'browser_probe',
					'editor_open',
					'page',
					'random_walk',
					'sequence',
				),
				'commands'           => array(
					'wordpress.browser-actions',
					'wordpress.browser-page-load',
					'wordpress.browser-probe',
					'wordpress.editor-open',
					'wordpress.fuzz-admin-pages',
					'wordpress.simulated-admin-page-load',
					'wordpress.simulated-frontend-page-load',
				),
				'mutationIntents'    => array(
					'read',
					'write',
				),
				'supported'          => true,
			),
			array(
				'id'                 => 'runtime-wordpress-operations',
				'label'              => 'WordPress CLI, PHP, REST, CRUD, and database operation coverage',
				'targetKinds'        => array(
					'command',
					'runtime',
					'runtime-action',
				),
				'runtimeActionTypes' => array(
					'crud_operation',
					'db_operation',
					'php',
					'rest_request',
					'wp_cli',
				),
				'commands'           => array(
					'wordpress.collect-workload-result',
					'wordpress.crud-operation',
					'wordpress.db-operation',
					'wordpress.inventory-plugin-module-options-tables',
					'wordpress.rest-performance-observation',
					'wordpress.rest-request',
					'wordpress.run-php',
					'wordpress.run-workload',
					'wordpress.wp-cli',
				),
				'mutationIntents'    => array(
					'read',
					'write',
					'delete',
					'destructive',
				),
				'supported'          => true,
			),
		),
		'resetModes'                  => array(
			array(
				'id'                         => 'none',
				'supported'                  => true,
				'requiredForMutationIntents' => array(
					'read',
				),
				'optionalForMutationIntents' => array(
					'read',
				),
				'artifactKinds'              => array(),
			),
			array(
				'id'                         => 'checkpoint-per-case',
				'supported'                  => true,
				'requiredForMutationIntents' => array(
					'write',
					'delete',
					'destructive',
				),
				'optionalForMutationIntents' => array(
					'write',
					'delete',
					'destructive',
				),
				'artifactKinds'              => array(
					'mutation-isolation-artifact',
					'delete-boundary-artifact',
				),
			),
			array(
				'id'                         => 'restore-snapshot',
				'supported'                  => false,
				'requiredForMutationIntents' => array(),
				'optionalForMutationIntents' => array(
					'write',
					'delete',
					'destructive',
				),
				'artifactKinds'              => array(),
			),
		),
		'artifactExpectations'        => array(
			array(
				'id'          => 'fuzz-suite-result',
				'required'    => true,
				'schema'      => 'wp-codebox/fuzz-suite-result/v1',
				'producedBy'  => array(
					'run-fuzz-suite',
				),
				'description' => 'What became of every case, with diagnostics and artifact refs.',
			),
			array(
				'id'          => 'mutation-isolation-artifact',
				'required'    => true,
				'schema'      => 'wp-codebox/mutation-isolation-artifact/v1',
				'producedBy'  => array(
					'rest-mutation:post',
					'rest-mutation:put',
					'rest-mutation:patch',
				),
				'description' => 'The state before a mutating case, after it, and after it was put back.',
			),
			array(
				'id'          => 'delete-boundary-artifact',
				'required'    => true,
				'schema'      => 'wp-codebox/delete-boundary-artifact/v1',
				'producedBy'  => array(
					'rest-mutation:delete',
				),
				'description' => 'What a deleting case was allowed to delete, what it deleted, and that it was put back.',
			),
		),
		'destructiveModeRequirements' => array(
			'supported'                 => true,
			'destructiveMutationIntent' => 'destructive',
			'requiredResetModes'        => array(
				'checkpoint-per-case',
			),
			'requiredArtifacts'         => array(
				'mutation-isolation-artifact',
				'delete-boundary-artifact',
			),
			'deleteBoundaryCapability'  => 'delete-boundary-artifact',
			'rawDeleteCapability'       => null,
			'requiredSandboxBoundary'   => array(
				'disposable'            => true,
				'destructivePermission' => true,
				'teardown'              => 'discard',
			),
			'requiredSandboxProof'      => array(
				'schema'         => 'wp-codebox/sandbox-isolation-proof/v1',
				'boundarySource' => 'runtime-created',
			),
		),
		'unsupportedCapabilities'     => array(
			array(
				'id'          => 'raw-delete',
				'reason'      => 'Deletions are fuzzed only inside a boundary that a delete-boundary artifact proves.',
				'replacement' => 'delete-boundary-artifact',
			),
			array(
				'id'          => 'restore-snapshot-reset',
				'reason'      => 'Restoring a named snapshot between cases is not part of the public contract.',
				'replacement' => 'checkpoint-per-case',
			),
			array(
				'id'     => 'private-runtime-probing',
				'reason' => 'Read this descriptor; private commands and capabilities may change at any time.',
			),
		),
		'hbex'                        => array(
			'schemaIds' => array(
				'descriptor'                => 'wp-codebox/wordpress-fuzz-runtime-contract/v1',
				'fuzzSuite'                 => 'wp-codebox/fuzz-suite/v1',
				'fuzzSuiteResult'           => 'wp-codebox/fuzz-suite-result/v1',
				'fuzzRunnerCapabilities'    => 'wp-codebox/fuzz-runner-capabilities/v1',
				'fuzzRunnerReadiness'       => 'wp-codebox/fuzz-runner-readiness/v1',
				'fuzzCoveragePlan'          => 'wp-codebox/fuzz-coverage-plan/v1',
				'fuzzFixturePlan'           => 'wp-codebox/fuzz-fixture-plan/v1',
				'restMutationFixtureOptIn'  => 'wp-codebox/rest-mutation-fixture-opt-in/v1',
				'mutationIsolationArtifact' => 'wp-codebox/mutation-isolation-artifact/v1',
				'deleteBoundaryArtifact'    => 'wp-codebox/delete-boundary-artifact/v1',
				'wordpressWorkloadRun'      => 'wp-codebox/wordpress-workload-run/v1',
			),
		),
	),
	'contractManifest'             => array(
		'schema'          => 'wp-codebox/runtime-contract-manifest/v1',
		'version'         => 1,
		'schemas'         => array(
			'agentTask'                 => array(
				'runRequest'      => 'wp-codebox/agent-task-run-request/v1',
				'runResult'       => 'wp-codebox/agent-task-run-result/v1',
				'headlessRequest' => 'wp-codebox/headless-agent-task-request/v1',
				'headlessResult'  => 'wp-codebox/headless-agent-task-result/v1',
			),
			'runtimeBoundary'           => array(
				'profile'                    => 'wp-codebox/runtime-profile/v1',
				'previewLease'               => 'wp-codebox/preview-lease/v1',
				'browserContainedSiteStatus' => 'wp-codebox/browser-contained-site-status/v1',
				'browserContainedSiteOpen'   => 'wp-codebox/browser-contained-site-open/v1',
				'browserSessionProductDto'   => 'wp-codebox/browser-session-product-dto/v1',
				'browserPreviewBootConfig'   => 'wp-codebox/browser-preview-boot-config/v1',
				'runtimeAccess'              => 'wp-codebox/runtime-access/v1',
			),
			'browserSession'            => array(
				'productDto'                   => 'wp-codebox/browser-session-product-dto/v1',
				'containedSiteStatus'          => 'wp-codebox/browser-contained-site-status/v1',
				'containedSiteOpen'            => 'wp-codebox/browser-contained-site-open/v1',
				'previewBootConfig'            => 'wp-codebox/browser-preview-boot-config/v1',
				'containedSiteSnapshot'        => 'wp-codebox/browser-contained-site-snapshot/v1',
				'containedSiteExport'          => 'wp-codebox/browser-contained-site-export/v1',
				'containedSiteApplyPlan'       => 'wp-codebox/browser-contained-site-apply-plan/v1',
				'containedSiteApplyResult'     => 'wp-codebox/browser-contained-site-apply-result/v1',
				'containedSiteSyncDelegation'  => 'wp-codebox/browser-contained-site-sync-delegation/v1',
				'containedSiteSyncSource'      => 'wp-codebox/browser-contained-site-sync-source/v1',
				'containedSiteSyncManifest'    => 'wp-codebox/browser-contained-site-sync-manifest/v1',
				'containedSiteSyncExport'      => 'wp-codebox/browser-contained-site-sync-export/v1',
				'containedSiteSyncApplyPlan'   => 'wp-codebox/browser-contained-site-sync-apply-plan/v1',
				'containedSiteSyncValidation'  => 'wp-codebox/browser-contained-site-sync-validation/v1',
				'containedSiteSyncApplyResult' => 'wp-codebox/browser-contained-site-sync-apply-result/v1',
			),
			'preview'                   => array(
				'lease'          => 'wp-codebox/preview-lease/v1',
				'reviewerAccess' => 'wp-codebox/preview-reviewer-access/v1',
				'runtimeAccess'  => 'wp-codebox/runtime-access/v1',
			),
			'artifact'                  => array(
				'resultEnvelope'                => 'wp-codebox/artifact-result-envelope/v1',
				'typedArtifact'                 => 'wp-codebox/typed-artifact/v1',
				'typedArtifactIndex'            => 'wp-codebox/typed-artifacts-index/v1',
				'runtimePackageDeclaration'     => 'wp-codebox/runtime-package-artifact-declaration/v1',
				'runtimePackageProjection'      => 'wp-codebox/runtime-package-output-projection/v1',
				'bundleFileManifest'            => 'wp-codebox/artifact-bundle-file-manifest/v1',
				'browserArtifactPersistenceRef' => 'wp-codebox/browser-artifact-persistence/ref/v1',
			),
			'artifactBundle'            => array(
				'resultEnvelope'        => 'wp-codebox/artifact-result-envelope/v1',
				'fileManifest'          => 'wp-codebox/artifact-bundle-file-manifest/v1',
				'browserPersistenceRef' => 'wp-codebox/browser-artifact-persistence/ref/v1',
			),
			'taskState'                 => array(
				'agentTaskRunResult'   => 'wp-codebox/agent-task-run-result/v1',
				'runtimeRunResult'     => 'wp-codebox/runtime-run-result/v1',
				'agentRuntimeWorkload' => 'wp-codebox/agent-runtime-workload/v1',
			),
			'runtimeProvider'           => array(
				'invocationContract'     => 'wp-codebox/provider-runtime-invocation-contract/v1',
				'credentialRequirements' => 'wp-codebox/provider-credential-requirements/v1',
				'credentialPreflight'    => 'wp-codebox/provider-credential-preflight/v1',
				'credentialResolution'   => 'wp-codebox/provider-credential-resolution/v1',
			),
			'providerRuntime'           => array(
				'invocationContract'     => 'wp-codebox/provider-runtime-invocation-contract/v1',
				'credentialRequirements' => 'wp-codebox/provider-credential-requirements/v1',
				'credentialPreflight'    => 'wp-codebox/provider-credential-preflight/v1',
				'credentialResolution'   => 'wp-codebox/provider-credential-resolution/v1',
				'invocation'             => 'wp-codebox/provider-runtime-invocation-contract/v1',
			),
			'hostDelegation'            => array(
				'request' => 'wp-codebox/host-delegation-request/v1',
				'result'  => 'wp-codebox/host-delegation-result/v1',
				'event'   => 'wp-codebox/host-delegation-event/v1',
			),
			'runtimePackage'            => array(
				'task'            => 'wp-codebox/runtime-package-task/v1',
				'result'          => 'wp-codebox/runtime-package-result/v1',
				'diagnostic'      => 'wp-codebox/runtime-package-diagnostic/v1',
				'executionInput'  => 'wp-codebox/runtime-package-execution-input/v1',
				'executionResult' => 'wp-codebox/runtime-package-execution-result/v1',
			),
			'runnerWorkspace'           => array(
				'prepareRequest'     => 'wp-codebox/runner-workspace-prepare-request/v1',
				'prepareResult'      => 'wp-codebox/runner-workspace-prepare-result/v1',
				'captureRequest'     => 'wp-codebox/runner-workspace-capture-request/v1',
				'captureResult'      => 'wp-codebox/runner-workspace-capture-result/v1',
				'commandRequest'     => 'wp-codebox/runner-workspace-command-request/v1',
				'commandResult'      => 'wp-codebox/runner-workspace-command-result/v1',
				'publicationRequest' => 'wp-codebox/runner-workspace-publication-request/v1',
				'publicationResult'  => 'wp-codebox/runner-workspace-publication-result/v1',
			),
			'parentToolBridge'          => array(
				'bridge'  => 'wp-codebox/parent-tool-bridge/v1',
				'request' => 'wp-codebox/parent-tool-request/v1',
				'result'  => 'wp-codebox/parent-tool-result/v1',
			),
			'fanoutAggregation'         => array(
				'input'  => 'wp-codebox/agent-fanout-aggregation-input/v1',
				'output' => 'wp-codebox/agent-fanout-aggregation-output/v1',
			),
			'wordpressRuntimeDiscovery' => array(
				'result'               => 'wp-codebox/wordpress-runtime-discovery/v1',
				'restRouteInventory'   => 'wp-codebox/wordpress-rest-route-inventory/v1',
				'adminPageInventory'   => 'wp-codebox/wordpress-admin-page-inventory/v1',
				'databaseInventory'    => 'wp-codebox/wordpress-db-inventory/v1',
				'frontendUrlInventory' => 'wp-codebox/wordpress-frontend-url-inventory/v1',
				'restMatrix'           => 'wp-codebox/wordpress-rest-matrix/v1',
				'restMatrixResult'     => 'wp-codebox/wordpress-rest-matrix-result/v1',
			),
			'wordpressDb'               => array(
				'operation' => 'wp-codebox/wordpress-db-operation/v1',
				'result'    => 'wp-codebox/wordpress-db-result/v1',
			),
			'wordpressRuntime'          => array(
				'workloadRun'                  => 'wp-codebox/wordpress-workload-run/v1',
				'fuzzCoveragePlan'             => 'wp-codebox/fuzz-coverage-plan/v1',
				'fuzzSuite'                    => 'wp-codebox/fuzz-suite/v1',
				'fuzzSuiteResult'              => 'wp-codebox/fuzz-suite-result/v1',
				'fuzzRunnerCapabilities'       => 'wp-codebox/fuzz-runner-capabilities/v1',
				'fuzzRunnerReadiness'          => 'wp-codebox/fuzz-runner-readiness/v1',
				'wordpressFuzzRuntimeContract' => 'wp-codebox/wordpress-fuzz-runtime-contract/v1',
				'blockExerciseResult'          => 'wp-codebox/wordpress-block-exercise-result/v1',
				'sandboxIsolationProof'        => 'wp-codebox/sandbox-isolation-proof/v1',
			),
		),
		'abilities'       => array(
			'agentTask'           => array(
				'run'    => 'wp-codebox/run-agent-task',
				'batch'  => 'wp-codebox/run-agent-task-batch',
				'fanout' => 'wp-codebox/run-agent-task-fanout',
			),
			'runtimePackage'      => array(
				'run' => 'wp-codebox/run-runtime-package',
			),
			'runtimeRequirements' => array(
				'resolve' => 'wp-codebox/resolve-runtime-requirements',
			),
			'wordpressRuntime'    => array(
				'runWorkload'  => 'wp-codebox/run-wordpress-workload',
				'runFuzzSuite' => 'wp-codebox/run-fuzz-suite',
			),
		),
		'providerRuntime' => array(
			'schema'         => 'wp-codebox/provider-runtime-invocation-contract/v1',
			'version'        => 1,
			'tasks'          => array(
				'workspacePrepare'         => 'wp-codebox.runner-workspace.prepare',
				'workspaceCapture'         => 'wp-codebox.runner-workspace.capture',
				'workspaceCommand'         => 'wp-codebox.runner-workspace.command',
				'workspacePublish'         => 'wp-codebox.runner-workspace.publish',
				'toolCallTranscriptRecord' => 'wp-codebox.tool-call-transcript.record',
				'artifactHandoff'          => 'wp-codebox.artifact-handoff',
			),
			'abilities'      => array(
				'workspacePrepare'         => 'wp-codebox/runner-workspace-prepare',
				'workspaceCapture'         => 'wp-codebox/runner-workspace-capture',
				'workspaceCommand'         => 'wp-codebox/runner-workspace-command',
				'workspacePublish'         => 'wp-codebox/runner-workspace-publish',
				'toolCallTranscriptRecord' => 'wp-codebox/record-tool-call-transcript',
				'artifactHandoff'          => 'wp-codebox/handoff-artifacts',
			),
			'result_schemas' => array(
				'workspace_prepare'          => 'wp-codebox/runner-workspace-prepare-result/v1',
				'workspace_capture'          => 'wp-codebox/runner-workspace-capture-result/v1',
				'workspace_command'          => 'wp-codebox/runner-workspace-command-result/v1',
				'workspace_publication'      => 'wp-codebox/runner-workspace-publication-result/v1',
				'tool_call_transcript'       => 'wp-codebox/tool-call-transcript/v1',
				'evidence_artifact_envelope' => 'wp-codebox/evidence-artifact-envelope/v1',
				'artifact_result_envelope'   => 'wp-codebox/artifact-result-envelope/v1',
			),
		),
	),
);
