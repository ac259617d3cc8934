/**
 * Why the in-process runner did not execute a case: code → when. The first ten are named by mission/000.
 */
export const FUZZ_SKIP_CODES = {
	wp_codebox_fuzz_target_command_unsupported: 'The command or runtime target needs a disposable WordPress.',
	wp_codebox_fuzz_runtime_action_wp_cli_unsupported: 'WP-CLI actions need a disposable WordPress.',
	wp_codebox_fuzz_runtime_action_php_unsupported: 'PHP code is never executed in process.',
	wp_codebox_fuzz_runtime_action_browser_unsupported: 'Browser actions need a browser.',
	wp_codebox_fuzz_runtime_action_browser_probe_unsupported: 'Browser probes need a browser.',
	wp_codebox_fuzz_runtime_action_editor_open_unsupported: 'Opening the editor needs a browser.',
	wp_codebox_fuzz_runtime_action_admin_page_unsupported: 'Loading an admin page needs a disposable WordPress.',
	wp_codebox_fuzz_runtime_action_page_unsupported: 'Loading a page needs a disposable WordPress.',
	wp_codebox_fuzz_runtime_action_unsupported: 'The in-process runner has no such runtime action.',
	wp_codebox_fuzz_step_unsupported: 'The in-process runner has no such command.',
	wp_codebox_fuzz_suite_runner_mode_unavailable: 'The suite asks for a runner that is not here.',
	wp_codebox_fuzz_suite_required_runner_capabilities_unsupported:
		'The suite asks for full coverage and this runner lacks a capability.',
	wp_codebox_fuzz_mutation_not_allowed: 'The case may change state and the suite did not allow that.',
	wp_codebox_fuzz_database_unavailable: 'There is no database to look at.',
	wp_codebox_fuzz_summary_artifacts_missing: 'No earlier case left an artifact to summarize.',
	wp_codebox_fuzz_workload_unavailable: 'The workload file cannot be read.',
	wp_codebox_fuzz_workload_step_unsupported: 'The workload has a step that this runner does not know.',
	wp_codebox_fuzz_rollback_unavailable: 'What the case writes could not be undone on this site, so it did not run.',
	wp_codebox_fuzz_interrupted:
		'The process was ended by a case before this one; run the suite again with metadata.resume_after.',
	wp_codebox_fuzz_role_unavailable: 'The site has no user with the role that the case asks for.',
	wp_codebox_fuzz_http_unreachable: 'The site does not answer requests to itself.',
} as const;

export type FuzzSkipCode = keyof typeof FUZZ_SKIP_CODES;

/** Skip code of a runtime action that the in-process runner does not execute: `input.type` → code. */
export const RUNTIME_ACTION_SKIP_CODES = {
	wp_cli: 'wp_codebox_fuzz_runtime_action_wp_cli_unsupported',
	php: 'wp_codebox_fuzz_runtime_action_php_unsupported',
	browser: 'wp_codebox_fuzz_runtime_action_browser_unsupported',
	browser_probe: 'wp_codebox_fuzz_runtime_action_browser_probe_unsupported',
	editor_open: 'wp_codebox_fuzz_runtime_action_editor_open_unsupported',
	admin_page: 'wp_codebox_fuzz_runtime_action_admin_page_unsupported',
	page: 'wp_codebox_fuzz_runtime_action_page_unsupported',
} as const satisfies Record< string, FuzzSkipCode >;
