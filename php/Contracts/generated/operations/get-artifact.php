<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/get-artifact',
	'label'       => 'Get an artifact',
	'description' => 'A stored bundle: its manifest, metadata, changed files, patch, review and test results.',
	'capability'  => 'wp_codebox_read',
	'facade'      => 'get_artifact',
	'cli'         => array(
		'command'    => 'artifacts get',
		'positional' => array(
			'artifact_id',
		),
	),
	'annotations' => array(
		'readonly'    => true,
		'destructive' => false,
		'idempotent'  => true,
	),
	'verb'        => 'GET',
	'input'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'artifact_id'    => array(
				'minLength'   => 1,
				'maxLength'   => 200,
				'description' => 'artifact-bundle-sha256- and 64 hex digits.',
				'type'        => 'string',
			),
			'artifacts_path' => array(
				'description' => 'Directory of bundles on the host; only for the operator at a command line, who may point at another store.',
				'type'        => 'string',
			),
		),
		'required'             => array(
			'artifact_id',
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'   => array(
				'enum' => array(
					'wp-codebox/artifact/v1',
				),
				'type' => 'string',
			),
			'success'  => array(
				'type' => 'boolean',
			),
			'artifact' => array(
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
		),
		'required'             => array(
			'schema',
			'success',
			'artifact',
		),
		'additionalProperties' => true,
	),
);
