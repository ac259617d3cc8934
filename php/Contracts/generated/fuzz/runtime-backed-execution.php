<?php
// Generated from src-shared/fuzz by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'supported_by_this_ability'  => false,
	'ability_execution_mode'     => 'php-in-process-only',
	'public_runtime_backed_path' => 'wp-codebox run-fuzz-suite --runner-mode=runtime-backed',
	'supported_public_facade'    => '@automattic/wp-codebox-playground/public executeWordPressFuzzSuite',
	'required_episode_methods'   => array(
		'step',
		'reset',
	),
	'failure_code'               => 'wp_codebox_fuzz_suite_runner_mode_unavailable',
);
