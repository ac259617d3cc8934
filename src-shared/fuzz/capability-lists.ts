/**
 * What the two runners of fuzz suites can do, as data (reference: fuzz-runner-capabilities/v1).
 */
import type { FuzzSuiteRunnerCapabilities } from './capabilities.ts';
import { FUZZ_TARGET_KINDS, RUNTIME_ACTION_TYPES } from './target.ts';

/** The runner inside a WordPress process: abilities, same-site HTTP and REST. */
export const PHP_IN_PROCESS_FUZZ_SUITE_RUNNER_CAPABILITIES: FuzzSuiteRunnerCapabilities = {
	mode: 'php-in-process',
	entrypoint: 'run-fuzz-suite',
	capabilities: [ 'target:ability', 'target:http', 'target:rest' ],
	targetKinds: [ 'ability', 'http', 'rest' ],
	operationKinds: [ 'read' ],
};

/** Commands that the runner with a disposable WordPress executes for a case. */
export const RUNTIME_BACKED_COMMANDS = [
	'wp-codebox.checkpoint-create',
	'wp-codebox.checkpoint-list',
	'wp-codebox.checkpoint-restore',
	'wordpress.ability',
	'wordpress.browser-actions',
	'wordpress.browser-page-load',
	'wordpress.browser-probe',
	'wordpress.collect-workload-result',
	'wordpress.crud-operation',
	'wordpress.db-operation',
	'wordpress.editor-open',
	'wordpress.fuzz-admin-pages',
	'wordpress.fuzz-plugin-module-state',
	'wordpress.http-request',
	'wordpress.inventory-plugin-module-options-tables',
	'wordpress.rest-performance-observation',
	'wordpress.rest-request',
	'wordpress.run-php',
	'wordpress.run-workload',
	'wordpress.server-page-load',
	'wordpress.simulated-admin-page-load',
	'wordpress.simulated-frontend-page-load',
	'wordpress.wp-cli',
] as const;

/** The runner that owns a disposable WordPress. */
export const RUNTIME_BACKED_FUZZ_SUITE_RUNNER_CAPABILITIES: FuzzSuiteRunnerCapabilities = {
	mode: 'runtime-backed',
	entrypoint: 'run-fuzz-suite --runner-mode=runtime-backed',
	capabilities: [
		...FUZZ_TARGET_KINDS.map( ( kind ) => `target:${ kind }` ),
		'runtime',
		...RUNTIME_ACTION_TYPES.map( ( type ) => `runtime-action:${ type }` ),
		'db_operation',
		'rest-mutation:fixture-opt-in',
		'mutation-isolation-artifact',
		'delete-boundary-artifact',
		...[ 'post', 'put', 'patch' ].map( ( method ) => `rest-mutation:${ method }:mutation-isolation-artifact` ),
		'rest-mutation:delete:delete-boundary-artifact',
	],
	targetKinds: [ ...FUZZ_TARGET_KINDS ],
	operationKinds: [ 'read', 'crud', 'mutation-isolation', 'delete-boundary' ],
	runtimeActionTypes: [ ...RUNTIME_ACTION_TYPES ],
	commands: [ ...RUNTIME_BACKED_COMMANDS ],
};

/** What the ability says about running with a disposable WordPress, which a WordPress process cannot do itself. */
export const RUNTIME_BACKED_EXECUTION = {
	supported_by_this_ability: false,
	ability_execution_mode: 'php-in-process-only',
	public_runtime_backed_path: 'wp-codebox run-fuzz-suite --runner-mode=runtime-backed',
	supported_public_facade: '@automattic/wp-codebox-playground/public executeWordPressFuzzSuite',
	required_episode_methods: [ 'step', 'reset' ],
	failure_code: 'wp_codebox_fuzz_suite_runner_mode_unavailable',
} as const;
