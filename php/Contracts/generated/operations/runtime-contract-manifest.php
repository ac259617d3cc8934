<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/runtime-contract-manifest',
	'label'       => 'Runtime Contract Manifest',
	'description' => 'The public schema ids and ability names of WP Codebox.',
	'facade'      => 'runtime_contract_manifest',
	'cli'         => array(
		'command' => 'runtime manifest',
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
		'properties'           => array(
			'schema'  => array(
				'enum' => array(
					'wp-codebox/runtime-contract-manifest/v1',
				),
				'type' => 'string',
			),
			'version' => array(
				'enum' => array(
					1,
				),
				'type' => 'number',
			),
		),
		'required'             => array(
			'schema',
			'version',
		),
		'additionalProperties' => true,
	),
);
