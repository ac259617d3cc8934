<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'            => 'wp-codebox/browser-connector-request',
	'label'         => 'Send a connector request',
	'description'   => 'Asks a server that the site allows, with the credentials of the site, which the browser never sees.',
	'capability'    => 'wp_codebox_run',
	'trustedScope'  => 'browser-connector:request',
	'facade'        => 'browser_connector_request',
	'rest'          => array(
		'method' => 'POST',
		'route'  => '/browser-connector-request',
	),
	'inputSchemaId' => 'wp-codebox/browser-connector-request/v1',
	'annotations'   => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => false,
	),
	'verb'          => 'POST',
	'input'         => array(
		'description'          => 'A call through a connector of the site (wp-codebox/browser-connector-request/v1).',
		'type'                 => 'object',
		'properties'           => array(
			'schema'        => array(
				'enum' => array(
					'wp-codebox/browser-connector-request/v1',
				),
				'type' => 'string',
			),
			'id'            => array(
				'maxLength'   => 200,
				'description' => 'The caller\'s name for this request.',
				'type'        => 'string',
			),
			'connector'     => array(
				'minLength'   => 1,
				'maxLength'   => 200,
				'pattern'     => '^[A-Za-z0-9][A-Za-z0-9_./:-]*$',
				'description' => 'Which connector of the site.',
				'type'        => 'string',
			),
			'provider'      => array(
				'maxLength' => 200,
				'type'      => 'string',
			),
			'model'         => array(
				'maxLength' => 200,
				'type'      => 'string',
			),
			'operation'     => array(
				'minLength'   => 1,
				'maxLength'   => 200,
				'pattern'     => '^[A-Za-z0-9][A-Za-z0-9_./:-]*$',
				'description' => 'http.request, or an operation that the connector itself handles.',
				'type'        => 'string',
			),
			'payload'       => array(
				'description'          => 'Of http.request: method, url or path, query, headers, body (text) or json; else the connector’s own.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'session'       => array(
				'type'                 => 'object',
				'properties'           => array(
					'sandbox_session_id' => array(
						'maxLength' => 300,
						'type'      => 'string',
					),
					'session_id'         => array(
						'maxLength' => 300,
						'type'      => 'string',
					),
					'caller_session_id'  => array(
						'maxLength' => 300,
						'type'      => 'string',
					),
					'job_id'             => array(
						'maxLength' => 300,
						'type'      => 'string',
					),
				),
				'additionalProperties' => false,
			),
			'context'       => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'authorization' => array(
				'description'          => 'A signed authorization; only its signature counts.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'connector',
			'operation',
		),
		'additionalProperties' => false,
	),
	'output'        => array(
		'description'          => 'What a connector answered (wp-codebox/browser-connector-response/v1).',
		'type'                 => 'object',
		'properties'           => array(
			'schema'      => array(
				'enum' => array(
					'wp-codebox/browser-connector-response/v1',
				),
				'type' => 'string',
			),
			'success'     => array(
				'type' => 'boolean',
			),
			'status'      => array(
				'enum' => array(
					'completed',
					'failed-closed',
				),
				'type' => 'string',
			),
			'connector'   => array(
				'type' => 'string',
			),
			'provider'    => array(
				'type' => 'string',
			),
			'model'       => array(
				'type' => 'string',
			),
			'operation'   => array(
				'type' => 'string',
			),
			'response'    => array(
				'description'          => 'Of http.request: status, headers, body, bytes.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'error'       => array(
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
			'credentials' => array(
				'description' => 'Names of what the site added; never values.',
				'type'        => 'array',
				'items'       => array(
					'type'                 => 'object',
					'properties'           => array(
						'name'     => array(
							'type' => 'string',
						),
						'redacted' => array(
							'enum' => array(
								true,
							),
							'type' => 'boolean',
						),
					),
					'required'             => array(
						'name',
						'redacted',
					),
					'additionalProperties' => true,
				),
			),
			'audit'       => array(
				'type'                 => 'object',
				'properties'           => array(
					'schema'           => array(
						'enum' => array(
							'wp-codebox/browser-connector-audit/v1',
						),
						'type' => 'string',
					),
					'operation'        => array(
						'type' => 'string',
					),
					'credential_names' => array(
						'type'  => 'array',
						'items' => array(
							'type' => 'string',
						),
					),
					'secrets_redacted' => array(
						'enum' => array(
							true,
						),
						'type' => 'boolean',
					),
					'generated_by'     => array(
						'type' => 'string',
					),
				),
				'required'             => array(
					'schema',
					'operation',
					'credential_names',
					'secrets_redacted',
					'generated_by',
				),
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'schema',
			'success',
			'status',
			'connector',
			'operation',
			'credentials',
			'audit',
		),
		'additionalProperties' => true,
	),
);
