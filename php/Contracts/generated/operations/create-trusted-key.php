<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/create-trusted-key',
	'label'       => 'Create a trusted key',
	'description' => 'Makes a key that signs requests with the rights of one user, cut down to its scopes. The secret is shown this once.',
	'capability'  => 'wp_codebox_mutate',
	'facade'      => 'create_trusted_key',
	'cli'         => array(
		'command' => 'keys create',
	),
	'ability'     => false,
	'annotations' => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => false,
	),
	'verb'        => 'POST',
	'input'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'user_id' => array(
				'minimum'     => 1,
				'description' => 'User whose rights the key has.',
				'type'        => 'integer',
			),
			'scopes'  => array(
				'minItems'    => 1,
				'description' => 'What it may do; artifact:write when it is left out.',
				'type'        => 'array',
				'items'       => array(
					'pattern' => '^[a-z][a-z-]*:[a-z][a-z-]*$',
					'type'    => 'string',
				),
			),
			'label'   => array(
				'maxLength'   => 100,
				'description' => 'For people.',
				'type'        => 'string',
			),
		),
		'required'             => array(
			'user_id',
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
			'secret'  => array(
				'type' => 'string',
			),
		),
		'required'             => array(
			'schema',
			'success',
			'key',
			'secret',
		),
		'additionalProperties' => true,
	),
);
