<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'           => 'wp-codebox/preview-boot-ref',
	'label'        => 'Get the boot configuration of a contained site',
	'description'  => 'The boot configuration that startBrowserPreview() takes, for a prepared site.',
	'capability'   => 'wp_codebox_run',
	'trustedScope' => 'browser-session:create',
	'facade'       => 'preview_boot_ref',
	'rest'         => array(
		'method' => 'POST',
		'route'  => '/preview-boot-ref',
	),
	'annotations'  => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => true,
	),
	'verb'         => 'POST',
	'input'        => array(
		'type'                 => 'object',
		'properties'           => array(
			'site_id'        => array(
				'pattern' => '^site-[0-9a-f]{32}$',
				'type'    => 'string',
			),
			'cache_key'      => array(
				'minLength' => 1,
				'maxLength' => 64,
				'pattern'   => '^[A-Za-z0-9_.-]+$',
				'type'      => 'string',
			),
			'input_hash'     => array(
				'pattern' => '^[0-9a-f]{64}$',
				'type'    => 'string',
			),
			'source_digest'  => array(
				'pattern' => '^[0-9a-f]{64}$',
				'type'    => 'string',
			),
			'contained_site' => array(
				'description'          => 'The handle that an earlier answer held.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'authorization'  => array(
				'description'          => 'A signed authorization; only its signature counts.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'additionalProperties' => false,
	),
	'output'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'         => array(
				'enum' => array(
					'wp-codebox/preview-boot-ref/v1',
				),
				'type' => 'string',
			),
			'success'        => array(
				'type' => 'boolean',
			),
			'status'         => array(
				'type' => 'string',
			),
			'preview_boot'   => array(
				'type'                 => 'object',
				'properties'           => array(
					'schema'            => array(
						'enum' => array(
							'wp-codebox/browser-preview-boot-config/v1',
						),
						'type' => 'string',
					),
					'session_id'        => array(
						'type' => 'string',
					),
					'scope'             => array(
						'type' => 'string',
					),
					'client_module_url' => array(
						'type' => 'string',
					),
					'remote_url'        => array(
						'type' => 'string',
					),
					'isolation'         => array(
						'type'                 => 'object',
						'properties'           => array(
							'mode'   => array(
								'enum' => array(
									'origin',
									'isolated',
									'trusted',
								),
								'type' => 'string',
							),
							'origin' => array(
								'type' => 'string',
							),
						),
						'required'             => array(
							'mode',
							'origin',
						),
						'additionalProperties' => true,
					),
					'blueprint_ref'     => array(
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
					'preview'           => array(
						'type'                 => 'object',
						'properties'           => array(
							'schema'    => array(
								'enum' => array(
									'wp-codebox/preview-lease/v1',
								),
								'type' => 'string',
							),
							'site_url'  => array(
								'type' => 'string',
							),
							'local_url' => array(
								'type' => 'string',
							),
							'lease'     => array(
								'type'                 => 'object',
								'properties'           => array(
									'id'          => array(
										'type' => 'string',
									),
									'status'      => array(
										'enum' => array(
											'active',
											'expired',
											'released',
											'unknown',
										),
										'type' => 'string',
									),
									'acquired_at' => array(
										'type' => 'string',
									),
									'expires_at'  => array(
										'type' => 'string',
									),
								),
								'required'             => array(
									'id',
									'status',
									'acquired_at',
									'expires_at',
								),
								'additionalProperties' => true,
							),
						),
						'required'             => array(
							'schema',
							'site_url',
							'local_url',
							'lease',
						),
						'additionalProperties' => true,
					),
					'expires_at'        => array(
						'type' => 'string',
					),
				),
				'required'             => array(
					'schema',
					'session_id',
					'scope',
					'client_module_url',
					'remote_url',
					'isolation',
					'blueprint_ref',
					'preview',
					'expires_at',
				),
				'additionalProperties' => true,
			),
			'contained_site' => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'error'          => array(
				'type'                 => 'object',
				'properties'           => array(
					'code'    => array(
						'type' => 'string',
					),
					'message' => array(
						'type' => 'string',
					),
				),
				'required'             => array(
					'code',
					'message',
				),
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'schema',
			'success',
			'status',
		),
		'additionalProperties' => true,
	),
);
