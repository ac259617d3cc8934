<?php
// Generated from src-shared/fuzz by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'description'          => 'What a runner of fuzz suites can do (wp-codebox/fuzz-runner-capabilities/v1).',
	'type'                 => 'object',
	'properties'           => array(
		'schema'                          => array(
			'enum' => array(
				'wp-codebox/fuzz-runner-capabilities/v1',
			),
			'type' => 'string',
		),
		'mode'                            => array(
			'enum' => array(
				'php-in-process',
				'runtime-backed',
			),
			'type' => 'string',
		),
		'entrypoint'                      => array(
			'type' => 'string',
		),
		'capabilities'                    => array(
			'type'  => 'array',
			'items' => array(
				'type' => 'string',
			),
		),
		'targetKinds'                     => array(
			'type'  => 'array',
			'items' => array(
				'type' => 'string',
			),
		),
		'operationKinds'                  => array(
			'type'  => 'array',
			'items' => array(
				'type' => 'string',
			),
		),
		'runtimeActionTypes'              => array(
			'type'  => 'array',
			'items' => array(
				'type' => 'string',
			),
		),
		'commands'                        => array(
			'type'  => 'array',
			'items' => array(
				'type' => 'string',
			),
		),
		'unsupportedRequiredCapabilities' => array(
			'type'  => 'array',
			'items' => array(
				'type' => 'string',
			),
		),
		'metadata'                        => array(
			'type'                 => 'object',
			'additionalProperties' => true,
		),
	),
	'required'             => array(
		'schema',
		'mode',
		'capabilities',
		'targetKinds',
		'unsupportedRequiredCapabilities',
	),
	'additionalProperties' => true,
);
