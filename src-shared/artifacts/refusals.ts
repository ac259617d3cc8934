import { PATH_PROBLEMS } from './path-policy.ts';

/** What is no problem of a path and yet refused before a bundle can be verified. */
const CODES: Readonly< Record< string, string > > = {
	'path-executable': 'wp_codebox_browser_artifact_extension_blocked',
	'path-server-configuration': 'wp_codebox_browser_artifact_extension_blocked',
	'path-duplicate': 'wp_codebox_browser_artifact_path_duplicate',
	'path-case-collision': 'wp_codebox_browser_artifact_path_duplicate',
	'files-missing': 'wp_codebox_browser_artifact_files_missing',
	'file-too-large': 'wp_codebox_browser_artifact_file_too_large',
	'too-many-files': 'wp_codebox_artifact_too_many_files',
	'bundle-too-large': 'wp_codebox_artifact_bundle_too_large',
	'readback-mismatch': 'wp_codebox_artifact_readback_mismatch',
	'source-missing': 'wp_codebox_artifact_import_source_missing',
	'id-mismatch': 'wp_codebox_artifact_import_id_mismatch',
	'zip-invalid': 'wp_codebox_artifact_zip_invalid',
	'zip-bomb': 'wp_codebox_artifact_zip_bomb',
};

/**
 * The code of the error catalogue under which a bundle is refused, as php/Artifacts has it.
 *
 * @param reason Why: a path problem, what is wrong with an archive, or the first violation of a bundle.
 */
export function refusalCode( reason: string ): string {
	return (
		CODES[ reason ] ??
		( ( PATH_PROBLEMS as readonly string[] ).includes( reason )
			? 'wp_codebox_browser_artifact_path_invalid'
			: 'wp_codebox_artifact_verification_failed' )
	);
}
