<?php
// Generated from src-shared/task by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'resultSchema'   => 'wp-codebox/runtime-task-result/v1',
	'errorSchema'    => 'wp-codebox/runtime-task-error/v1',
	'builtInTargets' => array(
		'wp-codebox/host-playground',
		'wp-codebox/browser-playground',
	),
);
