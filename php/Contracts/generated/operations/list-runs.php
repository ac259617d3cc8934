<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/list-runs',
	'label'       => 'List Runs',
	'description' => 'Lists the runs of this site, newest first.',
	'capability'  => 'wp_codebox_read',
	'facade'      => 'list_runs',
	'cli'         => array(
		'command' => 'runs list',
	),
	'rest'        => array(
		'method' => 'GET',
		'route'  => '/runs',
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
			'state'  => array(
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
			'kind'   => array(
				'type' => 'string',
			),
			'limit'  => array(
				'minimum'     => 1,
				'maximum'     => 100,
				'description' => 'Default 20.',
				'type'        => 'integer',
			),
			'offset' => array(
				'minimum' => 0,
				'type'    => 'integer',
			),
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'  => array(
				'enum' => array(
					'wp-codebox/run-list/v1',
				),
				'type' => 'string',
			),
			'success' => array(
				'type' => 'boolean',
			),
			'total'   => array(
				'type' => 'integer',
			),
			'runs'    => array(
				'type'  => 'array',
				'items' => array(
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
		'required'             => array(
			'schema',
			'success',
			'total',
			'runs',
		),
		'additionalProperties' => true,
	),
);
