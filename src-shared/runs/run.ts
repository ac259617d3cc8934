import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request, result } from '../contracts/request.ts';

export const RUN_SCHEMA = 'wp-codebox/run/v1';
export const RUN_LIST_SCHEMA = 'wp-codebox/run-list/v1';
export const RUN_WORK_RESULT_SCHEMA = 'wp-codebox/run-work-result/v1';

/** What a run is in; the last three are final. */
export const RUN_STATES = [ 'queued', 'running', 'cancelling', 'finished', 'failed', 'cancelled' ] as const;

export const run = result(
	{
		schema: Type.Literal( RUN_SCHEMA ),
		id: Type.String( { description: 'UUID.' } ),
		kind: Type.String( { description: 'What runs, e.g. `fuzz-suite`.' } ),
		state: oneOf( RUN_STATES ),
		success: Type.Boolean( {
			description: 'False once the run failed, was cancelled, or finished with findings.',
		} ),
		progress: result( {
			batches: Type.Integer(),
			done: Type.Integer(),
			failed: Type.Integer( { description: 'Batches that used up their attempts.' } ),
		} ),
		createdAt: Type.String( { description: 'ISO 8601, UTC.' } ),
		updatedAt: Type.String(),
		heartbeatAt: optional( Type.String( { description: 'Last sign of life of a worker.' } ) ),
		createdBy: optional( Type.Integer( { description: 'User id; 0 for a command line.' } ) ),
		reason: optional( Type.String( { description: 'Why it failed or was cancelled.' } ) ),
		result: optional( openObject( 'The result of a finished run, as its kind defines it.' ) ),
		artifact: optional( openObject( 'Reference of the bundle that was delivered.' ) ),
	},
	'One run of the registry (wp-codebox/run/v1).'
);

export const runReference = request( {
	run_id: Type.String( { minLength: 36, maxLength: 36, description: 'UUID of the run.' } ),
} );

export const runQuery = request( {
	state: optional( oneOf( RUN_STATES ) ),
	kind: optional( Type.String() ),
	limit: optional( Type.Integer( { minimum: 1, maximum: 100, description: 'Default 20.' } ) ),
	offset: optional( Type.Integer( { minimum: 0 } ) ),
} );

export const runWatch = request( {
	run_id: Type.String( { minLength: 36, maxLength: 36, description: 'UUID of the run.' } ),
	time: optional(
		Type.Number( {
			minimum: 0,
			maximum: 604800,
			description: 'Seconds to wait at most; default 20, at a command line a day.',
		} )
	),
} );

export const runWork = request( {
	time: optional(
		Type.Number( {
			minimum: 0,
			maximum: 86400,
			description: 'Seconds after which no further batch is begun; default 20.',
		} )
	),
} );

export const runWorkResult = result( {
	schema: Type.Literal( RUN_WORK_RESULT_SCHEMA ),
	success: Type.Boolean(),
	batches: Type.Integer( { description: 'How many batches this worker answered.' } ),
	open: Type.Integer( { description: 'How many runs are left to work on.' } ),
} );

export const runList = result( {
	schema: Type.Literal( RUN_LIST_SCHEMA ),
	success: Type.Boolean(),
	total: Type.Integer(),
	runs: Type.Array( run ),
} );

export type Run = Static< typeof run >;
export type RunState = ( typeof RUN_STATES )[ number ];
