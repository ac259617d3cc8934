<?php
// Generated from src-shared/errors by `npm run contracts`; edit it there.

defined( 'ABSPATH' ) || exit;

return array(
	'wp_codebox_invalid_input'                           => array(
		'message'    => 'The input is invalid: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_invalid_json'                            => array(
		'message'    => 'The input is not valid JSON: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_invalid_encoding'                        => array(
		'message'    => 'The input is not valid UTF-8: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_input_too_deep'                          => array(
		'message'    => 'The input is nested too deeply: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_input_too_large'                         => array(
		'message'    => 'The input is too large: %s',
		'httpStatus' => 413,
		'exitStatus' => 2,
	),
	'wp_codebox_input_unreadable'                        => array(
		'message'    => 'The input file cannot be read: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_output_unwritable'                       => array(
		'message'    => 'The output file cannot be written: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_forbidden'                               => array(
		'message'    => 'This needs the capability %s.',
		'httpStatus' => 403,
		'exitStatus' => 2,
	),
	'wp_codebox_api_ability_not_supported'               => array(
		'message'    => 'There is no operation with this id: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_invalid_output'                          => array(
		'message'    => 'The operation answered with something that its contract does not allow: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_interrupted'                             => array(
		'message'    => 'The process ended before the operation did: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_internal_error'                          => array(
		'message'    => 'The operation failed unexpectedly: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_fuzz_replay_not_found'                   => array(
		'message'    => 'The result has no such finding: %s',
		'httpStatus' => 404,
		'exitStatus' => 2,
	),
	'wp_codebox_fuzz_mutations_refused'                  => array(
		'message'    => 'Cases that change state are not allowed here: %s',
		'httpStatus' => 403,
		'exitStatus' => 2,
	),
	'wp_codebox_fuzz_worker_failed'                      => array(
		'message'    => 'A process of the fuzz engine failed: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_fuzz_suite_unsafe_input'                 => array(
		'message'    => 'A fuzz suite may not carry code where it could be executed: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_fuzz_target_unknown'                     => array(
		'message'    => 'There is no such code to test: %s',
		'httpStatus' => 404,
		'exitStatus' => 2,
	),
	'wp_codebox_fuzz_nothing_to_call'                    => array(
		'message'    => 'Nothing can be called: %s',
		'httpStatus' => 409,
		'exitStatus' => 3,
	),
	'wp_codebox_fuzz_suite_nested'                       => array(
		'message'    => 'A fuzz suite cannot run inside a case of another one.',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_fuzz_oracle_unknown'                     => array(
		'message'    => 'There is no oracle or group of oracles named %s.',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_fuzz_severity_unknown'                   => array(
		'message'    => 'A severity is high, medium, low or info, not %s.',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_run_not_found'                           => array(
		'message'    => 'There is no run with this id: %s',
		'httpStatus' => 404,
		'exitStatus' => 2,
	),
	'wp_codebox_run_kind_unknown'                        => array(
		'message'    => 'Nothing knows how to work on a run of this kind: %s',
		'httpStatus' => 501,
		'exitStatus' => 3,
	),
	'wp_codebox_run_already_final'                       => array(
		'message'    => 'The run has ended already: %s',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_run_not_resumable'                       => array(
		'message'    => 'Only a failed or cancelled run can be resumed: %s',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_run_not_finished'                        => array(
		'message'    => 'The run has not ended yet: %s',
		'httpStatus' => 504,
		'exitStatus' => 3,
	),
	'wp_codebox_run_lease_lost'                          => array(
		'message'    => 'Another worker took the batch over: %s',
		'httpStatus' => 409,
		'exitStatus' => 3,
	),
	'wp_codebox_run_storage_failed'                      => array(
		'message'    => 'The run could not be stored: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_runtime_task_request_invalid'            => array(
		'message'    => 'The runtime task is invalid: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_runtime_task_target_required'            => array(
		'message'    => 'A runtime task needs a target_id.',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_runtime_task_unsupported_target'         => array(
		'message'    => 'No provider runs tasks for this target: %s',
		'httpStatus' => 422,
		'exitStatus' => 3,
	),
	'wp_codebox_runtime_task_provider_invalid'           => array(
		'message'    => 'A runtime task provider is not usable: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_runtime_task_provider_invalid_result'    => array(
		'message'    => 'The runtime task provider did not answer with a result: %s',
		'httpStatus' => 502,
		'exitStatus' => 3,
	),
	'wp_codebox_runtime_task_failed'                     => array(
		'message'    => 'The runtime task failed: %s',
		'httpStatus' => 502,
		'exitStatus' => 3,
	),
	'wp_codebox_artifacts_root_missing'                  => array(
		'message'    => 'The artifact store is not where it was: %s',
		'httpStatus' => 503,
		'exitStatus' => 3,
	),
	'wp_codebox_artifacts_root_unwritable'               => array(
		'message'    => 'The artifact store cannot be written: %s',
		'httpStatus' => 503,
		'exitStatus' => 3,
	),
	'wp_codebox_artifacts_root_exposed'                  => array(
		'message'    => 'No private place for the artifact store: %s. Define WP_CODEBOX_ARTIFACTS_ROOT as a directory that the web server does not serve.',
		'httpStatus' => 503,
		'exitStatus' => 3,
	),
	'wp_codebox_artifact_write_failed'                   => array(
		'message'    => 'The artifact could not be written: %s',
		'httpStatus' => 507,
		'exitStatus' => 3,
	),
	'wp_codebox_artifact_read_failed'                    => array(
		'message'    => 'The artifact could not be read: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_artifact_readback_mismatch'              => array(
		'message'    => 'What was read back is not what was written: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_artifact_quota_exceeded'                 => array(
		'message'    => 'The artifact store is full: %s',
		'httpStatus' => 507,
		'exitStatus' => 3,
	),
	'wp_codebox_artifact_too_many_files'                 => array(
		'message'    => 'A bundle may not hold that many files: %s',
		'httpStatus' => 413,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_bundle_too_large'               => array(
		'message'    => 'The bundle is too large: %s',
		'httpStatus' => 413,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_id_missing'                     => array(
		'message'    => 'This is not the id of an artifact bundle: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_not_found'                      => array(
		'message'    => 'There is no artifact bundle with this id: %s',
		'httpStatus' => 404,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_file_missing'                   => array(
		'message'    => 'The bundle has no such file: %s',
		'httpStatus' => 404,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_json_invalid'                   => array(
		'message'    => 'A document of the bundle is not valid JSON: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_artifact_verification_failed'            => array(
		'message'    => 'The bundle does not verify: %s',
		'httpStatus' => 400,
		'exitStatus' => 1,
	),
	'wp_codebox_artifact_host_path_refused'              => array(
		'message'    => 'A path on the host can only be named by the operator at a command line, or below a root that WP_CODEBOX_ARTIFACT_IMPORT_ROOTS allows: %s',
		'httpStatus' => 403,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_schema_missing'         => array(
		'message'    => 'A bundle needs the id of its own schema: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_files_missing'          => array(
		'message'    => 'A bundle needs at least one file: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_file_invalid'           => array(
		'message'    => 'A file of the bundle is invalid: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_path_invalid'           => array(
		'message'    => 'A path of the bundle is not allowed: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_path_duplicate'         => array(
		'message'    => 'Two paths of the bundle are the same: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_extension_blocked'      => array(
		'message'    => 'A web server might run this file: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_encoding_invalid'       => array(
		'message'    => 'The text of a file is not valid UTF-8: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_base64_invalid'         => array(
		'message'    => 'The content of a file is not valid base64: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_file_too_large'         => array(
		'message'    => 'A file is too large: %s',
		'httpStatus' => 413,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_artifact_entrypoint_missing'     => array(
		'message'    => 'The entry point has to be one of the files: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_import_source_missing'          => array(
		'message'    => 'There is nothing to import: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_import_source_invalid'          => array(
		'message'    => 'This cannot be imported: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_import_id_mismatch'             => array(
		'message'    => 'The bundle is not the expected one: %s',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_import_digest_mismatch'         => array(
		'message'    => 'The content of the bundle is not the expected one: %s',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_import_link_refused'            => array(
		'message'    => 'The source holds a link or a special file: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_zip_invalid'                    => array(
		'message'    => 'The archive cannot be read: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_zip_bomb'                       => array(
		'message'    => 'The archive would unpack to more than is allowed: %s',
		'httpStatus' => 413,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_upload_not_found'               => array(
		'message'    => 'There is no unfinished upload with this id: %s',
		'httpStatus' => 404,
		'exitStatus' => 2,
	),
	'wp_codebox_artifact_upload_offset'                  => array(
		'message'    => 'The next part of the upload starts elsewhere: %s',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_authorization_invalid'                   => array(
		'message'    => 'The authorization is not acceptable: %s',
		'httpStatus' => 401,
		'exitStatus' => 2,
	),
	'wp_codebox_authorization_expired'                   => array(
		'message'    => 'The authorization was signed too long ago or in the future: %s',
		'httpStatus' => 401,
		'exitStatus' => 2,
	),
	'wp_codebox_authorization_replayed'                  => array(
		'message'    => 'The authorization was used before: %s',
		'httpStatus' => 401,
		'exitStatus' => 2,
	),
	'wp_codebox_authorization_scope'                     => array(
		'message'    => 'The key does not hold this scope: %s',
		'httpStatus' => 403,
		'exitStatus' => 2,
	),
	'wp_codebox_trusted_key_invalid'                     => array(
		'message'    => 'The trusted key cannot be made or changed: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_preview_not_built'                       => array(
		'message'    => 'The preview runtime is not part of this installation: %s',
		'httpStatus' => 501,
		'exitStatus' => 3,
	),
	'wp_codebox_preview_isolation_invalid'               => array(
		'message'    => 'The isolation of previews is configured wrongly: %s',
		'httpStatus' => 500,
		'exitStatus' => 2,
	),
	'wp_codebox_preview_origin_refused'                  => array(
		'message'    => 'The preview origin is refused: %s',
		'httpStatus' => 500,
		'exitStatus' => 2,
	),
	'wp_codebox_preview_trusted_refused'                 => array(
		'message'    => 'Previews without isolation are refused: %s',
		'httpStatus' => 500,
		'exitStatus' => 2,
	),
	'wp_codebox_preview_scope_invalid'                   => array(
		'message'    => 'scope has to be 1 to 128 letters, digits, - or _; got %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_preview_archive_failed'                  => array(
		'message'    => 'WordPress could not be packed for the preview: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_preview_file_unknown'                    => array(
		'message'    => 'There is no such file for previews, or the address is not yours: %s',
		'httpStatus' => 404,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_prerequisites_missing'           => array(
		'message'    => 'The preview cannot do what was asked for: %s',
		'httpStatus' => 422,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_blueprint_ref_missing'           => array(
		'message'    => 'The reference to a blueprint is not prepared:<cache_key>:<input_hash>: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_blueprint_ref_cache_miss'        => array(
		'message'    => 'The blueprint is no longer prepared; create the session again: %s',
		'httpStatus' => 409,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_session_not_kept'                => array(
		'message'    => 'The session could not be kept by the site: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_contained_site_ref_missing'      => array(
		'message'    => 'Name the contained site by site_id, by cache_key and input_hash, or by its contained_site handle: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_contained_site_ref_invalid'      => array(
		'message'    => 'The contained site is named in two ways that disagree: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_contained_site_stale_digest'     => array(
		'message'    => 'The contained site was prepared from another source: %s',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_contained_site_unavailable'      => array(
		'message'    => 'There is no prepared site to open: %s',
		'httpStatus' => 404,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_internal_session_refused'        => array(
		'message'    => 'include_internal_browser_session is not allowed here: %s',
		'httpStatus' => 403,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_connector_request_invalid'       => array(
		'message'    => 'The connector request is invalid: %s',
		'httpStatus' => 400,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_connector_unresolved'            => array(
		'message'    => 'This site has no connector of this name: %s',
		'httpStatus' => 404,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_connector_operation_unsupported' => array(
		'message'    => 'Nothing handles this operation of the connector: %s',
		'httpStatus' => 422,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_connector_configuration_invalid' => array(
		'message'    => 'The connector is configured wrongly: %s',
		'httpStatus' => 500,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_connector_url_forbidden'         => array(
		'message'    => 'The connector does not allow this address: %s',
		'httpStatus' => 403,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_connector_redirect_refused'      => array(
		'message'    => 'The connector’s server redirects to an address that is not allowed: %s',
		'httpStatus' => 502,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_connector_response_too_large'    => array(
		'message'    => 'The connector’s answer is too large: %s',
		'httpStatus' => 502,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_connector_failed'                => array(
		'message'    => 'The connector’s server could not be asked: %s',
		'httpStatus' => 502,
		'exitStatus' => 3,
	),
	'wp_codebox_browser_callback_capability_invalid'     => array(
		'message'    => 'The callback capability is not acceptable: %s',
		'httpStatus' => 401,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_callback_signature_invalid'      => array(
		'message'    => 'The signature of the callback is not acceptable: %s',
		'httpStatus' => 401,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_callback_expired'                => array(
		'message'    => 'The callback capability or the signature has expired: %s',
		'httpStatus' => 401,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_callback_used'                   => array(
		'message'    => 'The callback capability was used before: %s',
		'httpStatus' => 409,
		'exitStatus' => 2,
	),
	'wp_codebox_browser_callback_ability_refused'        => array(
		'message'    => 'No callback may call this ability: %s',
		'httpStatus' => 403,
		'exitStatus' => 2,
	),
);
