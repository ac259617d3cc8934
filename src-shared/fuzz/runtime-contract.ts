import {
	DELETE_BOUNDARY_ARTIFACT_SCHEMA,
	FUZZ_COVERAGE_PLAN_SCHEMA,
	FUZZ_FIXTURE_PLAN_SCHEMA,
	FUZZ_RUNNER_CAPABILITIES_SCHEMA,
	FUZZ_RUNNER_READINESS_SCHEMA,
	FUZZ_SUITE_RESULT_SCHEMA,
	FUZZ_SUITE_SCHEMA,
	MUTATION_ISOLATION_ARTIFACT_SCHEMA,
	REST_MUTATION_FIXTURE_OPT_IN_SCHEMA,
	WORDPRESS_FUZZ_RUNTIME_CONTRACT_SCHEMA,
	WORDPRESS_WORKLOAD_RUN_SCHEMA,
} from './schema-ids.ts';

/**
 * The descriptor of fuzzing (`wp-codebox/wordpress-fuzz-runtime-contract/v1`), which consumers read
 * instead of probing commands. Its shape is the one mission/000 was written against; fields beginning with
 * `optional` and `requiredSandbox` are additions that newer consumers look for.
 */
export const WORDPRESS_FUZZ_RUNTIME_CONTRACT = {
	schema: WORDPRESS_FUZZ_RUNTIME_CONTRACT_SCHEMA,
	version: 1,
	runtime: { id: 'wp-codebox', environment: 'wordpress' },
	publicSurfaces: {
		phpFacade: 'WP_Codebox_API::wordpress_fuzz_runtime_contract()',
		ability: 'wp-codebox/run-fuzz-suite',
		wpCli: 'wp codebox wordpress-fuzz-runtime-contract',
		nodeCli: 'wp-codebox fuzz descriptor --format=json',
		typescript: '@automattic/wp-codebox-core/contracts',
	},
	actionFamilies: [
		{
			id: 'ability-http-rest-read',
			label: 'Ability, HTTP, and REST read coverage',
			targetKinds: [ 'ability', 'http', 'rest' ],
			runtimeActionTypes: [],
			commands: [ 'wordpress.ability', 'wordpress.http-request', 'wordpress.rest-request' ],
			mutationIntents: [ 'read' ],
			supported: true,
		},
		{
			id: 'runtime-browser-admin',
			label: 'Runtime browser, admin page, editor, and page coverage',
			targetKinds: [ 'runtime', 'runtime-action' ],
			runtimeActionTypes: [
				'admin_page',
				'browser',
				'browser_probe',
				'editor_open',
				'page',
				'random_walk',
				'sequence',
			],
			commands: [
				'wordpress.browser-actions',
				'wordpress.browser-page-load',
				'wordpress.browser-probe',
				'wordpress.editor-open',
				'wordpress.fuzz-admin-pages',
				'wordpress.simulated-admin-page-load',
				'wordpress.simulated-frontend-page-load',
			],
			mutationIntents: [ 'read', 'write' ],
			supported: true,
		},
		{
			id: 'runtime-wordpress-operations',
			label: 'WordPress CLI, PHP, REST, CRUD, and database operation coverage',
			targetKinds: [ 'command', 'runtime', 'runtime-action' ],
			runtimeActionTypes: [ 'crud_operation', 'db_operation', 'php', 'rest_request', 'wp_cli' ],
			commands: [
				'wordpress.collect-workload-result',
				'wordpress.crud-operation',
				'wordpress.db-operation',
				'wordpress.inventory-plugin-module-options-tables',
				'wordpress.rest-performance-observation',
				'wordpress.rest-request',
				'wordpress.run-php',
				'wordpress.run-workload',
				'wordpress.wp-cli',
			],
			mutationIntents: [ 'read', 'write', 'delete', 'destructive' ],
			supported: true,
		},
	],
	resetModes: [
		{
			id: 'none',
			supported: true,
			requiredForMutationIntents: [ 'read' ],
			optionalForMutationIntents: [ 'read' ],
			artifactKinds: [],
		},
		{
			id: 'checkpoint-per-case',
			supported: true,
			requiredForMutationIntents: [ 'write', 'delete', 'destructive' ],
			optionalForMutationIntents: [ 'write', 'delete', 'destructive' ],
			artifactKinds: [ 'mutation-isolation-artifact', 'delete-boundary-artifact' ],
		},
		{
			id: 'restore-snapshot',
			supported: false,
			requiredForMutationIntents: [],
			optionalForMutationIntents: [ 'write', 'delete', 'destructive' ],
			artifactKinds: [],
		},
	],
	artifactExpectations: [
		{
			id: 'fuzz-suite-result',
			required: true,
			schema: FUZZ_SUITE_RESULT_SCHEMA,
			producedBy: [ 'run-fuzz-suite' ],
			description: 'What became of every case, with diagnostics and artifact refs.',
		},
		{
			id: 'mutation-isolation-artifact',
			required: true,
			schema: MUTATION_ISOLATION_ARTIFACT_SCHEMA,
			producedBy: [ 'rest-mutation:post', 'rest-mutation:put', 'rest-mutation:patch' ],
			description: 'The state before a mutating case, after it, and after it was put back.',
		},
		{
			id: 'delete-boundary-artifact',
			required: true,
			schema: DELETE_BOUNDARY_ARTIFACT_SCHEMA,
			producedBy: [ 'rest-mutation:delete' ],
			description: 'What a deleting case was allowed to delete, what it deleted, and that it was put back.',
		},
	],
	destructiveModeRequirements: {
		supported: true,
		destructiveMutationIntent: 'destructive',
		requiredResetModes: [ 'checkpoint-per-case' ],
		requiredArtifacts: [ 'mutation-isolation-artifact', 'delete-boundary-artifact' ],
		deleteBoundaryCapability: 'delete-boundary-artifact',
		rawDeleteCapability: null,
		requiredSandboxBoundary: { disposable: true, destructivePermission: true, teardown: 'discard' },
		requiredSandboxProof: {
			schema: 'wp-codebox/sandbox-isolation-proof/v1',
			boundarySource: 'runtime-created',
		},
	},
	unsupportedCapabilities: [
		{
			id: 'raw-delete',
			reason: 'Deletions are fuzzed only inside a boundary that a delete-boundary artifact proves.',
			replacement: 'delete-boundary-artifact',
		},
		{
			id: 'restore-snapshot-reset',
			reason: 'Restoring a named snapshot between cases is not part of the public contract.',
			replacement: 'checkpoint-per-case',
		},
		{
			id: 'private-runtime-probing',
			reason: 'Read this descriptor; private commands and capabilities may change at any time.',
		},
	],
	hbex: {
		schemaIds: {
			descriptor: WORDPRESS_FUZZ_RUNTIME_CONTRACT_SCHEMA,
			fuzzSuite: FUZZ_SUITE_SCHEMA,
			fuzzSuiteResult: FUZZ_SUITE_RESULT_SCHEMA,
			fuzzRunnerCapabilities: FUZZ_RUNNER_CAPABILITIES_SCHEMA,
			fuzzRunnerReadiness: FUZZ_RUNNER_READINESS_SCHEMA,
			fuzzCoveragePlan: FUZZ_COVERAGE_PLAN_SCHEMA,
			fuzzFixturePlan: FUZZ_FIXTURE_PLAN_SCHEMA,
			restMutationFixtureOptIn: REST_MUTATION_FIXTURE_OPT_IN_SCHEMA,
			mutationIsolationArtifact: MUTATION_ISOLATION_ARTIFACT_SCHEMA,
			deleteBoundaryArtifact: DELETE_BOUNDARY_ARTIFACT_SCHEMA,
			wordpressWorkloadRun: WORDPRESS_WORKLOAD_RUN_SCHEMA,
		},
	},
} as const;

export type WordPressFuzzRuntimeContract = typeof WORDPRESS_FUZZ_RUNTIME_CONTRACT;

/** The descriptor of fuzzing. */
export function wordpressFuzzRuntimeContract(): WordPressFuzzRuntimeContract {
	return structuredClone( WORDPRESS_FUZZ_RUNTIME_CONTRACT );
}
