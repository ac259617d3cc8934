<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/runtime-descriptor',
	'label'       => 'Runtime Descriptor',
	'description' => 'What WP Codebox offers: readiness, capabilities, abilities and the contract manifest.',
	'facade'      => 'runtime_descriptor',
	'cli'         => array(
		'command' => 'runtime descriptor',
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
			'schema'           => array(
				'enum' => array(
					'wp-codebox/runtime-descriptor/v1',
				),
				'type' => 'string',
			),
			'version'          => array(
				'enum' => array(
					1,
				),
				'type' => 'number',
			),
			'contractManifest' => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'schema',
			'version',
			'contractManifest',
		),
		'additionalProperties' => true,
	),
);
