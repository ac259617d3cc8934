import Type, { type Static } from 'typebox';
import { openObject, optional, request, result } from '../contracts/request.ts';
import { RUNTIME_TASK_ERROR_SCHEMA, RUNTIME_TASK_REQUEST_SCHEMA, RUNTIME_TASK_RESULT_SCHEMA } from './schema-ids.ts';

export { RUNTIME_TASK_ERROR_SCHEMA, RUNTIME_TASK_REQUEST_SCHEMA, RUNTIME_TASK_RESULT_SCHEMA };

/** Targets that this project answers for itself; a provider of the filter may not take them over. */
export const BUILT_IN_RUNTIME_TASK_TARGETS = [ 'wp-codebox/host-playground', 'wp-codebox/browser-playground' ] as const;

export const runtimeTaskRequest = request(
	{
		schema: optional( Type.Literal( RUNTIME_TASK_REQUEST_SCHEMA ) ),
		target_id: optional( Type.String( { description: 'Which target runs the task; required.' } ) ),
		targetId: optional( Type.String( { description: 'Alias of target_id, which wins.' } ) ),
		task: optional(
			Type.Union( [ Type.String(), openObject() ], { description: 'The goal, or a task object; required.' } )
		),
		input: optional( openObject( 'What the target is given; first choice.' ) ),
		task_input: optional( openObject( 'What the target is given; second choice.' ) ),
		mode: optional( Type.String() ),
		agent: optional( Type.String() ),
		provider: optional( Type.String() ),
		model: optional( Type.String() ),
		sandbox_session_id: optional( Type.String() ),
		orchestrator: optional( openObject() ),
		metadata: optional( openObject() ),
		options: optional( openObject() ),
	},
	'A task for one target (wp-codebox/runtime-task-request/v1).'
);

export const runtimeTaskResult = result(
	{
		success: Type.Boolean(),
		schema: Type.Literal( RUNTIME_TASK_RESULT_SCHEMA ),
		status: Type.String( { description: 'Status of the target; `failed` whenever `success` is false.' } ),
		execution: openObject( 'Who executed: provider and target_id.' ),
		task: optional( Type.Unknown() ),
		result: optional( Type.Unknown() ),
		events: Type.Array( Type.Unknown() ),
		artifacts: Type.Array( Type.Unknown() ),
		run: optional( openObject() ),
		metadata: optional( openObject() ),
		upstream_refs: openObject( 'run_id, task_id and session_id of the target, where it has them.' ),
		error: optional( openObject( 'code, message and data as the provider said them.' ) ),
	},
	'What became of a task (wp-codebox/runtime-task-result/v1).'
);

export type RuntimeTaskRequest = Static< typeof runtimeTaskRequest >;
export type RuntimeTaskResult = Static< typeof runtimeTaskResult >;
