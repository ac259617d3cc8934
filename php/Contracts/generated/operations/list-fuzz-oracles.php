<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'id'          => 'wp-codebox/list-fuzz-oracles',
	'label'       => 'List Fuzz Oracles',
	'description' => 'The oracles that judge fuzz cases on this site, each with its severity and an explanation.',
	'capability'  => 'wp_codebox_read',
	'facade'      => 'list_fuzz_oracles',
	'cli'         => array(
		'command' => 'oracles',
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
			'group' => array(
				'enum'        => array(
					'crash',
					'contract',
					'access',
					'purity',
					'injection',
					'disclosure',
					'cost',
				),
				'description' => 'Only oracles of this group.',
				'type'        => 'string',
			),
		),
		'additionalProperties' => false,
	),
	'output'      => array(
		'type'                 => 'object',
		'properties'           => array(
			'schema'  => array(
				'enum' => array(
					'wp-codebox/fuzz-oracles/v1',
				),
				'type' => 'string',
			),
			'oracles' => array(
				'type'  => 'array',
				'items' => array(
					'description'          => 'One oracle.',
					'type'                 => 'object',
					'properties'           => array(
						'id'            => array(
							'pattern'     => '^[a-z]+\\.[a-z0-9-]+$',
							'description' => 'What a suite chooses it by.',
							'type'        => 'string',
						),
						'group'         => array(
							'enum' => array(
								'crash',
								'contract',
								'access',
								'purity',
								'injection',
								'disclosure',
								'cost',
							),
							'type' => 'string',
						),
						'severity'      => array(
							'enum'        => array(
								'high',
								'medium',
								'low',
								'info',
							),
							'description' => 'Of its findings, unless one says otherwise.',
							'type'        => 'string',
						),
						'kind'          => array(
							'enum'        => array(
								'case',
								'differential',
							),
							'description' => 'Whether it judges one case, or the same case of several roles.',
							'type'        => 'string',
						),
						'explanation'   => array(
							'description' => 'What it proves, and when it stays silent.',
							'type'        => 'string',
						),
						'documentation' => array(
							'description' => 'Where its page is.',
							'type'        => 'string',
						),
					),
					'required'             => array(
						'id',
						'group',
						'severity',
						'kind',
						'explanation',
						'documentation',
					),
					'additionalProperties' => true,
				),
			),
		),
		'required'             => array(
			'schema',
			'oracles',
		),
		'additionalProperties' => true,
	),
);
