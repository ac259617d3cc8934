<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/revoke-trusted-key',
	'label'       => 'Revoke a trusted key',
	'description' => 'Ends a key; what it signs from now on is refused.',
	'capability'  => 'wp_codebox_mutate',
	'facade'      => 'revoke_trusted_key',
	'cli'         => array(
		'command'    => 'keys revoke',
		'positional' => array(
			'key_id',
		),
	),
	'ability'     => false,
	'annotations' => array(
		'readonly'    => false,
		'destructive' => true,
		'idempotent'  => false,
	),
	'verb'        => 'POST',
	'input'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'key_id' => array(
				'minLength' => 1,
				'maxLength' => 100,
				'type'      => 'string',
			),
		),
		'required'             => array(
			'key_id',
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'  => array(
				'enum' => array(
					'wp-codebox/trusted-key/v1',
				),
				'type' => 'string',
			),
			'success' => array(
				'type' => 'boolean',
			),
			'key'     => array(
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
		'required'             => array(
			'schema',
			'success',
			'key',
		),
		'additionalProperties' => true,
	),
);
