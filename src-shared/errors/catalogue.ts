import { artifactErrors } from './artifacts.ts';
import { browserErrors } from './browser.ts';
import { fuzzErrors } from './fuzz.ts';
import { oracleErrors } from './oracles.ts';
import { previewErrors } from './preview.ts';
import { runErrors } from './runs.ts';
import { taskErrors } from './task.ts';
import { trustErrors } from './trust.ts';

/**
 * One code, one meaning, on every surface. Area files hold the entries; this one joins them.
 */
export interface ErrorEntry {
	/** What happened, for a person; `%s` stands for what the thrower adds. */
	readonly message: string;
	/** HTTP status of a REST answer. */
	readonly httpStatus: number;
	/** Exit status of a command: 1 findings, 2 bad input or usage, 3 incomplete or infrastructure, 130 interrupted. */
	readonly exitStatus: 1 | 2 | 3 | 130;
}

export type ErrorCatalogue = Readonly< Record< string, ErrorEntry > >;

export const operationErrors = {
	wp_codebox_invalid_input: {
		message: 'The input is invalid: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_invalid_json: {
		message: 'The input is not valid JSON: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_invalid_encoding: {
		message: 'The input is not valid UTF-8: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_input_too_deep: {
		message: 'The input is nested too deeply: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_input_too_large: {
		message: 'The input is too large: %s',
		httpStatus: 413,
		exitStatus: 2,
	},
	wp_codebox_input_unreadable: {
		message: 'The input file cannot be read: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_output_unwritable: {
		message: 'The output file cannot be written: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_forbidden: {
		message: 'This needs the capability %s.',
		httpStatus: 403,
		exitStatus: 2,
	},
	wp_codebox_api_ability_not_supported: {
		message: 'There is no operation with this id: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_invalid_output: {
		message: 'The operation answered with something that its contract does not allow: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_interrupted: {
		message: 'The process ended before the operation did: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_internal_error: {
		message: 'The operation failed unexpectedly: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
} as const satisfies ErrorCatalogue;

/** All error codes. */
export const errorCatalogue: ErrorCatalogue = {
	...operationErrors,
	...fuzzErrors,
	...oracleErrors,
	...runErrors,
	...taskErrors,
	...artifactErrors,
	...trustErrors,
	...previewErrors,
	...browserErrors,
};
