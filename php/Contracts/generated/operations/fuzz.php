<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/fuzz',
	'label'       => 'Fuzz',
	'description' => 'Generates cases for the REST routes and abilities of a plugin, runs them in every role, confirms what they find in fresh processes, and ranks it.',
	'capability'  => 'wp_codebox_run',
	'facade'      => 'fuzz',
	'cli'         => array(
		'command' => 'fuzz',
	),
	'ability'     => false,
	'annotations' => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => false,
	),
	'verb'        => 'POST',
	'input'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'plugin'         => array(
				'minLength'   => 1,
				'description' => 'Folder of a plugin, or file of a single-file or must-use plugin.',
				'type'        => 'string',
			),
			'theme'          => array(
				'minLength'   => 1,
				'description' => 'Folder of a theme.',
				'type'        => 'string',
			),
			'namespace'      => array(
				'minLength'   => 1,
				'description' => 'REST namespace, e.g. `acme/v1`.',
				'type'        => 'string',
			),
			'ability'        => array(
				'minLength'   => 1,
				'description' => 'Prefix of ability names, e.g. `acme/`.',
				'type'        => 'string',
			),
			'roles'          => array(
				'minItems'    => 1,
				'description' => 'Roles that every case runs as, or `anonymous`; all roles of the site when left out.',
				'type'        => 'array',
				'items'       => array(
					'type' => 'string',
				),
			),
			'seed'           => array(
				'description' => 'Any text or number; default 1.',
				'anyOf'       => array(
					array(
						'type' => 'string',
					),
					array(
						'type' => 'integer',
					),
				),
			),
			'cases'          => array(
				'minimum'     => 1,
				'description' => 'Most cases to run, roles counted; default 100000.',
				'type'        => 'integer',
			),
			'time'           => array(
				'minimum'     => 1,
				'maximum'     => 86400,
				'description' => 'Seconds for the whole run; default 60.',
				'type'        => 'number',
			),
			'caseTime'       => array(
				'minimum'     => 1,
				'maximum'     => 600,
				'description' => 'Seconds of one case; default 3.',
				'type'        => 'integer',
			),
			'allowMutations' => array(
				'description' => 'Also run cases that may change state; they are rolled back.',
				'type'        => 'boolean',
			),
			'oracles'        => array(
				'description' => 'Oracle ids or groups; with `-` before it one is left out. All when left out.',
				'type'        => 'array',
				'items'       => array(
					'type' => 'string',
				),
			),
			'severities'     => array(
				'description'          => 'Severity by oracle id or group.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'bundle'         => array(
				'description' => 'Whether the run leaves an artifact bundle, named in metadata.artifact; default true.',
				'type'        => 'boolean',
			),
			'artifacts_path' => array(
				'description' => 'Directory of bundles on the host; only for the operator at a command line, who may point at another store.',
				'type'        => 'string',
			),
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'description'          => 'What became of a suite (wp-codebox/fuzz-suite-result/v1).',
		'type'                 => 'object',
		'properties'           => array(
			'schema'          => array(
				'enum' => array(
					'wp-codebox/fuzz-suite-result/v1',
				),
				'type' => 'string',
			),
			'success'         => array(
				'description' => 'True only when the status is `passed`.',
				'type'        => 'boolean',
			),
			'status'          => array(
				'enum' => array(
					'passed',
					'failed',
					'error',
					'skipped',
				),
				'type' => 'string',
			),
			'suite'           => array(
				'type'                 => 'object',
				'properties'           => array(
					'id'      => array(
						'type' => 'string',
					),
					'version' => array(
						'type' => 'string',
					),
				),
				'required'             => array(
					'id',
				),
				'additionalProperties' => true,
			),
			'summary'         => array(
				'type'                 => 'object',
				'properties'           => array(
					'total'   => array(
						'type' => 'integer',
					),
					'passed'  => array(
						'type' => 'integer',
					),
					'failed'  => array(
						'type' => 'integer',
					),
					'error'   => array(
						'type' => 'integer',
					),
					'skipped' => array(
						'type' => 'integer',
					),
				),
				'required'             => array(
					'total',
					'passed',
					'failed',
					'error',
					'skipped',
				),
				'additionalProperties' => true,
			),
			'cases'           => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'properties'           => array(
						'id'           => array(
							'type' => 'string',
						),
						'status'       => array(
							'enum' => array(
								'passed',
								'failed',
								'error',
								'skipped',
							),
							'type' => 'string',
						),
						'success'      => array(
							'type' => 'boolean',
						),
						'target'       => array(
							'type'                 => 'object',
							'properties'           => array(
								'kind'       => array(
									'enum'        => array(
										'ability',
										'command',
										'http',
										'rest',
										'runtime',
										'runtime-action',
										'rest-planned',
									),
									'description' => 'What is called; `rest-planned` is reported and never executed.',
									'type'        => 'string',
								),
								'id'         => array(
									'description' => 'Name of the target: REST path, ability, command or URL.',
									'type'        => 'string',
								),
								'entrypoint' => array(
									'description' => 'As `id`, and wins over it.',
									'type'        => 'string',
								),
								'label'      => array(
									'type' => 'string',
								),
								'metadata'   => array(
									'type'                 => 'object',
									'additionalProperties' => true,
								),
							),
							'required'             => array(
								'kind',
							),
							'additionalProperties' => true,
						),
						'timing'       => array(
							'type'                 => 'object',
							'properties'           => array(
								'startedAt'  => array(
									'type' => 'string',
								),
								'finishedAt' => array(
									'type' => 'string',
								),
								'durationMs' => array(
									'type' => 'number',
								),
							),
							'additionalProperties' => true,
						),
						'outcome'      => array(
							'description' => 'What became of it: accepted, rejected, crashed, timed-out, skipped.',
							'type'        => 'string',
						),
						'reset'        => array(
							'type'                 => 'object',
							'properties'           => array(
								'mode'           => array(
									'type' => 'string',
								),
								'status'         => array(
									'enum' => array(
										'not-required',
										'passed',
										'failed',
										'unsupported',
									),
									'type' => 'string',
								),
								'checkpointName' => array(
									'type' => 'string',
								),
								'snapshotRef'    => array(
									'type' => 'string',
								),
								'fixtureRefs'    => array(
									'type'  => 'array',
									'items' => array(
										'type' => 'string',
									),
								),
								'artifactRefs'   => array(
									'type'  => 'array',
									'items' => array(
										'type'                 => 'object',
										'properties'           => array(
											'path'        => array(
												'description' => 'Relative to the bundle.',
												'type'        => 'string',
											),
											'kind'        => array(
												'type' => 'string',
											),
											'contentType' => array(
												'type' => 'string',
											),
											'sha256'      => array(
												'type' => 'string',
											),
											'bytes'       => array(
												'type' => 'integer',
											),
											'name'        => array(
												'type' => 'string',
											),
											'metadata'    => array(
												'type'                 => 'object',
												'additionalProperties' => true,
											),
											'payload'     => array(
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
										),
										'required'             => array(
											'path',
											'kind',
										),
										'additionalProperties' => true,
									),
								),
								'diagnostics'    => array(
									'type'  => 'array',
									'items' => array(
										'type'                 => 'object',
										'properties'           => array(
											'severity' => array(
												'enum' => array(
													'error',
													'warning',
													'info',
												),
												'type' => 'string',
											),
											'message'  => array(
												'type' => 'string',
											),
											'code'     => array(
												'type' => 'string',
											),
											'caseId'   => array(
												'type' => 'string',
											),
											'target'   => array(
												'type'                 => 'object',
												'properties'           => array(
													'kind'       => array(
														'enum'        => array(
															'ability',
															'command',
															'http',
															'rest',
															'runtime',
															'runtime-action',
															'rest-planned',
														),
														'description' => 'What is called; `rest-planned` is reported and never executed.',
														'type'        => 'string',
													),
													'id'         => array(
														'description' => 'Name of the target: REST path, ability, command or URL.',
														'type'        => 'string',
													),
													'entrypoint' => array(
														'description' => 'As `id`, and wins over it.',
														'type'        => 'string',
													),
													'label'      => array(
														'type' => 'string',
													),
													'metadata'   => array(
														'type'                 => 'object',
														'additionalProperties' => true,
													),
												),
												'required'             => array(
													'kind',
												),
												'additionalProperties' => true,
											),
											'metadata' => array(
												'type'                 => 'object',
												'additionalProperties' => true,
											),
										),
										'required'             => array(
											'severity',
											'message',
										),
										'additionalProperties' => true,
									),
								),
								'metadata'       => array(
									'type'                 => 'object',
									'additionalProperties' => true,
								),
							),
							'required'             => array(
								'mode',
								'status',
							),
							'additionalProperties' => true,
						),
						'skipReason'   => array(
							'description' => 'Code of the first diagnostic of a skipped case.',
							'type'        => 'string',
						),
						'diagnostics'  => array(
							'type'  => 'array',
							'items' => array(
								'type'                 => 'object',
								'properties'           => array(
									'severity' => array(
										'enum' => array(
											'error',
											'warning',
											'info',
										),
										'type' => 'string',
									),
									'message'  => array(
										'type' => 'string',
									),
									'code'     => array(
										'type' => 'string',
									),
									'caseId'   => array(
										'type' => 'string',
									),
									'target'   => array(
										'type'                 => 'object',
										'properties'           => array(
											'kind'       => array(
												'enum'        => array(
													'ability',
													'command',
													'http',
													'rest',
													'runtime',
													'runtime-action',
													'rest-planned',
												),
												'description' => 'What is called; `rest-planned` is reported and never executed.',
												'type'        => 'string',
											),
											'id'         => array(
												'description' => 'Name of the target: REST path, ability, command or URL.',
												'type'        => 'string',
											),
											'entrypoint' => array(
												'description' => 'As `id`, and wins over it.',
												'type'        => 'string',
											),
											'label'      => array(
												'type' => 'string',
											),
											'metadata'   => array(
												'type'                 => 'object',
												'additionalProperties' => true,
											),
										),
										'required'             => array(
											'kind',
										),
										'additionalProperties' => true,
									),
									'metadata' => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
								),
								'required'             => array(
									'severity',
									'message',
								),
								'additionalProperties' => true,
							),
						),
						'artifactRefs' => array(
							'type'  => 'array',
							'items' => array(
								'type'                 => 'object',
								'properties'           => array(
									'path'        => array(
										'description' => 'Relative to the bundle.',
										'type'        => 'string',
									),
									'kind'        => array(
										'type' => 'string',
									),
									'contentType' => array(
										'type' => 'string',
									),
									'sha256'      => array(
										'type' => 'string',
									),
									'bytes'       => array(
										'type' => 'integer',
									),
									'name'        => array(
										'type' => 'string',
									),
									'metadata'    => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
									'payload'     => array(
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
								),
								'required'             => array(
									'path',
									'kind',
								),
								'additionalProperties' => true,
							),
						),
						'findings'     => array(
							'description' => 'Fingerprints of the findings of this case.',
							'type'        => 'array',
							'items'       => array(
								'type' => 'string',
							),
						),
						'metadata'     => array(
							'type'                 => 'object',
							'additionalProperties' => true,
						),
					),
					'required'             => array(
						'id',
						'status',
						'success',
					),
					'additionalProperties' => true,
				),
			),
			'diagnostics'     => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'properties'           => array(
						'severity' => array(
							'enum' => array(
								'error',
								'warning',
								'info',
							),
							'type' => 'string',
						),
						'message'  => array(
							'type' => 'string',
						),
						'code'     => array(
							'type' => 'string',
						),
						'caseId'   => array(
							'type' => 'string',
						),
						'target'   => array(
							'type'                 => 'object',
							'properties'           => array(
								'kind'       => array(
									'enum'        => array(
										'ability',
										'command',
										'http',
										'rest',
										'runtime',
										'runtime-action',
										'rest-planned',
									),
									'description' => 'What is called; `rest-planned` is reported and never executed.',
									'type'        => 'string',
								),
								'id'         => array(
									'description' => 'Name of the target: REST path, ability, command or URL.',
									'type'        => 'string',
								),
								'entrypoint' => array(
									'description' => 'As `id`, and wins over it.',
									'type'        => 'string',
								),
								'label'      => array(
									'type' => 'string',
								),
								'metadata'   => array(
									'type'                 => 'object',
									'additionalProperties' => true,
								),
							),
							'required'             => array(
								'kind',
							),
							'additionalProperties' => true,
						),
						'metadata' => array(
							'type'                 => 'object',
							'additionalProperties' => true,
						),
					),
					'required'             => array(
						'severity',
						'message',
					),
					'additionalProperties' => true,
				),
			),
			'artifactRefs'    => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'properties'           => array(
						'path'        => array(
							'description' => 'Relative to the bundle.',
							'type'        => 'string',
						),
						'kind'        => array(
							'type' => 'string',
						),
						'contentType' => array(
							'type' => 'string',
						),
						'sha256'      => array(
							'type' => 'string',
						),
						'bytes'       => array(
							'type' => 'integer',
						),
						'name'        => array(
							'type' => 'string',
						),
						'metadata'    => array(
							'type'                 => 'object',
							'additionalProperties' => true,
						),
						'payload'     => array(
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
					),
					'required'             => array(
						'path',
						'kind',
					),
					'additionalProperties' => true,
				),
			),
			'findings'        => array(
				'type'  => 'array',
				'items' => array(
					'description'          => 'A defect that an oracle found.',
					'type'                 => 'object',
					'properties'           => array(
						'fingerprint' => array(
							'description' => 'Equal for the same defect.',
							'type'        => 'string',
						),
						'oracle'      => array(
							'type' => 'string',
						),
						'severity'    => array(
							'enum' => array(
								'high',
								'medium',
								'low',
								'info',
							),
							'type' => 'string',
						),
						'message'     => array(
							'type' => 'string',
						),
						'location'    => array(
							'anyOf' => array(
								array(
									'type'                 => 'object',
									'properties'           => array(
										'file' => array(
											'type' => 'string',
										),
										'line' => array(
											'type' => 'integer',
										),
									),
									'required'             => array(
										'file',
										'line',
									),
									'additionalProperties' => true,
								),
								array(
									'type' => 'null',
								),
							),
						),
						'proof'       => array(
							'description' => 'True when it was seen to happen, not inferred.',
							'type'        => 'boolean',
						),
						'caseIds'     => array(
							'type'  => 'array',
							'items' => array(
								'type' => 'string',
							),
						),
						'count'       => array(
							'type' => 'integer',
						),
						'evidence'    => array(
							'type'                 => 'object',
							'additionalProperties' => true,
						),
						'target'      => array(
							'type'                 => 'object',
							'properties'           => array(
								'kind'       => array(
									'enum'        => array(
										'ability',
										'command',
										'http',
										'rest',
										'runtime',
										'runtime-action',
										'rest-planned',
									),
									'description' => 'What is called; `rest-planned` is reported and never executed.',
									'type'        => 'string',
								),
								'id'         => array(
									'description' => 'Name of the target: REST path, ability, command or URL.',
									'type'        => 'string',
								),
								'entrypoint' => array(
									'description' => 'As `id`, and wins over it.',
									'type'        => 'string',
								),
								'label'      => array(
									'type' => 'string',
								),
								'metadata'   => array(
									'type'                 => 'object',
									'additionalProperties' => true,
								),
							),
							'required'             => array(
								'kind',
							),
							'additionalProperties' => true,
						),
						'replay'      => array(
							'type'                 => 'object',
							'additionalProperties' => true,
						),
					),
					'required'             => array(
						'fingerprint',
						'oracle',
						'severity',
						'message',
					),
					'additionalProperties' => true,
				),
			),
			'coverageSummary' => array(
				'type'                 => 'object',
				'properties'           => array(
					'discovered'     => array(
						'type' => 'integer',
					),
					'generated'      => array(
						'type' => 'integer',
					),
					'executed'       => array(
						'type' => 'integer',
					),
					'skipped'        => array(
						'type' => 'integer',
					),
					'untested'       => array(
						'type' => 'integer',
					),
					'skippedReasons' => array(
						'type'  => 'array',
						'items' => array(
							'type'                 => 'object',
							'properties'           => array(
								'reason'  => array(
									'type' => 'string',
								),
								'count'   => array(
									'type' => 'integer',
								),
								'caseIds' => array(
									'type'  => 'array',
									'items' => array(
										'type' => 'string',
									),
								),
							),
							'required'             => array(
								'reason',
								'count',
							),
							'additionalProperties' => true,
						),
					),
				),
				'required'             => array(
					'discovered',
					'generated',
					'executed',
					'skipped',
					'untested',
					'skippedReasons',
				),
				'additionalProperties' => true,
			),
			'coveragePlan'    => array(
				'description'          => 'A fuzz-coverage-plan/v1 document.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'timing'          => array(
				'type'                 => 'object',
				'properties'           => array(
					'startedAt'  => array(
						'type' => 'string',
					),
					'finishedAt' => array(
						'type' => 'string',
					),
					'durationMs' => array(
						'type' => 'number',
					),
				),
				'additionalProperties' => true,
			),
			'metadata'        => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'schema',
			'success',
			'status',
			'suite',
			'summary',
			'cases',
			'diagnostics',
			'artifactRefs',
		),
		'additionalProperties' => true,
	),
);
