<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/inspect-artifact',
	'label'       => 'Inspect an artifact',
	'description' => 'A stored bundle together with its verification.',
	'capability'  => 'wp_codebox_read',
	'facade'      => 'inspect_artifact',
	'cli'         => array(
		'command'    => 'artifacts inspect',
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
			'schema'       => array(
				'enum' => array(
					'wp-codebox/artifact-inspection/v1',
				),
				'type' => 'string',
			),
			'success'      => array(
				'description' => 'Whether the bundle verifies.',
				'type'        => 'boolean',
			),
			'artifact'     => array(
				'description'          => 'What get-artifact gives; only the id for a bundle that cannot be read.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'verification' => array(
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
			'artifact',
			'verification',
		),
		'additionalProperties' => true,
	),
);
