import type { ErrorCatalogue } from './catalogue.ts';

export const runErrors = {
	wp_codebox_run_not_found: { message: 'There is no run with this id: %s', httpStatus: 404, exitStatus: 2 },
	wp_codebox_run_kind_unknown: {
		message: 'Nothing knows how to work on a run of this kind: %s',
		httpStatus: 501,
		exitStatus: 3,
	},
	wp_codebox_run_already_final: { message: 'The run has ended already: %s', httpStatus: 409, exitStatus: 2 },
	wp_codebox_run_not_resumable: {
		message: 'Only a failed or cancelled run can be resumed: %s',
		httpStatus: 409,
		exitStatus: 2,
	},
	wp_codebox_run_not_finished: { message: 'The run has not ended yet: %s', httpStatus: 504, exitStatus: 3 },
	wp_codebox_run_lease_lost: {
		message: 'Another worker took the batch over: %s',
		httpStatus: 409,
		exitStatus: 3,
	},
	wp_codebox_run_storage_failed: { message: 'The run could not be stored: %s', httpStatus: 500, exitStatus: 3 },
} as const satisfies ErrorCatalogue;
