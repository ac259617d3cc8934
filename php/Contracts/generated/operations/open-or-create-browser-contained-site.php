<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'           => 'wp-codebox/open-or-create-browser-contained-site',
	'label'        => 'Open or create a contained site',
	'description'  => 'Opens a prepared site or creates one, as mode says: open-only, open-or-create or prepare-new.',
	'capability'   => 'wp_codebox_run',
	'trustedScope' => 'browser-session:create',
	'facade'       => 'open_or_create_browser_contained_site',
	'annotations'  => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => false,
	),
	'verb'         => 'POST',
	'input'        => array(
		'type'                 => 'object',
		'properties'           => array(
			'site_id'                          => array(
				'pattern' => '^site-[0-9a-f]{32}$',
				'type'    => 'string',
			),
			'cache_key'                        => array(
				'minLength' => 1,
				'maxLength' => 64,
				'pattern'   => '^[A-Za-z0-9_.-]+$',
				'type'      => 'string',
			),
			'input_hash'                       => array(
				'pattern' => '^[0-9a-f]{64}$',
				'type'    => 'string',
			),
			'source_digest'                    => array(
				'pattern' => '^[0-9a-f]{64}$',
				'type'    => 'string',
			),
			'contained_site'                   => array(
				'description'          => 'The handle that an earlier answer held.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'session_id'                       => array(
				'minLength' => 1,
				'maxLength' => 128,
				'pattern'   => '^[A-Za-z0-9_-]+$',
				'type'      => 'string',
			),
			'sandbox_session_id'               => array(
				'minLength' => 1,
				'maxLength' => 128,
				'pattern'   => '^[A-Za-z0-9_-]+$',
				'type'      => 'string',
			),
			'preview_only'                     => array(
				'description' => 'No agent is wanted; the default where none is named.',
				'type'        => 'boolean',
			),
			'blueprint'                        => array(
				'description'          => 'A Playground blueprint, version 1.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'runtime'                          => array(
				'type'                 => 'object',
				'properties'           => array(
					'prepared_runtime' => array(
						'type'                 => 'object',
						'properties'           => array(
							'enabled'    => array(
								'type' => 'boolean',
							),
							'cache_key'  => array(
								'minLength' => 1,
								'maxLength' => 64,
								'pattern'   => '^[A-Za-z0-9_.-]+$',
								'type'      => 'string',
							),
							'input_hash' => array(
								'pattern' => '^[0-9a-f]{64}$',
								'type'    => 'string',
							),
						),
						'additionalProperties' => false,
					),
				),
				'additionalProperties' => false,
			),
			'agent'                            => array(
				'maxLength' => 300,
				'type'      => 'string',
			),
			'provider'                         => array(
				'maxLength' => 300,
				'type'      => 'string',
			),
			'model'                            => array(
				'maxLength' => 300,
				'type'      => 'string',
			),
			'mode'                             => array(
				'enum'        => array(
					'open-only',
					'open-or-create',
					'prepare-new',
				),
				'description' => 'open-only never creates, prepare-new always does; required.',
				'type'        => 'string',
			),
			'orchestrator'                     => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'metadata'                         => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'authorization'                    => array(
				'description'          => 'A signed authorization; only its signature counts.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'include_internal_browser_session' => array(
				'description' => 'Adds what only debugging needs; for an operator or a site that allows it.',
				'type'        => 'boolean',
			),
			'goal'                             => array(
				'minLength'   => 1,
				'maxLength'   => 20000,
				'description' => 'Required where a site is created.',
				'type'        => 'string',
			),
		),
		'required'             => array(
			'mode',
		),
		'additionalProperties' => false,
	),
	'output'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'          => array(
				'enum' => array(
					'wp-codebox/browser-contained-site-open-or-create/v1',
				),
				'type' => 'string',
			),
			'success'         => array(
				'type' => 'boolean',
			),
			'mode'            => array(
				'enum' => array(
					'open-only',
					'open-or-create',
					'prepare-new',
				),
				'type' => 'string',
			),
			'action'          => array(
				'enum' => array(
					'opened',
					'created',
					'unavailable',
					'blocked',
				),
				'type' => 'string',
			),
			'reload_required' => array(
				'type' => 'boolean',
			),
			'identity_key'    => array(
				'type' => 'string',
			),
			'contained_site'  => array(
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
			'preview_boot'    => array(
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
			'preview_lease'   => array(
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
			'session'         => array(
				'type'                 => 'object',
				'properties'           => array(
					'schema'            => array(
						'enum' => array(
							'wp-codebox/browser-session-product-dto/v1',
						),
						'type' => 'string',
					),
					'success'           => array(
						'type' => 'boolean',
					),
					'preview_only'      => array(
						'type' => 'boolean',
					),
					'status'            => array(
						'enum' => array(
							'ready',
							'blocked',
							'unknown',
						),
						'type' => 'string',
					),
					'execution'         => array(
						'enum' => array(
							'browser-playground',
						),
						'type' => 'string',
					),
					'execution_scope'   => array(
						'enum' => array(
							'disposable-playground',
						),
						'type' => 'string',
					),
					'session_id'        => array(
						'type' => 'string',
					),
					'task'              => array(
						'type' => 'string',
					),
					'target'            => array(
						'type'                 => 'object',
						'additionalProperties' => true,
					),
					'preview_boot'      => array(
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
					'preview_lease'     => array(
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
					'contained_site'    => array(
						'type'                 => 'object',
						'additionalProperties' => true,
					),
					'runtime_readiness' => array(
						'type'                 => 'object',
						'properties'           => array(
							'schema' => array(
								'enum' => array(
									'wp-codebox/browser-runtime-readiness/v1',
								),
								'type' => 'string',
							),
							'ready'  => array(
								'type' => 'boolean',
							),
							'status' => array(
								'type' => 'string',
							),
						),
						'required'             => array(
							'schema',
							'ready',
							'status',
						),
						'additionalProperties' => true,
					),
					'artifact_refs'     => array(
						'type'  => 'array',
						'items' => array(
							'type'                 => 'object',
							'additionalProperties' => true,
						),
					),
					'expires_at'        => array(
						'type' => 'string',
					),
					'error'             => array(
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
					'provenance'        => array(
						'type'                 => 'object',
						'additionalProperties' => true,
					),
				),
				'required'             => array(
					'schema',
					'success',
					'preview_only',
					'status',
					'execution',
					'execution_scope',
					'session_id',
					'task',
					'target',
					'runtime_readiness',
					'artifact_refs',
					'provenance',
				),
				'additionalProperties' => true,
			),
			'error'           => array(
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
			'mode',
			'action',
			'reload_required',
			'identity_key',
		),
		'additionalProperties' => true,
	),
);
