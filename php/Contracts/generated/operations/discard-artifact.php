<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/discard-artifact',
	'label'       => 'Discard an artifact',
	'description' => 'Removes a stored bundle.',
	'capability'  => 'wp_codebox_run',
	'facade'      => 'discard_artifact',
	'cli'         => array(
		'command'    => 'artifacts discard',
		'positional' => array(
			'artifact_id',
		),
	),
	'annotations' => array(
		'readonly'    => false,
		'destructive' => true,
		'idempotent'  => false,
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
			'schema'      => array(
				'enum' => array(
					'wp-codebox/artifact-discard/v1',
				),
				'type' => 'string',
			),
			'success'     => array(
				'type' => 'boolean',
			),
			'artifact_id' => array(
				'type' => 'string',
			),
		),
		'required'             => array(
			'schema',
			'success',
			'artifact_id',
		),
		'additionalProperties' => true,
	),
);
