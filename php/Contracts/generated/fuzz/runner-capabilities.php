<?php
// Generated from src-shared/fuzz by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'schema'                          => 'wp-codebox/fuzz-runner-capabilities/v1',
	'mode'                            => 'php-in-process',
	'entrypoint'                      => 'run-fuzz-suite',
	'capabilities'                    => array(
		'target:ability',
		'target:http',
		'target:rest',
	),
	'targetKinds'                     => array(
		'ability',
		'http',
		'rest',
	),
	'operationKinds'                  => array(
		'read',
	),
	'unsupportedRequiredCapabilities' => array(),
);
