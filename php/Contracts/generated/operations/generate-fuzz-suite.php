<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/generate-fuzz-suite',
	'label'       => 'Generate Fuzz Suite',
	'description' => 'Makes a suite of cases from the REST routes and abilities that are there, the same for the same seed and site.',
	'capability'  => 'wp_codebox_run',
	'facade'      => 'generate_fuzz_suite',
	'cli'         => array(
		'command' => 'generate-fuzz-suite',
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
				'description' => 'Roles that every case is made for, or `anonymous`; all roles of the site when left out.',
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
				'maximum'     => 5000,
				'description' => 'How many cases, roles counted; default 300.',
				'type'        => 'integer',
			),
			'async'          => array(
				'description' => 'Answer at once with a run to ask about.',
				'type'        => 'boolean',
			),
			'allowMutations' => array(
				'description' => 'Also make cases that may change state.',
				'type'        => 'boolean',
			),
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'description' => 'The suite; with `async` the run that will have it as its result. `schema` says which.',
		'anyOf'       => array(
			array(
				'description'          => 'A suite of boundary cases (wp-codebox/fuzz-suite/v1).',
				'type'                 => 'object',
				'properties'           => array(
					'schema'                        => array(
						'enum' => array(
							'wp-codebox/fuzz-suite/v1',
						),
						'type' => 'string',
					),
					'id'                            => array(
						'minLength' => 1,
						'type'      => 'string',
					),
					'version'                       => array(
						'type' => 'string',
					),
					'runnerMode'                    => array(
						'enum'        => array(
							'auto',
							'php-in-process',
							'runtime-backed',
						),
						'description' => 'Where to run; `auto` is the process that was called.',
						'type'        => 'string',
					),
					'runner_mode'                   => array(
						'enum' => array(
							'auto',
							'php-in-process',
							'runtime-backed',
						),
						'type' => 'string',
					),
					'requireCoverage'               => array(
						'description' => 'Ends with status error when a case cannot run for want of a capability.',
						'type'        => 'boolean',
					),
					'require_coverage'              => array(
						'type' => 'boolean',
					),
					'target'                        => array(
						'description'          => 'What a case is aimed at.',
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
						'additionalProperties' => false,
					),
					'cases'                         => array(
						'type'  => 'array',
						'items' => array(
							'description'          => 'One case.',
							'type'                 => 'object',
							'properties'           => array(
								'id'              => array(
									'minLength'   => 1,
									'description' => 'Unique in its suite; `case_id` is an alias.',
									'type'        => 'string',
								),
								'case_id'         => array(
									'minLength' => 1,
									'type'      => 'string',
								),
								'target'          => array(
									'description'          => 'What a case is aimed at.',
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
									'additionalProperties' => false,
								),
								'input'           => array(
									'description' => 'What the target is called with. For rest: path, method, params, headers, body, bodyJson, user.',
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
								'phases'          => array(
									'description'          => 'Commands before, as and after the case.',
									'type'                 => 'object',
									'properties'           => array(
										'setup'    => array(
											'type'  => 'array',
											'items' => array(
												'description'          => 'One command of a phase.',
												'type'                 => 'object',
												'properties'           => array(
													'command'       => array(
														'minLength' => 1,
														'type'      => 'string',
													),
													'args'          => array(
														'description' => '`key=value`, split at the first `=`.',
														'type'        => 'array',
														'items'       => array(
															'type' => 'string',
														),
													),
													'timeoutMs'     => array(
														'minimum' => 1,
														'type'    => 'integer',
													),
													'timeout_ms'    => array(
														'minimum' => 1,
														'type'    => 'integer',
													),
													'allowFailure'  => array(
														'type' => 'boolean',
													),
													'allow_failure' => array(
														'type' => 'boolean',
													),
													'advisory'      => array(
														'type' => 'boolean',
													),
													'metadata'      => array(
														'type'                 => 'object',
														'additionalProperties' => true,
													),
												),
												'required'             => array(
													'command',
												),
												'additionalProperties' => false,
											),
										),
										'action'   => array(
											'type'  => 'array',
											'items' => array(
												'description'          => 'One command of a phase.',
												'type'                 => 'object',
												'properties'           => array(
													'command'       => array(
														'minLength' => 1,
														'type'      => 'string',
													),
													'args'          => array(
														'description' => '`key=value`, split at the first `=`.',
														'type'        => 'array',
														'items'       => array(
															'type' => 'string',
														),
													),
													'timeoutMs'     => array(
														'minimum' => 1,
														'type'    => 'integer',
													),
													'timeout_ms'    => array(
														'minimum' => 1,
														'type'    => 'integer',
													),
													'allowFailure'  => array(
														'type' => 'boolean',
													),
													'allow_failure' => array(
														'type' => 'boolean',
													),
													'advisory'      => array(
														'type' => 'boolean',
													),
													'metadata'      => array(
														'type'                 => 'object',
														'additionalProperties' => true,
													),
												),
												'required'             => array(
													'command',
												),
												'additionalProperties' => false,
											),
										),
										'assert'   => array(
											'type'  => 'array',
											'items' => array(
												'description'          => 'One command of a phase.',
												'type'                 => 'object',
												'properties'           => array(
													'command'       => array(
														'minLength' => 1,
														'type'      => 'string',
													),
													'args'          => array(
														'description' => '`key=value`, split at the first `=`.',
														'type'        => 'array',
														'items'       => array(
															'type' => 'string',
														),
													),
													'timeoutMs'     => array(
														'minimum' => 1,
														'type'    => 'integer',
													),
													'timeout_ms'    => array(
														'minimum' => 1,
														'type'    => 'integer',
													),
													'allowFailure'  => array(
														'type' => 'boolean',
													),
													'allow_failure' => array(
														'type' => 'boolean',
													),
													'advisory'      => array(
														'type' => 'boolean',
													),
													'metadata'      => array(
														'type'                 => 'object',
														'additionalProperties' => true,
													),
												),
												'required'             => array(
													'command',
												),
												'additionalProperties' => false,
											),
										),
										'teardown' => array(
											'type'  => 'array',
											'items' => array(
												'description'          => 'One command of a phase.',
												'type'                 => 'object',
												'properties'           => array(
													'command'       => array(
														'minLength' => 1,
														'type'      => 'string',
													),
													'args'          => array(
														'description' => '`key=value`, split at the first `=`.',
														'type'        => 'array',
														'items'       => array(
															'type' => 'string',
														),
													),
													'timeoutMs'     => array(
														'minimum' => 1,
														'type'    => 'integer',
													),
													'timeout_ms'    => array(
														'minimum' => 1,
														'type'    => 'integer',
													),
													'allowFailure'  => array(
														'type' => 'boolean',
													),
													'allow_failure' => array(
														'type' => 'boolean',
													),
													'advisory'      => array(
														'type' => 'boolean',
													),
													'metadata'      => array(
														'type'                 => 'object',
														'additionalProperties' => true,
													),
												),
												'required'             => array(
													'command',
												),
												'additionalProperties' => false,
											),
										),
									),
									'additionalProperties' => false,
								),
								'artifacts'       => array(
									'type'  => 'array',
									'items' => array(
										'type'                 => 'object',
										'properties'           => array(
											'name'     => array(
												'type' => 'string',
											),
											'path'     => array(
												'type' => 'string',
											),
											'role'     => array(
												'type' => 'string',
											),
											'metadata' => array(
												'type'                 => 'object',
												'additionalProperties' => true,
											),
										),
										'required'             => array(
											'path',
										),
										'additionalProperties' => false,
									),
								),
								'inputs'          => array(
									'description'          => 'What `wordpress.summarize-fuzz-artifacts` judges by.',
									'type'                 => 'object',
									'properties'           => array(
										'observation_surfaces'     => array(
											'type'  => 'array',
											'items' => array(
												'type' => 'string',
											),
										),
										'budget_keys'              => array(
											'type'  => 'array',
											'items' => array(
												'type' => 'string',
											),
										),
										'product_budgets'          => array(
											'type'                 => 'object',
											'additionalProperties' => true,
										),
										'hotspot_classes'          => array(
											'type'  => 'array',
											'items' => array(
												'type' => 'string',
											),
										),
										'skip_reason_codes'        => array(
											'type'  => 'array',
											'items' => array(
												'type' => 'string',
											),
										),
										'states'                   => array(
											'type'  => 'array',
											'items' => array(
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
										'query_attribution_source' => array(
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
									'additionalProperties' => false,
								),
								'expect'          => array(
									'description'          => 'What makes the case pass.',
									'type'                 => 'object',
									'properties'           => array(
										'status' => array(
											'description' => 'HTTP status that the answer has to have, or a list of allowed ones.',
											'anyOf'       => array(
												array(
													'type' => 'integer',
												),
												array(
													'minItems' => 1,
													'type'     => 'array',
													'items'    => array(
														'type' => 'integer',
													),
												),
											),
										),
										'body'   => array(
											'description' => 'JSON that the answer has to contain.',
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
										'schema' => array(
											'description'          => 'JSON Schema that the answer has to fit.',
											'type'                 => 'object',
											'additionalProperties' => true,
										),
									),
									'additionalProperties' => false,
								),
								'role'            => array(
									'description' => 'Role the case runs as, or `anonymous`.',
									'type'        => 'string',
								),
								'description'     => array(
									'type' => 'string',
								),
								'timeoutMs'       => array(
									'minimum' => 1,
									'type'    => 'integer',
								),
								'timeout_ms'      => array(
									'minimum' => 1,
									'type'    => 'integer',
								),
								'resetPolicy'     => array(
									'anyOf' => array(
										array(
											'description'          => 'How state is put back before a case.',
											'type'                 => 'object',
											'properties'           => array(
												'mode'            => array(
													'enum'        => array(
														'none',
														'checkpoint-per-case',
														'restore-snapshot',
													),
													'description' => 'How state is put back before a case.',
													'type'        => 'string',
												),
												'checkpointName'  => array(
													'type' => 'string',
												),
												'checkpoint_name' => array(
													'type' => 'string',
												),
												'snapshotRef'     => array(
													'description' => 'Needed by `restore-snapshot`.',
													'type'        => 'string',
												),
												'snapshot_ref'    => array(
													'type' => 'string',
												),
												'fixtureRefs'     => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'fixture_refs'    => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'metadata'        => array(
													'type'                 => 'object',
													'additionalProperties' => true,
												),
											),
											'required'             => array(
												'mode',
											),
											'additionalProperties' => false,
										),
										array(
											'enum' => array(
												'none',
												'checkpoint-per-case',
												'restore-snapshot',
											),
											'type' => 'string',
										),
									),
								),
								'reset_policy'    => array(
									'anyOf' => array(
										array(
											'description'          => 'How state is put back before a case.',
											'type'                 => 'object',
											'properties'           => array(
												'mode'            => array(
													'enum'        => array(
														'none',
														'checkpoint-per-case',
														'restore-snapshot',
													),
													'description' => 'How state is put back before a case.',
													'type'        => 'string',
												),
												'checkpointName'  => array(
													'type' => 'string',
												),
												'checkpoint_name' => array(
													'type' => 'string',
												),
												'snapshotRef'     => array(
													'description' => 'Needed by `restore-snapshot`.',
													'type'        => 'string',
												),
												'snapshot_ref'    => array(
													'type' => 'string',
												),
												'fixtureRefs'     => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'fixture_refs'    => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'metadata'        => array(
													'type'                 => 'object',
													'additionalProperties' => true,
												),
											),
											'required'             => array(
												'mode',
											),
											'additionalProperties' => false,
										),
										array(
											'enum' => array(
												'none',
												'checkpoint-per-case',
												'restore-snapshot',
											),
											'type' => 'string',
										),
									),
								),
								'mutation'        => array(
									'anyOf' => array(
										array(
											'description'          => 'What a case declares to change.',
											'type'                 => 'object',
											'properties'           => array(
												'intent'         => array(
													'enum' => array(
														'read',
														'write',
														'delete',
														'destructive',
													),
													'type' => 'string',
												),
												'destructive'    => array(
													'type' => 'boolean',
												),
												'intensity'      => array(
													'enum' => array(
														'none',
														'low',
														'medium',
														'high',
													),
													'type' => 'string',
												),
												'resetRequired'  => array(
													'type' => 'boolean',
												),
												'reset_required' => array(
													'type' => 'boolean',
												),
												'metadata'       => array(
													'type'                 => 'object',
													'additionalProperties' => true,
												),
											),
											'additionalProperties' => false,
										),
										array(
											'enum' => array(
												'read',
												'write',
												'delete',
												'destructive',
											),
											'type' => 'string',
										),
									),
								),
								'mutation_intent' => array(
									'anyOf' => array(
										array(
											'description'          => 'What a case declares to change.',
											'type'                 => 'object',
											'properties'           => array(
												'intent'         => array(
													'enum' => array(
														'read',
														'write',
														'delete',
														'destructive',
													),
													'type' => 'string',
												),
												'destructive'    => array(
													'type' => 'boolean',
												),
												'intensity'      => array(
													'enum' => array(
														'none',
														'low',
														'medium',
														'high',
													),
													'type' => 'string',
												),
												'resetRequired'  => array(
													'type' => 'boolean',
												),
												'reset_required' => array(
													'type' => 'boolean',
												),
												'metadata'       => array(
													'type'                 => 'object',
													'additionalProperties' => true,
												),
											),
											'additionalProperties' => false,
										),
										array(
											'enum' => array(
												'read',
												'write',
												'delete',
												'destructive',
											),
											'type' => 'string',
										),
									),
								),
								'metadata'        => array(
									'type'                 => 'object',
									'additionalProperties' => true,
								),
							),
							'additionalProperties' => false,
						),
					),
					'coveragePlan'                  => array(
						'description'          => 'A fuzz-coverage-plan/v1 document.',
						'type'                 => 'object',
						'additionalProperties' => true,
					),
					'seed'                          => array(
						'anyOf' => array(
							array(
								'type' => 'string',
							),
							array(
								'type' => 'integer',
							),
						),
					),
					'oracles'                       => array(
						'description' => 'Ids of the oracles that judge; default all.',
						'type'        => 'array',
						'items'       => array(
							'type' => 'string',
						),
					),
					'roles'                         => array(
						'description' => 'Roles that each case without one runs as, or `anonymous`.',
						'type'        => 'array',
						'items'       => array(
							'type' => 'string',
						),
					),
					'restMutationFixtureOptIn'      => array(
						'description'          => 'Allows mutating requests to a REST route, with the user and the fixtures they need.',
						'type'                 => 'object',
						'properties'           => array(
							'schema'           => array(
								'enum' => array(
									'wp-codebox/rest-mutation-fixture-opt-in/v1',
								),
								'type' => 'string',
							),
							'id'               => array(
								'type' => 'string',
							),
							'route'            => array(
								'description' => 'REST route or a regular expression over paths; empty for every route.',
								'type'        => 'string',
							),
							'methods'          => array(
								'minItems' => 1,
								'type'     => 'array',
								'items'    => array(
									'enum' => array(
										'POST',
										'PUT',
										'PATCH',
										'DELETE',
									),
									'type' => 'string',
								),
							),
							'auth'             => array(
								'type'                 => 'object',
								'properties'           => array(
									'user'     => array(
										'type' => 'string',
									),
									'session'  => array(
										'type' => 'string',
									),
									'headers'  => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
									'metadata' => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
								),
								'additionalProperties' => false,
							),
							'rollbackPolicy'   => array(
								'anyOf' => array(
									array(
										'description'          => 'How state is put back before a case.',
										'type'                 => 'object',
										'properties'           => array(
											'mode'            => array(
												'enum'        => array(
													'none',
													'checkpoint-per-case',
													'restore-snapshot',
												),
												'description' => 'How state is put back before a case.',
												'type'        => 'string',
											),
											'checkpointName'  => array(
												'type' => 'string',
											),
											'checkpoint_name' => array(
												'type' => 'string',
											),
											'snapshotRef'     => array(
												'description' => 'Needed by `restore-snapshot`.',
												'type'        => 'string',
											),
											'snapshot_ref'    => array(
												'type' => 'string',
											),
											'fixtureRefs'     => array(
												'type'  => 'array',
												'items' => array(
													'type' => 'string',
												),
											),
											'fixture_refs'    => array(
												'type'  => 'array',
												'items' => array(
													'type' => 'string',
												),
											),
											'metadata'        => array(
												'type'                 => 'object',
												'additionalProperties' => true,
											),
										),
										'required'             => array(
											'mode',
										),
										'additionalProperties' => false,
									),
									array(
										'enum' => array(
											'none',
											'checkpoint-per-case',
											'restore-snapshot',
										),
										'type' => 'string',
									),
								),
							),
							'rollback_policy'  => array(
								'anyOf' => array(
									array(
										'description'          => 'How state is put back before a case.',
										'type'                 => 'object',
										'properties'           => array(
											'mode'            => array(
												'enum'        => array(
													'none',
													'checkpoint-per-case',
													'restore-snapshot',
												),
												'description' => 'How state is put back before a case.',
												'type'        => 'string',
											),
											'checkpointName'  => array(
												'type' => 'string',
											),
											'checkpoint_name' => array(
												'type' => 'string',
											),
											'snapshotRef'     => array(
												'description' => 'Needed by `restore-snapshot`.',
												'type'        => 'string',
											),
											'snapshot_ref'    => array(
												'type' => 'string',
											),
											'fixtureRefs'     => array(
												'type'  => 'array',
												'items' => array(
													'type' => 'string',
												),
											),
											'fixture_refs'    => array(
												'type'  => 'array',
												'items' => array(
													'type' => 'string',
												),
											),
											'metadata'        => array(
												'type'                 => 'object',
												'additionalProperties' => true,
											),
										),
										'required'             => array(
											'mode',
										),
										'additionalProperties' => false,
									),
									array(
										'enum' => array(
											'none',
											'checkpoint-per-case',
											'restore-snapshot',
										),
										'type' => 'string',
									),
								),
							),
							'fixturePlan'      => array(
								'description'          => 'A fuzz-fixture-plan/v1 document.',
								'type'                 => 'object',
								'additionalProperties' => true,
							),
							'fixture_plan'     => array(
								'description'          => 'A fuzz-fixture-plan/v1 document.',
								'type'                 => 'object',
								'additionalProperties' => true,
							),
							'fixturePlanRef'   => array(
								'type' => 'string',
							),
							'fixture_plan_ref' => array(
								'type' => 'string',
							),
							'metadata'         => array(
								'type'                 => 'object',
								'additionalProperties' => true,
							),
						),
						'required'             => array(
							'schema',
							'id',
							'route',
							'methods',
						),
						'additionalProperties' => false,
					),
					'rest_mutation_fixture_opt_in'  => array(
						'description'          => 'Allows mutating requests to a REST route, with the user and the fixtures they need.',
						'type'                 => 'object',
						'properties'           => array(
							'schema'           => array(
								'enum' => array(
									'wp-codebox/rest-mutation-fixture-opt-in/v1',
								),
								'type' => 'string',
							),
							'id'               => array(
								'type' => 'string',
							),
							'route'            => array(
								'description' => 'REST route or a regular expression over paths; empty for every route.',
								'type'        => 'string',
							),
							'methods'          => array(
								'minItems' => 1,
								'type'     => 'array',
								'items'    => array(
									'enum' => array(
										'POST',
										'PUT',
										'PATCH',
										'DELETE',
									),
									'type' => 'string',
								),
							),
							'auth'             => array(
								'type'                 => 'object',
								'properties'           => array(
									'user'     => array(
										'type' => 'string',
									),
									'session'  => array(
										'type' => 'string',
									),
									'headers'  => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
									'metadata' => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
								),
								'additionalProperties' => false,
							),
							'rollbackPolicy'   => array(
								'anyOf' => array(
									array(
										'description'          => 'How state is put back before a case.',
										'type'                 => 'object',
										'properties'           => array(
											'mode'            => array(
												'enum'        => array(
													'none',
													'checkpoint-per-case',
													'restore-snapshot',
												),
												'description' => 'How state is put back before a case.',
												'type'        => 'string',
											),
											'checkpointName'  => array(
												'type' => 'string',
											),
											'checkpoint_name' => array(
												'type' => 'string',
											),
											'snapshotRef'     => array(
												'description' => 'Needed by `restore-snapshot`.',
												'type'        => 'string',
											),
											'snapshot_ref'    => array(
												'type' => 'string',
											),
											'fixtureRefs'     => array(
												'type'  => 'array',
												'items' => array(
													'type' => 'string',
												),
											),
											'fixture_refs'    => array(
												'type'  => 'array',
												'items' => array(
													'type' => 'string',
												),
											),
											'metadata'        => array(
												'type'                 => 'object',
												'additionalProperties' => true,
											),
										),
										'required'             => array(
											'mode',
										),
										'additionalProperties' => false,
									),
									array(
										'enum' => array(
											'none',
											'checkpoint-per-case',
											'restore-snapshot',
										),
										'type' => 'string',
									),
								),
							),
							'rollback_policy'  => array(
								'anyOf' => array(
									array(
										'description'          => 'How state is put back before a case.',
										'type'                 => 'object',
										'properties'           => array(
											'mode'            => array(
												'enum'        => array(
													'none',
													'checkpoint-per-case',
													'restore-snapshot',
												),
												'description' => 'How state is put back before a case.',
												'type'        => 'string',
											),
											'checkpointName'  => array(
												'type' => 'string',
											),
											'checkpoint_name' => array(
												'type' => 'string',
											),
											'snapshotRef'     => array(
												'description' => 'Needed by `restore-snapshot`.',
												'type'        => 'string',
											),
											'snapshot_ref'    => array(
												'type' => 'string',
											),
											'fixtureRefs'     => array(
												'type'  => 'array',
												'items' => array(
													'type' => 'string',
												),
											),
											'fixture_refs'    => array(
												'type'  => 'array',
												'items' => array(
													'type' => 'string',
												),
											),
											'metadata'        => array(
												'type'                 => 'object',
												'additionalProperties' => true,
											),
										),
										'required'             => array(
											'mode',
										),
										'additionalProperties' => false,
									),
									array(
										'enum' => array(
											'none',
											'checkpoint-per-case',
											'restore-snapshot',
										),
										'type' => 'string',
									),
								),
							),
							'fixturePlan'      => array(
								'description'          => 'A fuzz-fixture-plan/v1 document.',
								'type'                 => 'object',
								'additionalProperties' => true,
							),
							'fixture_plan'     => array(
								'description'          => 'A fuzz-fixture-plan/v1 document.',
								'type'                 => 'object',
								'additionalProperties' => true,
							),
							'fixturePlanRef'   => array(
								'type' => 'string',
							),
							'fixture_plan_ref' => array(
								'type' => 'string',
							),
							'metadata'         => array(
								'type'                 => 'object',
								'additionalProperties' => true,
							),
						),
						'required'             => array(
							'schema',
							'id',
							'route',
							'methods',
						),
						'additionalProperties' => false,
					),
					'restMutationFixtureOptIns'     => array(
						'type'  => 'array',
						'items' => array(
							'description'          => 'Allows mutating requests to a REST route, with the user and the fixtures they need.',
							'type'                 => 'object',
							'properties'           => array(
								'schema'           => array(
									'enum' => array(
										'wp-codebox/rest-mutation-fixture-opt-in/v1',
									),
									'type' => 'string',
								),
								'id'               => array(
									'type' => 'string',
								),
								'route'            => array(
									'description' => 'REST route or a regular expression over paths; empty for every route.',
									'type'        => 'string',
								),
								'methods'          => array(
									'minItems' => 1,
									'type'     => 'array',
									'items'    => array(
										'enum' => array(
											'POST',
											'PUT',
											'PATCH',
											'DELETE',
										),
										'type' => 'string',
									),
								),
								'auth'             => array(
									'type'                 => 'object',
									'properties'           => array(
										'user'     => array(
											'type' => 'string',
										),
										'session'  => array(
											'type' => 'string',
										),
										'headers'  => array(
											'type'                 => 'object',
											'additionalProperties' => true,
										),
										'metadata' => array(
											'type'                 => 'object',
											'additionalProperties' => true,
										),
									),
									'additionalProperties' => false,
								),
								'rollbackPolicy'   => array(
									'anyOf' => array(
										array(
											'description'          => 'How state is put back before a case.',
											'type'                 => 'object',
											'properties'           => array(
												'mode'            => array(
													'enum'        => array(
														'none',
														'checkpoint-per-case',
														'restore-snapshot',
													),
													'description' => 'How state is put back before a case.',
													'type'        => 'string',
												),
												'checkpointName'  => array(
													'type' => 'string',
												),
												'checkpoint_name' => array(
													'type' => 'string',
												),
												'snapshotRef'     => array(
													'description' => 'Needed by `restore-snapshot`.',
													'type'        => 'string',
												),
												'snapshot_ref'    => array(
													'type' => 'string',
												),
												'fixtureRefs'     => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'fixture_refs'    => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'metadata'        => array(
													'type'                 => 'object',
													'additionalProperties' => true,
												),
											),
											'required'             => array(
												'mode',
											),
											'additionalProperties' => false,
										),
										array(
											'enum' => array(
												'none',
												'checkpoint-per-case',
												'restore-snapshot',
											),
											'type' => 'string',
										),
									),
								),
								'rollback_policy'  => array(
									'anyOf' => array(
										array(
											'description'          => 'How state is put back before a case.',
											'type'                 => 'object',
											'properties'           => array(
												'mode'            => array(
													'enum'        => array(
														'none',
														'checkpoint-per-case',
														'restore-snapshot',
													),
													'description' => 'How state is put back before a case.',
													'type'        => 'string',
												),
												'checkpointName'  => array(
													'type' => 'string',
												),
												'checkpoint_name' => array(
													'type' => 'string',
												),
												'snapshotRef'     => array(
													'description' => 'Needed by `restore-snapshot`.',
													'type'        => 'string',
												),
												'snapshot_ref'    => array(
													'type' => 'string',
												),
												'fixtureRefs'     => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'fixture_refs'    => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'metadata'        => array(
													'type'                 => 'object',
													'additionalProperties' => true,
												),
											),
											'required'             => array(
												'mode',
											),
											'additionalProperties' => false,
										),
										array(
											'enum' => array(
												'none',
												'checkpoint-per-case',
												'restore-snapshot',
											),
											'type' => 'string',
										),
									),
								),
								'fixturePlan'      => array(
									'description'          => 'A fuzz-fixture-plan/v1 document.',
									'type'                 => 'object',
									'additionalProperties' => true,
								),
								'fixture_plan'     => array(
									'description'          => 'A fuzz-fixture-plan/v1 document.',
									'type'                 => 'object',
									'additionalProperties' => true,
								),
								'fixturePlanRef'   => array(
									'type' => 'string',
								),
								'fixture_plan_ref' => array(
									'type' => 'string',
								),
								'metadata'         => array(
									'type'                 => 'object',
									'additionalProperties' => true,
								),
							),
							'required'             => array(
								'schema',
								'id',
								'route',
								'methods',
							),
							'additionalProperties' => false,
						),
					),
					'rest_mutation_fixture_opt_ins' => array(
						'type'  => 'array',
						'items' => array(
							'description'          => 'Allows mutating requests to a REST route, with the user and the fixtures they need.',
							'type'                 => 'object',
							'properties'           => array(
								'schema'           => array(
									'enum' => array(
										'wp-codebox/rest-mutation-fixture-opt-in/v1',
									),
									'type' => 'string',
								),
								'id'               => array(
									'type' => 'string',
								),
								'route'            => array(
									'description' => 'REST route or a regular expression over paths; empty for every route.',
									'type'        => 'string',
								),
								'methods'          => array(
									'minItems' => 1,
									'type'     => 'array',
									'items'    => array(
										'enum' => array(
											'POST',
											'PUT',
											'PATCH',
											'DELETE',
										),
										'type' => 'string',
									),
								),
								'auth'             => array(
									'type'                 => 'object',
									'properties'           => array(
										'user'     => array(
											'type' => 'string',
										),
										'session'  => array(
											'type' => 'string',
										),
										'headers'  => array(
											'type'                 => 'object',
											'additionalProperties' => true,
										),
										'metadata' => array(
											'type'                 => 'object',
											'additionalProperties' => true,
										),
									),
									'additionalProperties' => false,
								),
								'rollbackPolicy'   => array(
									'anyOf' => array(
										array(
											'description'          => 'How state is put back before a case.',
											'type'                 => 'object',
											'properties'           => array(
												'mode'            => array(
													'enum'        => array(
														'none',
														'checkpoint-per-case',
														'restore-snapshot',
													),
													'description' => 'How state is put back before a case.',
													'type'        => 'string',
												),
												'checkpointName'  => array(
													'type' => 'string',
												),
												'checkpoint_name' => array(
													'type' => 'string',
												),
												'snapshotRef'     => array(
													'description' => 'Needed by `restore-snapshot`.',
													'type'        => 'string',
												),
												'snapshot_ref'    => array(
													'type' => 'string',
												),
												'fixtureRefs'     => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'fixture_refs'    => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'metadata'        => array(
													'type'                 => 'object',
													'additionalProperties' => true,
												),
											),
											'required'             => array(
												'mode',
											),
											'additionalProperties' => false,
										),
										array(
											'enum' => array(
												'none',
												'checkpoint-per-case',
												'restore-snapshot',
											),
											'type' => 'string',
										),
									),
								),
								'rollback_policy'  => array(
									'anyOf' => array(
										array(
											'description'          => 'How state is put back before a case.',
											'type'                 => 'object',
											'properties'           => array(
												'mode'            => array(
													'enum'        => array(
														'none',
														'checkpoint-per-case',
														'restore-snapshot',
													),
													'description' => 'How state is put back before a case.',
													'type'        => 'string',
												),
												'checkpointName'  => array(
													'type' => 'string',
												),
												'checkpoint_name' => array(
													'type' => 'string',
												),
												'snapshotRef'     => array(
													'description' => 'Needed by `restore-snapshot`.',
													'type'        => 'string',
												),
												'snapshot_ref'    => array(
													'type' => 'string',
												),
												'fixtureRefs'     => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'fixture_refs'    => array(
													'type'  => 'array',
													'items' => array(
														'type' => 'string',
													),
												),
												'metadata'        => array(
													'type'                 => 'object',
													'additionalProperties' => true,
												),
											),
											'required'             => array(
												'mode',
											),
											'additionalProperties' => false,
										),
										array(
											'enum' => array(
												'none',
												'checkpoint-per-case',
												'restore-snapshot',
											),
											'type' => 'string',
										),
									),
								),
								'fixturePlan'      => array(
									'description'          => 'A fuzz-fixture-plan/v1 document.',
									'type'                 => 'object',
									'additionalProperties' => true,
								),
								'fixture_plan'     => array(
									'description'          => 'A fuzz-fixture-plan/v1 document.',
									'type'                 => 'object',
									'additionalProperties' => true,
								),
								'fixturePlanRef'   => array(
									'type' => 'string',
								),
								'fixture_plan_ref' => array(
									'type' => 'string',
								),
								'metadata'         => array(
									'type'                 => 'object',
									'additionalProperties' => true,
								),
							),
							'required'             => array(
								'schema',
								'id',
								'route',
								'methods',
							),
							'additionalProperties' => false,
						),
					),
					'async'                         => array(
						'description' => 'Answer at once with a run to ask about.',
						'type'        => 'boolean',
					),
					'resetPolicy'                   => array(
						'anyOf' => array(
							array(
								'description'          => 'How state is put back before a case.',
								'type'                 => 'object',
								'properties'           => array(
									'mode'            => array(
										'enum'        => array(
											'none',
											'checkpoint-per-case',
											'restore-snapshot',
										),
										'description' => 'How state is put back before a case.',
										'type'        => 'string',
									),
									'checkpointName'  => array(
										'type' => 'string',
									),
									'checkpoint_name' => array(
										'type' => 'string',
									),
									'snapshotRef'     => array(
										'description' => 'Needed by `restore-snapshot`.',
										'type'        => 'string',
									),
									'snapshot_ref'    => array(
										'type' => 'string',
									),
									'fixtureRefs'     => array(
										'type'  => 'array',
										'items' => array(
											'type' => 'string',
										),
									),
									'fixture_refs'    => array(
										'type'  => 'array',
										'items' => array(
											'type' => 'string',
										),
									),
									'metadata'        => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
								),
								'required'             => array(
									'mode',
								),
								'additionalProperties' => false,
							),
							array(
								'enum' => array(
									'none',
									'checkpoint-per-case',
									'restore-snapshot',
								),
								'type' => 'string',
							),
						),
					),
					'reset_policy'                  => array(
						'anyOf' => array(
							array(
								'description'          => 'How state is put back before a case.',
								'type'                 => 'object',
								'properties'           => array(
									'mode'            => array(
										'enum'        => array(
											'none',
											'checkpoint-per-case',
											'restore-snapshot',
										),
										'description' => 'How state is put back before a case.',
										'type'        => 'string',
									),
									'checkpointName'  => array(
										'type' => 'string',
									),
									'checkpoint_name' => array(
										'type' => 'string',
									),
									'snapshotRef'     => array(
										'description' => 'Needed by `restore-snapshot`.',
										'type'        => 'string',
									),
									'snapshot_ref'    => array(
										'type' => 'string',
									),
									'fixtureRefs'     => array(
										'type'  => 'array',
										'items' => array(
											'type' => 'string',
										),
									),
									'fixture_refs'    => array(
										'type'  => 'array',
										'items' => array(
											'type' => 'string',
										),
									),
									'metadata'        => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
								),
								'required'             => array(
									'mode',
								),
								'additionalProperties' => false,
							),
							array(
								'enum' => array(
									'none',
									'checkpoint-per-case',
									'restore-snapshot',
								),
								'type' => 'string',
							),
						),
					),
					'mutation'                      => array(
						'anyOf' => array(
							array(
								'description'          => 'What a case declares to change.',
								'type'                 => 'object',
								'properties'           => array(
									'intent'         => array(
										'enum' => array(
											'read',
											'write',
											'delete',
											'destructive',
										),
										'type' => 'string',
									),
									'destructive'    => array(
										'type' => 'boolean',
									),
									'intensity'      => array(
										'enum' => array(
											'none',
											'low',
											'medium',
											'high',
										),
										'type' => 'string',
									),
									'resetRequired'  => array(
										'type' => 'boolean',
									),
									'reset_required' => array(
										'type' => 'boolean',
									),
									'metadata'       => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
								),
								'additionalProperties' => false,
							),
							array(
								'enum' => array(
									'read',
									'write',
									'delete',
									'destructive',
								),
								'type' => 'string',
							),
						),
					),
					'mutation_intent'               => array(
						'anyOf' => array(
							array(
								'description'          => 'What a case declares to change.',
								'type'                 => 'object',
								'properties'           => array(
									'intent'         => array(
										'enum' => array(
											'read',
											'write',
											'delete',
											'destructive',
										),
										'type' => 'string',
									),
									'destructive'    => array(
										'type' => 'boolean',
									),
									'intensity'      => array(
										'enum' => array(
											'none',
											'low',
											'medium',
											'high',
										),
										'type' => 'string',
									),
									'resetRequired'  => array(
										'type' => 'boolean',
									),
									'reset_required' => array(
										'type' => 'boolean',
									),
									'metadata'       => array(
										'type'                 => 'object',
										'additionalProperties' => true,
									),
								),
								'additionalProperties' => false,
							),
							array(
								'enum' => array(
									'read',
									'write',
									'delete',
									'destructive',
								),
								'type' => 'string',
							),
						),
					),
					'metadata'                      => array(
						'type'                 => 'object',
						'additionalProperties' => true,
					),
				),
				'required'             => array(
					'schema',
					'id',
					'cases',
				),
				'additionalProperties' => false,
			),
			array(
				'description'          => 'One run of the registry (wp-codebox/run/v1).',
				'type'                 => 'object',
				'properties'           => array(
					'schema'      => array(
						'enum' => array(
							'wp-codebox/run/v1',
						),
						'type' => 'string',
					),
					'id'          => array(
						'description' => 'UUID.',
						'type'        => 'string',
					),
					'kind'        => array(
						'description' => 'What runs, e.g. `fuzz-suite`.',
						'type'        => 'string',
					),
					'state'       => array(
						'enum' => array(
							'queued',
							'running',
							'cancelling',
							'finished',
							'failed',
							'cancelled',
						),
						'type' => 'string',
					),
					'success'     => array(
						'description' => 'False once the run failed, was cancelled, or finished with findings.',
						'type'        => 'boolean',
					),
					'progress'    => array(
						'type'                 => 'object',
						'properties'           => array(
							'batches' => array(
								'type' => 'integer',
							),
							'done'    => array(
								'type' => 'integer',
							),
							'failed'  => array(
								'description' => 'Batches that used up their attempts.',
								'type'        => 'integer',
							),
						),
						'required'             => array(
							'batches',
							'done',
							'failed',
						),
						'additionalProperties' => true,
					),
					'createdAt'   => array(
						'description' => 'ISO 8601, UTC.',
						'type'        => 'string',
					),
					'updatedAt'   => array(
						'type' => 'string',
					),
					'heartbeatAt' => array(
						'description' => 'Last sign of life of a worker.',
						'type'        => 'string',
					),
					'createdBy'   => array(
						'description' => 'User id; 0 for a command line.',
						'type'        => 'integer',
					),
					'reason'      => array(
						'description' => 'Why it failed or was cancelled.',
						'type'        => 'string',
					),
					'result'      => array(
						'description'          => 'The result of a finished run, as its kind defines it.',
						'type'                 => 'object',
						'additionalProperties' => true,
					),
					'artifact'    => array(
						'description'          => 'Reference of the bundle that was delivered.',
						'type'                 => 'object',
						'additionalProperties' => true,
					),
				),
				'required'             => array(
					'schema',
					'id',
					'kind',
					'state',
					'success',
					'progress',
					'createdAt',
					'updatedAt',
				),
				'additionalProperties' => true,
			),
		),
	),
);
