<?php
// Generated from src-shared/trust/sign.ts by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'schema'        => 'wp-codebox/trusted-orchestrator-authorization/v1',
	'clockSkew'     => 300,
	'activeKeys'    => 2,
	'defaultScopes' => array(
		'artifact:write',
	),
);
