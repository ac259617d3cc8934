<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/list-artifacts',
	'label'       => 'List artifacts',
	'description' => 'The artifact bundles of this site, newest first.',
	'capability'  => 'wp_codebox_read',
	'facade'      => 'list_artifacts',
	'cli'         => array(
		'command' => 'artifacts list',
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
			'limit'          => array(
				'minimum'     => 1,
				'maximum'     => 1000,
				'description' => '100 when it is left out.',
				'type'        => 'integer',
			),
			'offset'         => array(
				'minimum' => 0,
				'type'    => 'integer',
			),
			'artifacts_path' => array(
				'description' => 'Directory of bundles on the host; only for the operator at a command line, who may point at another store.',
				'type'        => 'string',
			),
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'    => array(
				'enum' => array(
					'wp-codebox/artifact-list/v1',
				),
				'type' => 'string',
			),
			'success'   => array(
				'type' => 'boolean',
			),
			'root'      => array(
				'description' => 'Names the store; never its place on the host.',
				'type'        => 'string',
			),
			'total'     => array(
				'type' => 'integer',
			),
			'bytes'     => array(
				'description' => 'Of all bundles.',
				'type'        => 'integer',
			),
			'artifacts' => array(
				'type'  => 'array',
				'items' => array(
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
		),
		'required'             => array(
			'schema',
			'success',
			'root',
			'total',
			'bytes',
			'artifacts',
		),
		'additionalProperties' => true,
	),
);
