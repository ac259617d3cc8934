import type { ErrorCatalogue } from './catalogue.ts';

/** Callers that sign their input instead of logging in (design §6, "Trusted callers"). */
export const trustErrors = {
	wp_codebox_authorization_invalid: {
		message: 'The authorization is not acceptable: %s',
		httpStatus: 401,
		exitStatus: 2,
	},
	wp_codebox_authorization_expired: {
		message: 'The authorization was signed too long ago or in the future: %s',
		httpStatus: 401,
		exitStatus: 2,
	},
	wp_codebox_authorization_replayed: {
		message: 'The authorization was used before: %s',
		httpStatus: 401,
		exitStatus: 2,
	},
	wp_codebox_authorization_scope: {
		message: 'The key does not hold this scope: %s',
		httpStatus: 403,
		exitStatus: 2,
	},
	wp_codebox_trusted_key_invalid: {
		message: 'The trusted key cannot be made or changed: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
} as const satisfies ErrorCatalogue;
