<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/watch-run',
	'label'       => 'Watch Run',
	'description' => 'Waits until a run has ended and returns it; the exit status is that of its result.',
	'capability'  => 'wp_codebox_read',
	'facade'      => 'watch_run',
	'cli'         => array(
		'command'    => 'runs watch',
		'positional' => array(
			'run_id',
		),
	),
	'ability'     => false,
	'annotations' => array(
		'readonly'    => true,
		'destructive' => false,
		'idempotent'  => true,
	),
	'verb'        => 'GET',
	'input'       => array(
		'type'                 => 'object',
		'properties'           => array(
			'run_id' => array(
				'minLength'   => 36,
				'maxLength'   => 36,
				'description' => 'UUID of the run.',
				'type'        => 'string',
			),
			'time'   => array(
				'minimum'     => 0,
				'maximum'     => 604800,
				'description' => 'Seconds to wait at most; default 20, at a command line a day.',
				'type'        => 'number',
			),
		),
		'required'             => array(
			'run_id',
		),
		'additionalProperties' => false,
	),
	'output'      => array(
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
);
