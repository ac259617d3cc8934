<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'           => 'wp-codebox/open-browser-contained-site',
	'label'        => 'Open a contained site',
	'description'  => 'What starts a prepared site again, with the same storage in the browser.',
	'capability'   => 'wp_codebox_run',
	'trustedScope' => 'browser-session:create',
	'facade'       => 'open_browser_session',
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
					'wp-codebox/browser-contained-site-open/v1',
				),
				'type' => 'string',
			),
			'success'        => array(
				'type' => 'boolean',
			),
			'status'         => array(
				'type' => 'string',
			),
			'resolution'     => array(
				'type'                 => 'object',
				'properties'           => array(
					'schema'               => array(
						'enum' => array(
							'wp-codebox/browser-contained-site-resolution/v1',
						),
						'type' => 'string',
					),
					'outcome'              => array(
						'enum' => array(
							'reused',
							'created',
							'miss',
							'incompatible',
						),
						'type' => 'string',
					),
					'reason'               => array(
						'type' => 'string',
					),
					'recoverable'          => array(
						'type' => 'boolean',
					),
					'prepare_new_required' => array(
						'type' => 'boolean',
					),
				),
				'required'             => array(
					'schema',
					'outcome',
					'reason',
					'recoverable',
					'prepare_new_required',
				),
				'additionalProperties' => true,
			),
			'contained_site' => array(
				'type'                 => 'object',
				'properties'           => array(
					'schema'          => array(
						'enum' => array(
							'wp-codebox/browser-contained-site/v1',
						),
						'type' => 'string',
					),
					'site_id'         => array(
						'type' => 'string',
					),
					'preview_id'      => array(
						'type' => 'string',
					),
					'session_id'      => array(
						'type' => 'string',
					),
					'status'          => array(
						'type' => 'string',
					),
					'persistence'     => array(
						'enum' => array(
							'browser-contained',
						),
						'type' => 'string',
					),
					'source_digest'   => array(
						'type'                 => 'object',
						'properties'           => array(
							'algorithm' => array(
								'enum' => array(
									'sha256',
								),
								'type' => 'string',
							),
							'value'     => array(
								'type' => 'string',
							),
						),
						'required'             => array(
							'algorithm',
							'value',
						),
						'additionalProperties' => true,
					),
					'recovery'        => array(
						'type'                 => 'object',
						'additionalProperties' => true,
					),
					'recovery_handle' => array(
						'type' => 'string',
					),
					'preview'         => array(
						'type'                 => 'object',
						'properties'           => array(
							'local_url' => array(
								'type' => 'string',
							),
							'scope'     => array(
								'type' => 'string',
							),
						),
						'required'             => array(
							'local_url',
							'scope',
						),
						'additionalProperties' => true,
					),
					'expires_at'      => array(
						'type' => 'string',
					),
				),
				'required'             => array(
					'schema',
					'site_id',
					'preview_id',
					'session_id',
					'status',
					'persistence',
					'source_digest',
					'recovery',
					'recovery_handle',
					'preview',
					'expires_at',
				),
				'additionalProperties' => true,
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
			'preview_lease'  => array(
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
			'resolution',
		),
		'additionalProperties' => true,
	),
);
