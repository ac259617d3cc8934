import type { ErrorCatalogue } from './catalogue.ts';

/** Errors of `wp-codebox/run-runtime-task` (mission/000; reference: runtime-task-error/v1). */
export const taskErrors = {
	wp_codebox_runtime_task_request_invalid: {
		message: 'The runtime task is invalid: %s',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_runtime_task_target_required: {
		message: 'A runtime task needs a target_id.',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_runtime_task_unsupported_target: {
		message: 'No provider runs tasks for this target: %s',
		httpStatus: 422,
		exitStatus: 3,
	},
	wp_codebox_runtime_task_provider_invalid: {
		message: 'A runtime task provider is not usable: %s',
		httpStatus: 500,
		exitStatus: 3,
	},
	wp_codebox_runtime_task_provider_invalid_result: {
		message: 'The runtime task provider did not answer with a result: %s',
		httpStatus: 502,
		exitStatus: 3,
	},
	wp_codebox_runtime_task_failed: {
		message: 'The runtime task failed: %s',
		httpStatus: 502,
		exitStatus: 3,
	},
} as const satisfies ErrorCatalogue;
