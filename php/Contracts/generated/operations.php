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
	'wp-codebox/watch-run',
	'wp-codebox/work-on-runs',
	'wp-codebox/normalize-browser-artifact-bundle',
	'wp-codebox/persist-browser-artifact',
	'wp-codebox/list-artifacts',
	'wp-codebox/get-artifact',
	'wp-codebox/inspect-artifact',
	'wp-codebox/verify-artifact',
	'wp-codebox/import-artifact-bundle',
	'wp-codebox/reimport-artifact-bundle',
	'wp-codebox/export-artifact',
	'wp-codebox/discard-artifact',
	'wp-codebox/prune-artifacts',
	'wp-codebox/create-trusted-key',
	'wp-codebox/list-trusted-keys',
	'wp-codebox/revoke-trusted-key',
);
