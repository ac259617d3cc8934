import type { ErrorCatalogue } from './catalogue.ts';

/** Errors of self-hosted previews, before a preview starts (the site's side). */
export const previewErrors = {
	wp_codebox_preview_not_built: {
		message: 'The preview runtime is not part of this installation: %s',
		httpStatus: 501,
		exitStatus: 3,
	},
	wp_codebox_preview_isolation_invalid: {
		message: 'The isolation of previews is configured wrongly: %s',
		httpStatus: 500,
		exitStatus: 2,
	},
	wp_codebox_preview_origin_refused: {
		message: 'The preview origin is refused: %s',
		httpStatus: 500,
		exitStatus: 2,
	},
	wp_codebox_preview_trusted_refused: {
		message: 'Previews without isolation are refused: %s',
		httpStatus: 500,
		exitStatus: 2,
	},
	wp_codebox_preview_scope_invalid: {
		message: 'scope has to be 1 to 128 letters, digits, - or _; got %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_preview_archive_failed: {
		message: 'WordPress could not be packed for the preview: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_preview_file_unknown: {
		message: 'There is no such file for previews, or the address is not yours: %s',
		httpStatus: 404,
		exitStatus: 2,
	},
} as const satisfies ErrorCatalogue;
