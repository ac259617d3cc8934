<?php
// Generated from src-shared/fuzz by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
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
);
