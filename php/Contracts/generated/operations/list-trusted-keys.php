<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/list-trusted-keys',
	'label'       => 'List trusted keys',
	'description' => 'The keys of trusted callers, without their secrets.',
	'capability'  => 'wp_codebox_read',
	'facade'      => 'list_trusted_keys',
	'cli'         => array(
		'command' => 'keys list',
	),
	'ability'     => false,
	'annotations' => array(
		'readonly'    => true,
		'destructive' => false,
		'idempotent'  => true,
	),
	'verb'        => 'GET',
	'input'       => array(
		'type'                 => 'object',
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'  => array(
				'enum' => array(
					'wp-codebox/trusted-key-list/v1',
				),
				'type' => 'string',
			),
			'success' => array(
				'type' => 'boolean',
			),
			'keys'    => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'properties'           => array(
						'id'         => array(
							'type' => 'string',
						),
						'user_id'    => array(
							'type' => 'integer',
						),
						'scopes'     => array(
							'type'  => 'array',
							'items' => array(
								'type' => 'string',
							),
						),
						'label'      => array(
							'type' => 'string',
						),
						'created_at' => array(
							'type' => 'string',
						),
						'active'     => array(
							'type' => 'boolean',
						),
					),
					'required'             => array(
						'id',
						'user_id',
						'scopes',
						'label',
						'created_at',
						'active',
					),
					'additionalProperties' => true,
				),
			),
		),
		'required'             => array(
			'schema',
			'success',
			'keys',
		),
		'additionalProperties' => true,
	),
);
