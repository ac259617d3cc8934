<?php
// Generated from src-shared/errors by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'wp_codebox_invalid_input'                        => array(
		'message'    => 'The input is invalid: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_invalid_json'                         => array(
		'message'    => 'The input is not valid JSON: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_invalid_encoding'                     => array(
		'message'    => 'The input is not valid UTF-8: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_input_too_deep'                       => array(
		'message'    => 'The input is nested too deeply: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_input_too_large'                      => array(
		'message'    => 'The input is too large: %s',
		'httpStatus' => 413,
		'exitStatus' => 2,
	),
	'wp_codebox_input_unreadable'                     => array(
		'message'    => 'The input file cannot be read: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_forbidden'                            => array(
		'message'    => 'This needs the capability %s.',
		'httpStatus' => 403,
		'exitStatus' => 2,
	),
	'wp_codebox_api_ability_not_supported'            => array(
		'message'    => 'There is no operation with this id: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_invalid_output'                       => array(
		'message'    => 'The operation answered with something that its contract does not allow: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_internal_error'                       => array(
		'message'    => 'The operation failed unexpectedly: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_fuzz_suite_unsafe_input'              => array(
		'message'    => 'A fuzz suite may not carry code where it could be executed: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_fuzz_suite_nested'                    => array(
		'message'    => 'A fuzz suite cannot run inside a case of another one.',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_run_not_found'                        => array(
		'message'    => 'There is no run with this id: %s',
		'httpStatus' => 404,
		'exitStatus' => 2,
	),
	'wp_codebox_run_kind_unknown'                     => array(
		'message'    => 'Nothing knows how to work on a run of this kind: %s',
		'httpStatus' => 501,
		'exitStatus' => 3,
	),
	'wp_codebox_run_already_final'                    => array(
		'message'    => 'The run has ended already: %s',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_run_not_resumable'                    => array(
		'message'    => 'Only a failed or cancelled run can be resumed: %s',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_run_storage_failed'                   => array(
		'message'    => 'The run could not be stored: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_runtime_task_request_invalid'         => array(
		'message'    => 'The runtime task is invalid: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_runtime_task_target_required'         => array(
		'message'    => 'A runtime task needs a target_id.',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_runtime_task_unsupported_target'      => array(
		'message'    => 'No provider runs tasks for this target: %s',
		'httpStatus' => 422,
		'exitStatus' => 3,
	),
	'wp_codebox_runtime_task_provider_invalid'        => array(
		'message'    => 'A runtime task provider is not usable: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_runtime_task_provider_invalid_result' => array(
		'message'    => 'The runtime task provider did not answer with a result: %s',
		'httpStatus' => 502,
		'exitStatus' => 3,
	),
	'wp_codebox_runtime_task_failed'                  => array(
		'message'    => 'The runtime task failed: %s',
		'httpStatus' => 502,
		'exitStatus' => 3,
	),
);
