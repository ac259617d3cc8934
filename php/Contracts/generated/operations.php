<?php
// Generated from src-shared/operations by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'wp-codebox/run-fuzz-suite',
	'wp-codebox/fuzz',
	'wp-codebox/replay-findings',
	'wp-codebox/generate-fuzz-suite',
	'wp-codebox/list-fuzz-oracles',
	'wp-codebox/run-runtime-task',
	'wp-codebox/runtime-descriptor',
	'wp-codebox/runtime-contract-manifest',
	'wp-codebox/public-contract-primitives',
	'wp-codebox/public-contract-schemas',
	'wp-codebox/wordpress-fuzz-runtime-contract',
	'wp-codebox/get-run',
	'wp-codebox/list-runs',
	'wp-codebox/cancel-run',
	'wp-codebox/resume-run',
	'wp-codebox/work-on-runs',
);
