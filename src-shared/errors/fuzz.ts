import type { ErrorCatalogue } from './catalogue.ts';

/** What can be wrong with a fuzz suite as a whole. */
export const fuzzErrors = {
	wp_codebox_fuzz_replay_not_found: {
		message: 'The result has no such finding: %s',
		httpStatus: 404,
		exitStatus: 2,
	},
	wp_codebox_fuzz_mutations_refused: {
		message: 'Cases that change state are not allowed here: %s',
		httpStatus: 403,
		exitStatus: 2,
	},
	wp_codebox_fuzz_worker_failed: {
		message: 'A process of the fuzz engine failed: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_fuzz_suite_unsafe_input: {
		message: 'A fuzz suite may not carry code where it could be executed: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_fuzz_target_unknown: {
		message: 'There is no such code to test: %s',
		httpStatus: 404,
		exitStatus: 2,
	},
	wp_codebox_fuzz_nothing_to_call: {
		message: 'Nothing can be called: %s',
		httpStatus: 409,
		exitStatus: 3,
	},
	wp_codebox_fuzz_suite_nested: {
		message: 'A fuzz suite cannot run inside a case of another one.',
		httpStatus: 409,
		exitStatus: 2,
	},
} as const satisfies ErrorCatalogue;
