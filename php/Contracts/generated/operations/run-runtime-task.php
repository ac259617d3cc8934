<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'            => 'wp-codebox/run-runtime-task',
	'label'         => 'Run Runtime Task',
	'description'   => 'Runs a task on the target that target_id names, and hands back its result with events and artifacts.',
	'capability'    => 'wp_codebox_run',
	'facade'        => 'run_runtime_task',
	'cli'           => array(
		'command' => 'run-runtime-task',
	),
	'rest'          => array(
		'method' => 'POST',
		'route'  => '/runtime-task',
	),
	'inputSchemaId' => 'wp-codebox/runtime-task-request/v1',
	'annotations'   => array(
		'readonly'    => false,
		'destructive' => false,
		'idempotent'  => false,
	),
	'verb'          => 'POST',
	'input'         => array(
		'description'          => 'A task for one target (wp-codebox/runtime-task-request/v1).',
		'type'                 => 'object',
		'properties'           => array(
			'schema'             => array(
				'enum' => array(
					'wp-codebox/runtime-task-request/v1',
				),
				'type' => 'string',
			),
			'target_id'          => array(
				'description' => 'Which target runs the task; required.',
				'type'        => 'string',
			),
			'targetId'           => array(
				'description' => 'Alias of target_id, which wins.',
				'type'        => 'string',
			),
			'task'               => array(
				'description' => 'The goal, or a task object; required.',
				'anyOf'       => array(
					array(
						'type' => 'string',
					),
					array(
						'type'                 => 'object',
						'additionalProperties' => true,
					),
				),
			),
			'input'              => array(
				'description'          => 'What the target is given; first choice.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'task_input'         => array(
				'description'          => 'What the target is given; second choice.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'mode'               => array(
				'type' => 'string',
			),
			'agent'              => array(
				'type' => 'string',
			),
			'provider'           => array(
				'type' => 'string',
			),
			'model'              => array(
				'type' => 'string',
			),
			'sandbox_session_id' => array(
				'type' => 'string',
			),
			'orchestrator'       => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'metadata'           => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'options'            => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'additionalProperties' => false,
	),
	'output'        => array(
		'description'          => 'What became of a task (wp-codebox/runtime-task-result/v1).',
		'type'                 => 'object',
		'properties'           => array(
			'success'       => array(
				'type' => 'boolean',
			),
			'schema'        => array(
				'enum' => array(
					'wp-codebox/runtime-task-result/v1',
				),
				'type' => 'string',
			),
			'status'        => array(
				'description' => 'Status of the target; `failed` whenever `success` is false.',
				'type'        => 'string',
			),
			'execution'     => array(
				'description'          => 'Who executed: provider and target_id.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'task'          => array(
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
			'result'        => array(
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
			'events'        => array(
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
			'artifacts'     => array(
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
			'run'           => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'metadata'      => array(
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'upstream_refs' => array(
				'description'          => 'run_id, task_id and session_id of the target, where it has them.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'error'         => array(
				'description'          => 'code, message and data as the provider said them.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
		),
		'required'             => array(
			'success',
			'schema',
			'status',
			'execution',
			'events',
			'artifacts',
			'upstream_refs',
		),
		'additionalProperties' => true,
	),
);
