<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'           => 'wp-codebox/import-artifact-bundle',
	'label'        => 'Import an artifact bundle',
	'description'  => 'Takes in a bundle from a directory or zip: verified before and after it is copied, seen whole or not at all.',
	'capability'   => 'wp_codebox_run',
	'trustedScope' => 'artifact:write',
	'facade'       => 'import_artifact',
	'cli'          => array(
		'command'    => 'artifacts import',
		'positional' => array(
			'source_bundle_path',
		),
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
			'source_bundle_path'      => array(
				'description' => 'Directory or zip of a bundle; for the operator at a command line, or below a root that WP_CODEBOX_ARTIFACT_IMPORT_ROOTS allows.',
				'type'        => 'string',
			),
			'source_manifest_path'    => array(
				'description' => 'manifest.json of a bundle; under the same rule.',
				'type'        => 'string',
			),
			'upload'                  => array(
				'description' => 'Id of an uploaded zip.',
				'type'        => 'string',
			),
			'expected_artifact_id'    => array(
				'maxLength' => 200,
				'type'      => 'string',
			),
			'expected_content_digest' => array(
				'maxLength' => 200,
				'type'      => 'string',
			),
			'replace'                 => array(
				'description' => 'Takes the manifest of the source when the bundle is there already.',
				'type'        => 'boolean',
			),
			'artifacts_path'          => array(
				'description' => 'Directory of bundles on the host; only for the operator at a command line, who may point at another store.',
				'type'        => 'string',
			),
			'authorization'           => array(
				'description'          => 'What signTrustedRequest() made; only its signature counts, never a claim.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'metadata'                => array(
				'description'          => 'Handed back in the result; not stored.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'additionalProperties' => false,
	),
	'output'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'          => array(
				'enum' => array(
					'wp-codebox/artifact-result-envelope/v1',
				),
				'type' => 'string',
			),
			'operation'       => array(
				'enum' => array(
					'import-artifact-bundle',
					'reimport-artifact-bundle',
					'materialize-replay-package',
					'open',
				),
				'type' => 'string',
			),
			'status'          => array(
				'enum' => array(
					'created',
					'existing',
					'updated',
					'failed',
					'skipped',
				),
				'type' => 'string',
			),
			'success'         => array(
				'type' => 'boolean',
			),
			'artifactRefs'    => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'additionalProperties' => true,
				),
			),
			'evidenceRefs'    => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'additionalProperties' => true,
				),
			),
			'typed_artifacts' => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'additionalProperties' => true,
				),
			),
			'diagnostics'     => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'additionalProperties' => true,
				),
			),
		),
		'required'             => array(
			'schema',
			'operation',
			'status',
			'success',
			'artifactRefs',
			'evidenceRefs',
			'typed_artifacts',
			'diagnostics',
		),
		'additionalProperties' => true,
	),
);
