<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/work-on-runs',
	'label'       => 'Work on Runs',
	'description' => 'Works on queued runs in this process until none is left or the time is up.',
	'capability'  => 'wp_codebox_run',
	'facade'      => 'work_on_runs',
	'cli'         => array(
		'command' => 'runs work',
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
			'time' => array(
				'minimum'     => 0,
				'maximum'     => 86400,
				'description' => 'Seconds after which no further batch is begun; default 20.',
				'type'        => 'number',
			),
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'  => array(
				'enum' => array(
					'wp-codebox/run-work-result/v1',
				),
				'type' => 'string',
			),
			'success' => array(
				'type' => 'boolean',
			),
			'batches' => array(
				'description' => 'How many batches this worker answered.',
				'type'        => 'integer',
			),
			'open'    => array(
				'description' => 'How many runs are left to work on.',
				'type'        => 'integer',
			),
		),
		'required'             => array(
			'schema',
			'success',
			'batches',
			'open',
		),
		'additionalProperties' => true,
	),
);
