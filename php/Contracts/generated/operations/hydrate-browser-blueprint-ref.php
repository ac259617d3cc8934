<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'           => 'wp-codebox/hydrate-browser-blueprint-ref',
	'label'        => 'Hydrate a blueprint reference',
	'description'  => 'The blueprint that a reference stands for; never readable without the capability.',
	'capability'   => 'wp_codebox_run',
	'trustedScope' => 'browser-session:create',
	'facade'       => 'hydrate_browser_blueprint_ref',
	'annotations'  => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => true,
	),
	'verb'         => 'POST',
	'input'        => array(
		'type'                 => 'object',
		'properties'           => array(
			'ref'           => array(
				'minLength'   => 1,
				'maxLength'   => 200,
				'description' => 'prepared:<cache_key>:<input_hash>',
				'type'        => 'string',
			),
			'authorization' => array(
				'description'          => 'A signed authorization; only its signature counts.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'ref',
		),
		'additionalProperties' => false,
	),
	'output'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'        => array(
				'enum' => array(
					'wp-codebox/browser-blueprint-hydration/v1',
				),
				'type' => 'string',
			),
			'success'       => array(
				'enum' => array(
					true,
				),
				'type' => 'boolean',
			),
			'blueprint_ref' => array(
				'type'                 => 'object',
				'properties'           => array(
					'schema'             => array(
						'enum' => array(
							'wp-codebox/browser-blueprint-ref/v1',
						),
						'type' => 'string',
					),
					'id'                 => array(
						'type' => 'string',
					),
					'ref'                => array(
						'type' => 'string',
					),
					'source'             => array(
						'type' => 'string',
					),
					'cache_key'          => array(
						'type' => 'string',
					),
					'input_hash'         => array(
						'type' => 'string',
					),
					'status'             => array(
						'type' => 'string',
					),
					'hydration_status'   => array(
						'type' => 'string',
					),
					'hydratable'         => array(
						'type' => 'boolean',
					),
					'hydrator_ability'   => array(
						'type' => 'string',
					),
					'endpoint'           => array(
						'type' => 'string',
					),
					'hydration_endpoint' => array(
						'type' => 'string',
					),
					'session_id'         => array(
						'type' => 'string',
					),
					'expires_at'         => array(
						'type' => 'string',
					),
				),
				'required'             => array(
					'schema',
					'id',
					'ref',
					'source',
					'cache_key',
					'input_hash',
					'status',
					'hydration_status',
					'hydratable',
					'hydrator_ability',
					'endpoint',
					'hydration_endpoint',
					'session_id',
					'expires_at',
				),
				'additionalProperties' => true,
			),
			'blueprint'     => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'provenance'    => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'schema',
			'success',
			'blueprint_ref',
			'blueprint',
			'provenance',
		),
		'additionalProperties' => true,
	),
);
