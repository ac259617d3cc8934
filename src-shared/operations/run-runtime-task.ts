import { RUNTIME_TASK_REQUEST_SCHEMA, runtimeTaskRequest, runtimeTaskResult } from '../task/runtime-task.ts';
import { WRITES, type OperationDefinition } from './operation.ts';

export const runRuntimeTask: OperationDefinition = {
	id: 'wp-codebox/run-runtime-task',
	label: 'Run Runtime Task',
	description: 'Runs a task on the target that target_id names, and hands back its result with events and artifacts.',
	input: runtimeTaskRequest,
	output: runtimeTaskResult,
	capability: 'wp_codebox_run',
	annotations: WRITES,
	facade: 'run_runtime_task',
	cli: { command: 'run-runtime-task' },
	rest: { method: 'POST', route: '/runtime-task' },
	inputSchemaId: RUNTIME_TASK_REQUEST_SCHEMA,
};
