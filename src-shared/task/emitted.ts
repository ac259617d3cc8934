import { emitJson } from '../contracts/emit-json.ts';
import type { EmittedContract } from '../contracts/emitted.ts';
import {
	BUILT_IN_RUNTIME_TASK_TARGETS,
	RUNTIME_TASK_ERROR_SCHEMA,
	RUNTIME_TASK_RESULT_SCHEMA,
} from './runtime-task.ts';

/** What PHP reads of the task area. */
export function emittedTaskContracts(): EmittedContract[] {
	return [
		emitJson( 'task/runtime-task', 'src-shared/task', {
			resultSchema: RUNTIME_TASK_RESULT_SCHEMA,
			errorSchema: RUNTIME_TASK_ERROR_SCHEMA,
			builtInTargets: BUILT_IN_RUNTIME_TASK_TARGETS,
		} ),
	];
}
