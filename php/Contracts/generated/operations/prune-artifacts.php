<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/prune-artifacts',
	'label'       => 'Prune artifacts',
	'description' => 'Removes bundles older than the retention, and what killed writers and abandoned uploads left behind.',
	'capability'  => 'wp_codebox_run',
	'facade'      => 'prune_artifacts',
	'cli'         => array(
		'command' => 'artifacts prune',
	),
	'ability'     => false,
	'annotations' => array(
		'readonly'    => false,
		'destructive' => true,
		'idempotent'  => false,
	),
	'verb'        => 'POST',
	'input'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'older_than_days' => array(
				'minimum'     => 0,
				'description' => 'The site\'s setting when it is left out; 0 keeps all bundles.',
				'type'        => 'integer',
			),
			'dry_run'         => array(
				'description' => 'Only says what would go.',
				'type'        => 'boolean',
			),
			'artifacts_path'  => array(
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
					'wp-codebox/artifact-prune/v1',
				),
				'type' => 'string',
			),
			'success'   => array(
				'type' => 'boolean',
			),
			'dry_run'   => array(
				'type' => 'boolean',
			),
			'removed'   => array(
				'type'  => 'array',
				'items' => array(
					'type' => 'string',
				),
			),
			'abandoned' => array(
				'description' => 'Staging directories and uploads that nobody finishes.',
				'type'        => 'integer',
			),
			'bytes'     => array(
				'type' => 'integer',
			),
		),
		'required'             => array(
			'schema',
			'success',
			'dry_run',
			'removed',
			'abandoned',
			'bytes',
		),
		'additionalProperties' => true,
	),
);
