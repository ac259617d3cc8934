<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/normalize-browser-artifact-bundle',
	'label'       => 'Normalize a browser artifact bundle',
	'description' => 'Checks files, paths, entry point, roles and metadata of a bundle and describes it; stores nothing.',
	'capability'  => 'wp_codebox_run',
	'facade'      => 'normalize_artifact_bundle',
	'cli'         => array(
		'command' => 'artifacts normalize',
	),
	'annotations' => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => true,
	),
	'verb'        => 'POST',
	'input'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema_id'  => array(
				'maxLength'   => 300,
				'description' => 'The caller\'s own schema; never interpreted.',
				'type'        => 'string',
			),
			'entrypoint' => array(
				'description' => 'Path of one of the files.',
				'type'        => 'string',
			),
			'files'      => array(
				'description' => 'Each with its content as text, base64 or the id of an upload.',
				'type'        => 'array',
				'items'       => array(
					'type'                 => 'object',
					'properties'           => array(
						'path'           => array(
							'description' => 'Relative path below the root of the bundle.',
							'type'        => 'string',
						),
						'content'        => array(
							'description' => 'Text, or base64 where `encoding` says so.',
							'type'        => 'string',
						),
						'content_base64' => array(
							'description' => 'Bytes as base64.',
							'type'        => 'string',
						),
						'upload'         => array(
							'description' => 'Id of an upload in parts, for files too large for JSON.',
							'type'        => 'string',
						),
						'encoding'       => array(
							'enum'        => array(
								'utf-8',
								'base64',
							),
							'description' => 'What `content` holds.',
							'type'        => 'string',
						),
						'mime_type'      => array(
							'maxLength' => 200,
							'type'      => 'string',
						),
						'kind'           => array(
							'minLength'   => 1,
							'maxLength'   => 100,
							'description' => 'What the file is; browser-artifact when it is left out.',
							'type'        => 'string',
						),
						'role'           => array(
							'maxLength' => 100,
							'type'      => 'string',
						),
						'roles'          => array(
							'type'  => 'array',
							'items' => array(
								'maxLength' => 100,
								'type'      => 'string',
							),
						),
						'description'    => array(
							'maxLength' => 2000,
							'type'      => 'string',
						),
					),
					'required'             => array(
						'path',
					),
					'additionalProperties' => false,
				),
			),
			'root'       => array(
				'type' => 'string',
			),
			'roles'      => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'provenance' => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'metadata'   => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'schema_id',
			'entrypoint',
			'files',
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'         => array(
				'enum' => array(
					'wp-codebox/browser-artifact-bundle-normalization/v1',
				),
				'type' => 'string',
			),
			'success'        => array(
				'type' => 'boolean',
			),
			'caller_schema'  => array(
				'type' => 'string',
			),
			'root'           => array(
				'type' => 'string',
			),
			'entrypoint'     => array(
				'type' => 'string',
			),
			'files'          => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'properties'           => array(
						'path'      => array(
							'type' => 'string',
						),
						'encoding'  => array(
							'enum' => array(
								'utf-8',
								'base64',
								'upload',
							),
							'type' => 'string',
						),
						'mime_type' => array(
							'type' => 'string',
						),
						'size'      => array(
							'type' => 'integer',
						),
						'sha256'    => array(
							'type' => 'string',
						),
						'kind'      => array(
							'type' => 'string',
						),
						'roles'     => array(
							'type'  => 'array',
							'items' => array(
								'type' => 'string',
							),
						),
					),
					'required'             => array(
						'path',
						'encoding',
						'mime_type',
						'size',
						'sha256',
						'kind',
					),
					'additionalProperties' => true,
				),
			),
			'roles'          => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'provenance'     => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'metadata'       => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'content_digest' => array(
				'type' => 'string',
			),
		),
		'required'             => array(
			'schema',
			'success',
			'caller_schema',
			'root',
			'entrypoint',
			'files',
			'roles',
			'provenance',
			'metadata',
			'content_digest',
		),
		'additionalProperties' => true,
	),
);
