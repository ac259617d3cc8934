<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'           => 'wp-codebox/get-browser-contained-site-status',
	'label'        => 'Get the status of a contained site',
	'description'  => 'Whether the site still holds what opens a contained site.',
	'capability'   => 'wp_codebox_run',
	'trustedScope' => 'browser-session:create',
	'facade'       => 'browser_contained_site_status',
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
			'schema'                       => array(
				'enum' => array(
					'wp-codebox/browser-contained-site-status/v1',
				),
				'type' => 'string',
			),
			'success'                      => array(
				'type' => 'boolean',
			),
			'site_id'                      => array(
				'type' => 'string',
			),
			'status'                       => array(
				'enum' => array(
					'recoverable_prepared_runtime',
					'miss',
					'incompatible',
				),
				'type' => 'string',
			),
			'open_mode'                    => array(
				'enum' => array(
					'reuse_prepared_runtime',
					'unavailable',
				),
				'type' => 'string',
			),
			'reuse_level'                  => array(
				'enum' => array(
					'prepared_runtime',
					'none',
				),
				'type' => 'string',
			),
			'prepared_runtime_recoverable' => array(
				'type' => 'boolean',
			),
			'resolution'                   => array(
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
			'contained_site'               => array(
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
			'error'                        => array(
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
			'site_id',
			'status',
			'open_mode',
			'reuse_level',
			'prepared_runtime_recoverable',
			'resolution',
		),
		'additionalProperties' => true,
	),
);
