<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/public-contract-primitives',
	'label'       => 'Public Contract Primitives',
	'description' => 'Schema ids and abilities of the public contract, by area.',
	'facade'      => 'public_contract_primitives',
	'cli'         => array(
		'command' => 'runtime primitives',
	),
	'capability'  => 'wp_codebox_read',
	'ability'     => false,
	'annotations' => array(
		'readonly'    => true,
		'destructive' => false,
		'idempotent'  => true,
	),
	'verb'        => 'GET',
	'input'       => array(
		'description'          => 'Nothing.',
		'type'                 => 'object',
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'additionalProperties' => true,
	),
);
