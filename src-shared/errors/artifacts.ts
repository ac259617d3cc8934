import type { ErrorCatalogue } from './catalogue.ts';

/** Storing, reading, importing and exporting artifact bundles (reference §11). */
export const artifactErrors = {
	wp_codebox_artifacts_root_missing: {
		message: 'The artifact store is not where it was: %s',
		httpStatus: 503,
		exitStatus: 3,
	},
	wp_codebox_artifacts_root_unwritable: {
		message: 'The artifact store cannot be written: %s',
		httpStatus: 503,
		exitStatus: 3,
	},
	wp_codebox_artifacts_root_exposed: {
		message:
			'No private place for the artifact store: %s. Define WP_CODEBOX_ARTIFACTS_ROOT as a directory that the web server does not serve.',
		httpStatus: 503,
		exitStatus: 3,
	},
	wp_codebox_artifact_write_failed: {
		message: 'The artifact could not be written: %s',
		httpStatus: 507,
		exitStatus: 3,
	},
	wp_codebox_artifact_read_failed: {
		message: 'The artifact could not be read: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_artifact_readback_mismatch: {
		message: 'What was read back is not what was written: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_artifact_quota_exceeded: {
		message: 'The artifact store is full: %s',
		httpStatus: 507,
		exitStatus: 3,
	},
	wp_codebox_artifact_too_many_files: {
		message: 'A bundle may not hold that many files: %s',
		httpStatus: 413,
		exitStatus: 2,
	},
	wp_codebox_artifact_bundle_too_large: {
		message: 'The bundle is too large: %s',
		httpStatus: 413,
		exitStatus: 2,
	},
	wp_codebox_artifact_id_missing: {
		message: 'This is not the id of an artifact bundle: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_artifact_not_found: {
		message: 'There is no artifact bundle with this id: %s',
		httpStatus: 404,
		exitStatus: 2,
	},
	wp_codebox_artifact_file_missing: {
		message: 'The bundle has no such file: %s',
		httpStatus: 404,
		exitStatus: 2,
	},
	wp_codebox_artifact_json_invalid: {
		message: 'A document of the bundle is not valid JSON: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_artifact_verification_failed: {
		message: 'The bundle does not verify: %s',
		httpStatus: 400,
		exitStatus: 1,
	},
	wp_codebox_artifact_host_path_refused: {
		message:
			'A path on the host can only be named by the operator at a command line, or below a root that WP_CODEBOX_ARTIFACT_IMPORT_ROOTS allows: %s',
		httpStatus: 403,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_schema_missing: {
		message: 'A bundle needs the id of its own schema: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_files_missing: {
		message: 'A bundle needs at least one file: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_file_invalid: {
		message: 'A file of the bundle is invalid: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_path_invalid: {
		message: 'A path of the bundle is not allowed: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_path_duplicate: {
		message: 'Two paths of the bundle are the same: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_extension_blocked: {
		message: 'A web server might run this file: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_encoding_invalid: {
		message: 'The text of a file is not valid UTF-8: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_base64_invalid: {
		message: 'The content of a file is not valid base64: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_file_too_large: {
		message: 'A file is too large: %s',
		httpStatus: 413,
		exitStatus: 2,
	},
	wp_codebox_browser_artifact_entrypoint_missing: {
		message: 'The entry point has to be one of the files: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_artifact_import_source_missing: {
		message: 'There is nothing to import: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_artifact_import_source_invalid: {
		message: 'This cannot be imported: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_artifact_import_id_mismatch: {
		message: 'The bundle is not the expected one: %s',
		httpStatus: 409,
		exitStatus: 2,
	},
	wp_codebox_artifact_import_digest_mismatch: {
		message: 'The content of the bundle is not the expected one: %s',
		httpStatus: 409,
		exitStatus: 2,
	},
	wp_codebox_artifact_import_link_refused: {
		message: 'The source holds a link or a special file: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_artifact_zip_invalid: {
		message: 'The archive cannot be read: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_artifact_zip_bomb: {
		message: 'The archive would unpack to more than is allowed: %s',
		httpStatus: 413,
		exitStatus: 2,
	},
	wp_codebox_artifact_upload_not_found: {
		message: 'There is no unfinished upload with this id: %s',
		httpStatus: 404,
		exitStatus: 2,
	},
	wp_codebox_artifact_upload_offset: {
		message: 'The next part of the upload starts elsewhere: %s',
		httpStatus: 409,
		exitStatus: 2,
	},
} as const satisfies ErrorCatalogue;
