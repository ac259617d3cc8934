<?php
// Generated from src-shared/browser by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'schemas'   => array(
		'BROWSER_ARTIFACT_PERSISTENCE_REF_SCHEMA'      => 'wp-codebox/browser-artifact-persistence/ref/v1',
		'BROWSER_BLUEPRINT_HYDRATION_SCHEMA'           => 'wp-codebox/browser-blueprint-hydration/v1',
		'BROWSER_BLUEPRINT_REF_MISS_SCHEMA'            => 'wp-codebox/browser-blueprint-ref-miss/v1',
		'BROWSER_BLUEPRINT_REF_SCHEMA'                 => 'wp-codebox/browser-blueprint-ref/v1',
		'BROWSER_CALLBACK_CAPABILITY_SCHEMA'           => 'wp-codebox/browser-callback-capability/v1',
		'BROWSER_CALLBACK_RESULT_SCHEMA'               => 'wp-codebox/browser-callback-result/v1',
		'BROWSER_CONNECTOR_AUDIT_SCHEMA'               => 'wp-codebox/browser-connector-audit/v1',
		'BROWSER_CONNECTOR_REQUEST_SCHEMA'             => 'wp-codebox/browser-connector-request/v1',
		'BROWSER_CONNECTOR_RESPONSE_SCHEMA'            => 'wp-codebox/browser-connector-response/v1',
		'BROWSER_CONTAINED_SITE_OPEN_OR_CREATE_SCHEMA' => 'wp-codebox/browser-contained-site-open-or-create/v1',
		'BROWSER_CONTAINED_SITE_OPEN_SCHEMA'           => 'wp-codebox/browser-contained-site-open/v1',
		'BROWSER_CONTAINED_SITE_RESOLUTION_SCHEMA'     => 'wp-codebox/browser-contained-site-resolution/v1',
		'BROWSER_CONTAINED_SITE_SCHEMA'                => 'wp-codebox/browser-contained-site/v1',
		'BROWSER_CONTAINED_SITE_STATUS_SCHEMA'         => 'wp-codebox/browser-contained-site-status/v1',
		'BROWSER_METRICS_SCHEMA'                       => 'wp-codebox/browser-metrics/v1',
		'BROWSER_PLAYGROUND_SESSION_SCHEMA'            => 'wp-codebox/browser-playground-session/v1',
		'BROWSER_PREVIEW_BOOT_CONFIG_SCHEMA'           => 'wp-codebox/browser-preview-boot-config/v1',
		'BROWSER_RUNTIME_ERROR_SCHEMA'                 => 'wp-codebox/browser-runtime-error/v1',
		'BROWSER_RUNTIME_READINESS_SCHEMA'             => 'wp-codebox/browser-runtime-readiness/v1',
		'BROWSER_SDK_ERROR_SCHEMA'                     => 'wp-codebox/browser-sdk-error/v1',
		'BROWSER_SDK_RESULT_SCHEMA'                    => 'wp-codebox/browser-sdk-result/v1',
		'BROWSER_SDK_SCHEMA'                           => 'wp-codebox/browser-sdk/v1',
		'BROWSER_SESSION_PRODUCT_DTO_SCHEMA'           => 'wp-codebox/browser-session-product-dto/v1',
		'BROWSER_TASK_PRODUCT_DTO_SCHEMA'              => 'wp-codebox/browser-task-product-dto/v1',
		'PREVIEW_BOOT_REF_SCHEMA'                      => 'wp-codebox/preview-boot-ref/v1',
		'PREVIEW_LEASE_SCHEMA'                         => 'wp-codebox/preview-lease/v1',
	),
	'restBytes' => 2500000,
	'blueprint' => array(
		'bytes'   => 1000000,
		'seconds' => 604800,
	),
	'connector' => array(
		'requestBytes'  => 1000000,
		'responseBytes' => 2000000,
		'seconds'       => 30,
		'redirects'     => 3,
		'methods'       => array(
			'GET',
			'HEAD',
			'POST',
			'PUT',
			'PATCH',
			'DELETE',
		),
	),
	'callback'  => array(
		'seconds'         => 3600,
		'clockSkew'       => 300,
		'payloadBytes'    => 8000000,
		'abilities'       => array(
			'wp-codebox/persist-browser-artifact',
			'wp-codebox/normalize-browser-artifact-bundle',
		),
		'signatureHeader' => 'x-wp-codebox-callback-signature',
		'timestampHeader' => 'x-wp-codebox-callback-timestamp',
	),
);
