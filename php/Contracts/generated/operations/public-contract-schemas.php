<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/public-contract-schemas',
	'label'       => 'Public Contract Schemas',
	'description' => 'The schema ids of the public contract in one flat map.',
	'facade'      => 'public_contract_schemas',
	'cli'         => array(
		'command' => 'runtime schemas',
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
