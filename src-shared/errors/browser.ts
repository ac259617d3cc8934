import type { ErrorCatalogue } from './catalogue.ts';

/** Browser sessions, contained sites, connectors and callbacks. */
export const browserErrors = {
	wp_codebox_browser_prerequisites_missing: {
		message: 'The preview cannot do what was asked for: %s',
		httpStatus: 422,
		exitStatus: 3,
	},
	wp_codebox_browser_blueprint_ref_missing: {
		message: 'The reference to a blueprint is not prepared:<cache_key>:<input_hash>: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_blueprint_ref_cache_miss: {
		message: 'The blueprint is no longer prepared; create the session again: %s',
		httpStatus: 409,
		exitStatus: 3,
	},
	wp_codebox_browser_session_not_kept: {
		message: 'The session could not be kept by the site: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_browser_contained_site_ref_missing: {
		message: 'Name the contained site by site_id, by cache_key and input_hash, or by its contained_site handle: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_contained_site_ref_invalid: {
		message: 'The contained site is named in two ways that disagree: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_contained_site_stale_digest: {
		message: 'The contained site was prepared from another source: %s',
		httpStatus: 409,
		exitStatus: 2,
	},
	wp_codebox_browser_contained_site_unavailable: {
		message: 'There is no prepared site to open: %s',
		httpStatus: 404,
		exitStatus: 3,
	},
	wp_codebox_browser_internal_session_refused: {
		message: 'include_internal_browser_session is not allowed here: %s',
		httpStatus: 403,
		exitStatus: 2,
	},
	wp_codebox_browser_connector_request_invalid: {
		message: 'The connector request is invalid: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_connector_unresolved: {
		message: 'This site has no connector of this name: %s',
		httpStatus: 404,
		exitStatus: 3,
	},
	wp_codebox_browser_connector_operation_unsupported: {
		message: 'Nothing handles this operation of the connector: %s',
		httpStatus: 422,
		exitStatus: 3,
	},
	wp_codebox_browser_connector_configuration_invalid: {
		message: 'The connector is configured wrongly: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_browser_connector_url_forbidden: {
		message: 'The connector does not allow this address: %s',
		httpStatus: 403,
		exitStatus: 2,
	},
	wp_codebox_browser_connector_redirect_refused: {
		message: 'The connector’s server redirects to an address that is not allowed: %s',
		httpStatus: 502,
		exitStatus: 3,
	},
	wp_codebox_browser_connector_response_too_large: {
		message: 'The connector’s answer is too large: %s',
		httpStatus: 502,
		exitStatus: 3,
	},
	wp_codebox_browser_connector_failed: {
		message: 'The connector’s server could not be asked: %s',
		httpStatus: 502,
		exitStatus: 3,
	},
	wp_codebox_browser_callback_capability_invalid: {
		message: 'The callback capability is not acceptable: %s',
		httpStatus: 401,
		exitStatus: 2,
	},
	wp_codebox_browser_callback_signature_invalid: {
		message: 'The signature of the callback is not acceptable: %s',
		httpStatus: 401,
		exitStatus: 2,
	},
	wp_codebox_browser_callback_expired: {
		message: 'The callback capability or the signature has expired: %s',
		httpStatus: 401,
		exitStatus: 2,
	},
	wp_codebox_browser_callback_used: {
		message: 'The callback capability was used before: %s',
		httpStatus: 409,
		exitStatus: 2,
	},
	wp_codebox_browser_callback_ability_refused: {
		message: 'No callback may call this ability: %s',
		httpStatus: 403,
		exitStatus: 2,
	},
} as const satisfies ErrorCatalogue;
