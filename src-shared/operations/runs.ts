import { run, runList, runQuery, runReference, runWatch, runWork, runWorkResult } from '../runs/run.ts';
import { READS, WRITES, type OperationDefinition } from './operation.ts';

export const getRun: OperationDefinition = {
	id: 'wp-codebox/get-run',
	label: 'Get Run',
	description: 'Returns the state, the progress and, once it is finished, the result of one run.',
	input: runReference,
	output: run,
	capability: 'wp_codebox_read',
	annotations: READS,
	facade: 'get_run',
	cli: { command: 'runs get', positional: [ 'run_id' ] },
	rest: { method: 'GET', route: '/runs/(?P<run_id>[0-9a-f-]{36})' },
};

export const listRuns: OperationDefinition = {
	id: 'wp-codebox/list-runs',
	label: 'List Runs',
	description: 'Lists the runs of this site, newest first.',
	input: runQuery,
	output: runList,
	capability: 'wp_codebox_read',
	annotations: READS,
	facade: 'list_runs',
	cli: { command: 'runs list' },
	rest: { method: 'GET', route: '/runs' },
};

export const cancelRun: OperationDefinition = {
	id: 'wp-codebox/cancel-run',
	label: 'Cancel Run',
	description: 'Asks a run to stop; the batch that is being worked on is finished first.',
	input: runReference,
	output: run,
	capability: 'wp_codebox_run',
	annotations: WRITES,
	facade: 'cancel_run',
	cli: { command: 'runs cancel', positional: [ 'run_id' ] },
	rest: { method: 'POST', route: '/runs/(?P<run_id>[0-9a-f-]{36})/cancel' },
};

export const resumeRun: OperationDefinition = {
	id: 'wp-codebox/resume-run',
	label: 'Resume Run',
	description: 'Puts a failed or cancelled run back into the queue; batches that are done stay done.',
	input: runReference,
	output: run,
	capability: 'wp_codebox_run',
	annotations: WRITES,
	facade: 'resume_run',
	cli: { command: 'runs resume', positional: [ 'run_id' ] },
};

export const watchRun: OperationDefinition = {
	id: 'wp-codebox/watch-run',
	label: 'Watch Run',
	description: 'Waits until a run has ended and returns it; the exit status is that of its result.',
	input: runWatch,
	output: run,
	capability: 'wp_codebox_read',
	annotations: READS,
	facade: 'watch_run',
	cli: { command: 'runs watch', positional: [ 'run_id' ] },
	ability: false,
};

export const workOnRuns: OperationDefinition = {
	id: 'wp-codebox/work-on-runs',
	label: 'Work on Runs',
	description: 'Works on queued runs in this process until none is left or the time is up.',
	input: runWork,
	output: runWorkResult,
	capability: 'wp_codebox_run',
	annotations: WRITES,
	facade: 'work_on_runs',
	cli: { command: 'runs work' },
	ability: false,
};
