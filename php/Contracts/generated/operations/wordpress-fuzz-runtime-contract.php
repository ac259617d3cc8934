<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/wordpress-fuzz-runtime-contract',
	'label'       => 'WordPress Fuzz Runtime Contract',
	'description' => 'What may be fuzzed, how state is put back, and what evidence a run leaves.',
	'facade'      => 'wordpress_fuzz_runtime_contract',
	'cli'         => array(
		'command' => 'wordpress-fuzz-runtime-contract',
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
					'wp-codebox/wordpress-fuzz-runtime-contract/v1',
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
