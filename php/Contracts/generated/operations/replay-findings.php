<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/replay-findings',
	'label'       => 'Replay Findings',
	'description' => 'Runs what showed a finding again, from its record alone, and says FAILED, FIXED or FLAKY.',
	'capability'  => 'wp_codebox_run',
	'facade'      => 'replay_findings',
	'cli'         => array(
		'command' => 'replay',
		'files'   => array(
			'result',
		),
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
			'result'  => array(
				'description'          => 'The fuzz-suite-result/v1 document of `wp codebox fuzz`.',
				'type'                 => 'object',
				'additionalProperties' => true,
			),
			'finding' => array(
				'description' => 'Fingerprint of one finding.',
				'type'        => 'string',
			),
			'case'    => array(
				'description' => 'Id of a case; only its findings.',
				'type'        => 'string',
			),
		),
		'required'             => array(
			'result',
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'   => array(
				'enum' => array(
					'wp-codebox/fuzz-replay-result/v1',
				),
				'type' => 'string',
			),
			'success'  => array(
				'description' => 'True when every finding is fixed.',
				'type'        => 'boolean',
			),
			'status'   => array(
				'enum' => array(
					'passed',
					'failed',
				),
				'type' => 'string',
			),
			'findings' => array(
				'type'  => 'array',
				'items' => array(
					'type'                 => 'object',
					'properties'           => array(
						'fingerprint' => array(
							'type' => 'string',
						),
						'oracle'      => array(
							'type' => 'string',
						),
						'caseId'      => array(
							'type' => 'string',
						),
						'verdict'     => array(
							'enum' => array(
								'FAILED',
								'FIXED',
								'FLAKY',
							),
							'type' => 'string',
						),
						'shown'       => array(
							'description' => 'How often it showed.',
							'type'        => 'integer',
						),
						'of'          => array(
							'description' => 'How often it was tried.',
							'type'        => 'integer',
						),
						'curl'        => array(
							'description' => 'The case as a command, where HTTP can show it.',
							'type'        => 'string',
						),
					),
					'required'             => array(
						'fingerprint',
						'oracle',
						'caseId',
						'verdict',
						'shown',
						'of',
					),
					'additionalProperties' => true,
				),
			),
		),
		'required'             => array(
			'schema',
			'success',
			'status',
			'findings',
		),
		'additionalProperties' => true,
	),
);
