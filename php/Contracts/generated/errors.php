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
	'wp_codebox_preview_not_built'         => array(
		'message'    => 'The preview runtime is not part of this installation: %s',
		'httpStatus' => 501,
		'exitStatus' => 3,
	),
	'wp_codebox_preview_isolation_invalid' => array(
		'message'    => 'The isolation of previews is configured wrongly: %s',
		'httpStatus' => 500,
		'exitStatus' => 2,
	),
	'wp_codebox_preview_origin_refused'    => array(
		'message'    => 'The preview origin is refused: %s',
		'httpStatus' => 500,
		'exitStatus' => 2,
	),
	'wp_codebox_preview_trusted_refused'   => array(
		'message'    => 'Previews without isolation are refused: %s',
		'httpStatus' => 500,
		'exitStatus' => 2,
	),
	'wp_codebox_preview_scope_invalid'     => array(
		'message'    => 'scope has to be 1 to 128 letters, digits, - or _; got %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_preview_archive_failed'    => array(
		'message'    => 'WordPress could not be packed for the preview: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_preview_file_unknown'      => array(
		'message'    => 'There is no such file for previews, or the address is not yours: %s',
		'httpStatus' => 404,
		'exitStatus' => 2,
	),
);
