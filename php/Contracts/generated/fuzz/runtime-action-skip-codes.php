<?php
// Generated from src-shared/fuzz by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'wp_cli'        => 'wp_codebox_fuzz_runtime_action_wp_cli_unsupported',
	'php'           => 'wp_codebox_fuzz_runtime_action_php_unsupported',
	'browser'       => 'wp_codebox_fuzz_runtime_action_browser_unsupported',
	'browser_probe' => 'wp_codebox_fuzz_runtime_action_browser_probe_unsupported',
	'editor_open'   => 'wp_codebox_fuzz_runtime_action_editor_open_unsupported',
	'admin_page'    => 'wp_codebox_fuzz_runtime_action_admin_page_unsupported',
	'page'          => 'wp_codebox_fuzz_runtime_action_page_unsupported',
);
