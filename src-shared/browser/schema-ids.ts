import { schemaId } from '../contracts/schema-id.ts';

export const BROWSER_SDK_SCHEMA = schemaId( 'browser-sdk' );
export const BROWSER_SDK_ERROR_SCHEMA = schemaId( 'browser-sdk-error' );
export const BROWSER_SDK_RESULT_SCHEMA = schemaId( 'browser-sdk-result' );
export const BROWSER_RUNTIME_ERROR_SCHEMA = schemaId( 'browser-runtime-error' );
/** The one id that does not follow the pattern (mission/000). */
export const BROWSER_ARTIFACT_PERSISTENCE_REF_SCHEMA = 'wp-codebox/browser-artifact-persistence/ref/v1';
export const BROWSER_METRICS_SCHEMA = schemaId( 'browser-metrics' );
export const BROWSER_CONNECTOR_REQUEST_SCHEMA = schemaId( 'browser-connector-request' );
export const BROWSER_CONNECTOR_RESPONSE_SCHEMA = schemaId( 'browser-connector-response' );
export const BROWSER_CONNECTOR_AUDIT_SCHEMA = schemaId( 'browser-connector-audit' );
export const BROWSER_CALLBACK_CAPABILITY_SCHEMA = schemaId( 'browser-callback-capability' );
export const BROWSER_CALLBACK_RESULT_SCHEMA = schemaId( 'browser-callback-result' );
export const BROWSER_PLAYGROUND_SESSION_SCHEMA = schemaId( 'browser-playground-session' );
export const BROWSER_SESSION_PRODUCT_DTO_SCHEMA = schemaId( 'browser-session-product-dto' );
export const BROWSER_PREVIEW_BOOT_CONFIG_SCHEMA = schemaId( 'browser-preview-boot-config' );
export const BROWSER_RUNTIME_READINESS_SCHEMA = schemaId( 'browser-runtime-readiness' );
export const BROWSER_BLUEPRINT_REF_SCHEMA = schemaId( 'browser-blueprint-ref' );
export const BROWSER_BLUEPRINT_REF_MISS_SCHEMA = schemaId( 'browser-blueprint-ref-miss' );
export const BROWSER_BLUEPRINT_HYDRATION_SCHEMA = schemaId( 'browser-blueprint-hydration' );
export const PREVIEW_BOOT_REF_SCHEMA = schemaId( 'preview-boot-ref' );
export const PREVIEW_LEASE_SCHEMA = schemaId( 'preview-lease' );
export const BROWSER_CONTAINED_SITE_SCHEMA = schemaId( 'browser-contained-site' );
export const BROWSER_CONTAINED_SITE_STATUS_SCHEMA = schemaId( 'browser-contained-site-status' );
export const BROWSER_CONTAINED_SITE_RESOLUTION_SCHEMA = schemaId( 'browser-contained-site-resolution' );
export const BROWSER_CONTAINED_SITE_OPEN_SCHEMA = schemaId( 'browser-contained-site-open' );
export const BROWSER_CONTAINED_SITE_OPEN_OR_CREATE_SCHEMA = schemaId( 'browser-contained-site-open-or-create' );
export const BROWSER_TASK_PRODUCT_DTO_SCHEMA = schemaId( 'browser-task-product-dto' );
