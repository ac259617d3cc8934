<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'           => 'wp-codebox/persist-browser-artifact',
	'label'        => 'Persist a browser artifact',
	'description'  => 'Stores files as an artifact bundle: written, read back, verified, known by the digest of its content.',
	'capability'   => 'wp_codebox_run',
	'trustedScope' => 'artifact:write',
	'facade'       => 'persist_artifact',
	'cli'          => array(
		'command' => 'artifacts persist',
	),
	'annotations'  => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => false,
	),
	'verb'         => 'POST',
	'input'        => array(
		'type'                 => 'object',
		'properties'           => array(
			'files'            => array(
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
			'root'             => array(
				'type' => 'string',
			),
			'entrypoint'       => array(
				'type' => 'string',
			),
			'artifacts_path'   => array(
				'description' => 'Directory of bundles on the host; only for the operator at a command line, who may point at another store.',
				'type'        => 'string',
			),
			'authorization'    => array(
				'description'          => 'What signTrustedRequest() made; only its signature counts, never a claim.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'session_id'       => array(
				'maxLength' => 300,
				'type'      => 'string',
			),
			'session'          => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'provenance'       => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'metadata'         => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'caller'           => array(
				'description' => 'The caller\'s own words about itself; gives no rights.',
				'type'        => array(
					'object',
					'array',
					'string',
					'number',
					'boolean',
					'null',
				),
				'items'       => array(
					'type' => array(
						'object',
						'array',
						'string',
						'number',
						'boolean',
						'null',
					),
				),
			),
			'caller_schema'    => array(
				'type'  => array(
					'object',
					'array',
					'string',
					'number',
					'boolean',
					'null',
				),
				'items' => array(
					'type' => array(
						'object',
						'array',
						'string',
						'number',
						'boolean',
						'null',
					),
				),
			),
			'caller_schema_id' => array(
				'maxLength' => 300,
				'type'      => 'string',
			),
			'caller_kind'      => array(
				'maxLength' => 300,
				'type'      => 'string',
			),
			'caller_metadata'  => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'materialization'  => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'review_hints'     => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'apply_target'     => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'files',
		),
		'additionalProperties' => false,
	),
	'output'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'           => array(
				'enum' => array(
					'wp-codebox/browser-artifact-persistence/v1',
				),
				'type' => 'string',
			),
			'success'          => array(
				'type' => 'boolean',
			),
			'status'           => array(
				'enum' => array(
					'created',
					'existing',
				),
				'type' => 'string',
			),
			'artifact_id'      => array(
				'type' => 'string',
			),
			'content_digest'   => array(
				'type' => 'string',
			),
			'directory'        => array(
				'type' => 'string',
			),
			'artifact_ref'     => array(
				'type'                 => 'object',
				'properties'           => array(
					'schema'         => array(
						'enum' => array(
							'wp-codebox/browser-artifact-ref/v1',
						),
						'type' => 'string',
					),
					'artifact_id'    => array(
						'type' => 'string',
					),
					'content_digest' => array(
						'type' => 'string',
					),
					'status'         => array(
						'type' => 'string',
					),
				),
				'required'             => array(
					'schema',
					'artifact_id',
					'content_digest',
					'status',
				),
				'additionalProperties' => true,
			),
			'persisted_bundle' => array(
				'type'                 => 'object',
				'properties'           => array(
					'schema' => array(
						'enum' => array(
							'wp-codebox/browser-persisted-artifact-bundle/v1',
						),
						'type' => 'string',
					),
					'root'   => array(
						'type' => 'string',
					),
					'files'  => array(
						'type'  => 'array',
						'items' => array(
							'type'                 => 'object',
							'properties'           => array(
								'path'          => array(
									'type' => 'string',
								),
								'artifact_path' => array(
									'type' => 'string',
								),
								'status'        => array(
									'type' => 'string',
								),
								'encoding'      => array(
									'type' => 'string',
								),
								'mime_type'     => array(
									'type' => 'string',
								),
								'size'          => array(
									'type' => 'integer',
								),
								'sha256'        => array(
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
								'kind'          => array(
									'type' => 'string',
								),
							),
							'required'             => array(
								'path',
								'artifact_path',
								'status',
								'encoding',
								'mime_type',
								'size',
								'sha256',
								'kind',
							),
							'additionalProperties' => true,
						),
					),
				),
				'required'             => array(
					'schema',
					'root',
					'files',
				),
				'additionalProperties' => true,
			),
			'grant'            => array(
				'type'                 => 'object',
				'properties'           => array(
					'schema'        => array(
						'enum' => array(
							'wp-codebox/browser-artifact-grant/v1',
						),
						'type' => 'string',
					),
					'scope'         => array(
						'type' => 'string',
					),
					'authorization' => array(
						'type' => 'string',
					),
				),
				'required'             => array(
					'schema',
					'scope',
					'authorization',
				),
				'additionalProperties' => true,
			),
			'artifact'         => array(
				'type'                 => 'object',
				'properties'           => array(
					'id'                => array(
						'type' => 'string',
					),
					'content_digest'    => array(
						'type' => 'string',
					),
					'created_at'        => array(
						'type' => 'string',
					),
					'directory'         => array(
						'description' => 'Name of its directory in the store; never its place on the host.',
						'type'        => 'string',
					),
					'paths'             => array(
						'description'          => 'Paths in the bundle: manifest, metadata, changed_files, patch, test_results, review.',
						'type'                 => 'object',
						'additionalProperties' => true,
					),
					'file_count'        => array(
						'type' => 'integer',
					),
					'bytes'             => array(
						'type' => 'integer',
					),
					'has_patch'         => array(
						'type' => 'boolean',
					),
					'has_changed_files' => array(
						'type' => 'boolean',
					),
					'has_test_results'  => array(
						'type' => 'boolean',
					),
					'has_review'        => array(
						'type' => 'boolean',
					),
				),
				'required'             => array(
					'id',
					'content_digest',
					'created_at',
					'directory',
					'paths',
					'file_count',
					'bytes',
					'has_patch',
					'has_changed_files',
					'has_test_results',
					'has_review',
				),
				'additionalProperties' => true,
			),
			'verification'     => array(
				'description'          => 'Whether what is stored is what was written.',
				'type'                 => 'object',
				'properties'           => array(
					'schema'          => array(
						'enum' => array(
							'wp-codebox/artifact-bundle-verification/v1',
						),
						'type' => 'string',
					),
					'bundleDirectory' => array(
						'description' => 'Name of the directory; never its place on the host.',
						'type'        => 'string',
					),
					'valid'           => array(
						'type' => 'boolean',
					),
					'status'          => array(
						'enum' => array(
							'passed',
							'failed',
						),
						'type' => 'string',
					),
					'violations'      => array(
						'type'  => 'array',
						'items' => array(
							'type'                 => 'object',
							'properties'           => array(
								'code'    => array(
									'enum'        => array(
										'missing-manifest',
										'malformed-manifest',
										'invalid-manifest-shape',
										'invalid-path',
										'missing-file',
										'orphaned-file',
										'digest-mismatch',
										'missing-file-hash',
										'file-hash-mismatch',
										'bundle-id-mismatch',
										'malformed-reference',
										'review-evidence-mismatch',
										'unsafe-file',
										'hardlink',
										'payload-schema-violation',
									),
									'description' => 'What is wrong.',
									'type'        => 'string',
								),
								'path'    => array(
									'description' => 'Where in the manifest or bundle.',
									'type'        => 'string',
								),
								'message' => array(
									'type' => 'string',
								),
								'file'    => array(
									'description' => 'The file it is about.',
									'type'        => 'string',
								),
								'details' => array(
									'type'                 => 'object',
									'additionalProperties' => true,
								),
							),
							'required'             => array(
								'code',
								'path',
								'message',
							),
							'additionalProperties' => true,
						),
					),
				),
				'required'             => array(
					'schema',
					'bundleDirectory',
					'valid',
					'violations',
				),
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'schema',
			'success',
			'status',
			'artifact_id',
			'content_digest',
			'directory',
			'artifact_ref',
			'persisted_bundle',
			'grant',
			'artifact',
			'verification',
		),
		'additionalProperties' => true,
	),
);
