<?php
// Generated from src-shared/artifacts/limits.ts by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'files'           => 5000,
	'inlineFileBytes' => 5242880,
	'fileBytes'       => 2147483648,
	'bundleBytes'     => 4000000000,
	'manifestBytes'   => 16777216,
	'documentBytes'   => 16777216,
	'jsonDepth'       => 64,
	'pathBytes'       => 1024,
	'segmentBytes'    => 255,
	'pathDepth'       => 32,
	'uploadPartBytes' => 8388608,
	'zipRatio'        => 1000,
	'storeBytes'      => 5368709120,
	'retentionDays'   => 30,
	'uploadHours'     => 24,
);
