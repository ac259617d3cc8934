import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { RuntimeTaskRequest } from './runtime-task.ts';
import { RUNTIME_TASK_REQUEST_SCHEMA } from './schema-ids.ts';

/** A runtime task request that lacks what it needs. */
export class RuntimeTaskRequestError extends Error {
	/**
	 * @param code    `runtime_task_target_id_required`, `runtime_task_required` or `runtime_task_invalid`.
	 * @param field   Field of the request.
	 * @param message One sentence for a person.
	 */
	public constructor(
		public readonly code: string,
		public readonly field: string,
		message: string
	) {
		super( message );
		this.name = 'RuntimeTaskRequestError';
	}
}

/**
 * A `wp-codebox/runtime-task-request/v1`.
 *
 * @param  input    Fields of the request; `targetId` is an alias of `target_id`.
 * @param  defaults What holds for fields that the input leaves out.
 * @throws {RuntimeTaskRequestError} without a target or a task.
 */
export function createRuntimeTaskRequest(
	input: Partial< RuntimeTaskRequest >,
	defaults: Partial< RuntimeTaskRequest > = {}
): RuntimeTaskRequest {
	const { targetId, ...fields } = { ...defaults, ...withoutUndefined( input ) };
	const target = input.target_id ?? input.targetId ?? defaults.target_id ?? targetId;
	if ( typeof target !== 'string' || target.trim() === '' ) {
		throw new RuntimeTaskRequestError(
			'runtime_task_target_id_required',
			'target_id',
			'target_id has to name the target that runs the task.'
		);
	}
	const { task } = fields;
	const isEmpty = typeof task === 'object' ? task === null || Object.keys( task ).length === 0 : ! task;
	if ( isEmpty ) {
		throw new RuntimeTaskRequestError(
			'runtime_task_required',
			'task',
			'task has to be the goal, or an object that describes the task.'
		);
	}
	return withoutUndefined( { ...fields, schema: RUNTIME_TASK_REQUEST_SCHEMA, target_id: target.trim() } );
}
