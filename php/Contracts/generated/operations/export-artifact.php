<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/export-artifact',
	'label'       => 'Export an artifact',
	'description' => 'Writes a verified bundle as a zip whose bytes are the same every time.',
	'capability'  => 'wp_codebox_read',
	'facade'      => 'export_artifact',
	'cli'         => array(
		'command'    => 'artifacts export',
		'positional' => array(
			'artifact_id',
			'output',
		),
	),
	'ability'     => false,
	'annotations' => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => true,
	),
	'verb'        => 'POST',
	'input'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'artifact_id'    => array(
				'minLength'   => 1,
				'maxLength'   => 200,
				'description' => 'artifact-bundle-sha256- and 64 hex digits.',
				'type'        => 'string',
			),
			'output'         => array(
				'minLength'   => 1,
				'description' => 'File to write, which must not exist; only for the operator at a command line.',
				'type'        => 'string',
			),
			'artifacts_path' => array(
				'description' => 'Directory of bundles on the host; only for the operator at a command line, who may point at another store.',
				'type'        => 'string',
			),
		),
		'required'             => array(
			'artifact_id',
			'output',
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'      => array(
				'enum' => array(
					'wp-codebox/artifact-export/v1',
				),
				'type' => 'string',
			),
			'success'     => array(
				'type' => 'boolean',
			),
			'artifact_id' => array(
				'type' => 'string',
			),
			'output'      => array(
				'type' => 'string',
			),
			'bytes'       => array(
				'type' => 'integer',
			),
			'sha256'      => array(
				'type' => 'string',
			),
		),
		'required'             => array(
			'schema',
			'success',
			'artifact_id',
			'output',
			'bytes',
			'sha256',
		),
		'additionalProperties' => true,
	),
);
