import type { RuntimeTaskRequest, RuntimeTaskResult } from '../../src-shared/task/runtime-task.ts';
import { createRuntimeTaskRequest } from '../../src-shared/task/create-runtime-task-request.ts';
import { RUNTIME_TASK_RESULT_SCHEMA } from '../../src-shared/task/schema-ids.ts';
import type { Transport } from './http/transport.ts';
import { SdkError } from './sdk-error.ts';

const ABILITY = 'wp-codebox/run-runtime-task';
const PHASE = 'runtime_task';

/** `executeAbility()` of `@wordpress/abilities`. */
export type ExecuteAbility = ( id: string, input: Record< string, unknown > ) => Promise< unknown > | unknown;

export interface RunRuntimeTaskOptions {
	/** Runs the request in the caller's own way; comes first. */
	readonly executeRuntimeTask?: ( request: RuntimeTaskRequest ) => Promise< unknown > | unknown;
	/** Runs an ability; comes second. */
	readonly executeAbility?: ExecuteAbility;
	/**
	 * `rest` posts to /wp-codebox/v1/runtime-task, `ability` asks `@wordpress/abilities` of the page.
	 * Left out: REST where the page has a user's nonce, else the page's abilities.
	 */
	readonly transport?: 'rest' | 'ability';
	readonly defaults?: Partial< RuntimeTaskRequest >;
	readonly signal?: AbortSignal;
}

/**
 * Runs a task on a target of the site.
 *
 * @param  transport Way to the site.
 * @param  input     A runtime-task-request/v1, or its fields.
 * @param  options   How it travels.
 * @return A `wp-codebox/runtime-task-result/v1`; one whose `success` is false is an answer, not a rejection.
 * @throws {SdkError} when the request is invalid, or was refused by the site.
 */
export async function runRuntimeTask(
	transport: Transport,
	input: Partial< RuntimeTaskRequest >,
	options: RunRuntimeTaskOptions = {}
): Promise< RuntimeTaskResult > {
	try {
		const request = createRuntimeTaskRequest( input, options.defaults );
		const { checkInput } = await import( /* webpackChunkName: "browser-validation" */ './validation.ts' );
		checkInput( 'runtimeTaskRequest', request, 'runtime_task_invalid' );
		options.signal?.throwIfAborted();
		const result = await send( transport, request, options );
		if ( ! isResult( result ) ) {
			throw new SdkError( 'runtime_task_result_invalid', `The answer is no ${ RUNTIME_TASK_RESULT_SCHEMA }.` );
		}
		return result;
	} catch ( error ) {
		throw SdkError.from( error, PHASE );
	}
}

async function send(
	transport: Transport,
	request: RuntimeTaskRequest,
	{ executeRuntimeTask, executeAbility, transport: way, signal }: RunRuntimeTaskOptions
): Promise< unknown > {
	if ( executeRuntimeTask ) {
		return executeRuntimeTask( request );
	}
	const execute =
		executeAbility ??
		( way === 'ability' || ( way === undefined && ! transport.hasUser ) ? await pageAbilities() : undefined );
	if ( execute ) {
		return execute( ABILITY, { ...request } );
	}
	if ( way === 'ability' ) {
		throw new SdkError(
			'runtime_task_abilities_missing',
			`This page has no @wordpress/abilities that knows ${ ABILITY }.`
		);
	}
	return transport.send( { path: '/wp-codebox/v1/runtime-task', method: 'POST', data: request, signal } );
}

interface Abilities {
	readonly executeAbility?: ExecuteAbility;
	readonly getAbility?: ( id: string ) => unknown;
}

/** `executeAbility()` of the page, where its import map has `@wordpress/abilities` and our ability is registered there. */
async function pageAbilities(): Promise< ExecuteAbility | undefined > {
	const global = ( window as unknown as { wp?: { abilities?: Abilities } } ).wp?.abilities;
	const name = '@wordpress/abilities';
	const abilities =
		global ?? ( ( await import( /* webpackIgnore: true */ name ).catch( (): null => null ) ) as Abilities | null );
	return abilities?.executeAbility && abilities.getAbility?.( ABILITY ) ? abilities.executeAbility : undefined;
}

function isResult( value: unknown ): value is RuntimeTaskResult {
	return (
		typeof value === 'object' &&
		value !== null &&
		( value as { schema?: unknown } ).schema === RUNTIME_TASK_RESULT_SCHEMA
	);
}
