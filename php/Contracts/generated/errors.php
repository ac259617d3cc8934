<?php
// Generated from src-shared/errors by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'wp_codebox_invalid_input'             => array(
		'message'    => 'The input is invalid: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_invalid_json'              => array(
		'message'    => 'The input is not valid JSON: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_invalid_encoding'          => array(
		'message'    => 'The input is not valid UTF-8: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_input_too_deep'            => array(
		'message'    => 'The input is nested too deeply: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_input_too_large'           => array(
		'message'    => 'The input is too large: %s',
		'httpStatus' => 413,
		'exitStatus' => 2,
	),
	'wp_codebox_input_unreadable'          => array(
		'message'    => 'The input file cannot be read: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_forbidden'                 => array(
		'message'    => 'This needs the capability %s.',
		'httpStatus' => 403,
		'exitStatus' => 2,
	),
	'wp_codebox_api_ability_not_supported' => array(
		'message'    => 'There is no operation with this id: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_invalid_output'            => array(
		'message'    => 'The operation answered with something that its contract does not allow: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_internal_error'            => array(
		'message'    => 'The operation failed unexpectedly: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
);
