import type { FileClient } from '../files/file-client.ts';
import { SdkError } from '../sdk-error.ts';
import { checkSteps, runStep, type RecipeStep, type StepResult } from './steps.ts';

export interface RecipeOptions {
	readonly signal?: AbortSignal;
	/** Called after each step; the next one waits for it. */
	readonly onStep?: ( result: StepResult, total: number ) => Promise< void > | void;
}

/** What `runRecipe()` answers: raw, for callers inside a page. */
export interface RecipeResult {
	readonly success: boolean;
	readonly steps: StepResult[];
}

/**
 * Runs the steps of a recipe in order; after one that failed, the rest does not run and says so.
 *
 * @param  client       The preview.
 * @param  recipe       What to run.
 * @param  recipe.steps Its steps.
 * @param  options      Abort and progress.
 * @throws {SdkError} when a step is invalid (before any runs), or when it was aborted.
 */
export async function runRecipe(
	client: FileClient,
	recipe: { readonly steps?: readonly unknown[] },
	options: RecipeOptions = {}
): Promise< RecipeResult > {
	const steps: readonly unknown[] = recipe.steps ?? [];
	checkSteps( steps );
	const results: StepResult[] = [];
	let failed = false;
	for ( const [ index, step ] of steps.entries() ) {
		const result: StepResult = failed
			? notRun( index, step )
			: await attempt( client, index, step, options.signal );
		failed ||= result.status === 'failed';
		results.push( result );
		await options.onStep?.( result, steps.length );
	}
	return { success: ! failed, steps: results };
}

async function attempt(
	client: FileClient,
	index: number,
	step: RecipeStep,
	signal?: AbortSignal
): Promise< StepResult > {
	const started = performance.now();
	const common = (): { index: number; step: string; duration_ms: number } => ( {
		index,
		step: step.step,
		duration_ms: Math.round( performance.now() - started ),
	} );
	try {
		const output = await unlessAborted( () => runStep( client, step ), signal );
		return { ...common(), status: 'passed', output };
	} catch ( caught ) {
		if ( signal?.aborted ) {
			throw caught;
		}
		const { code, message, data } = SdkError.from( caught, 'browser_recipe' );
		return {
			...common(),
			status: 'failed',
			...( typeof data === 'object' && data !== null ? { output: data as Record< string, unknown > } : {} ),
			error: { code: code === 'browser_sdk_error' ? 'browser_recipe_step_failed' : code, message },
		};
	}
}

function notRun( index: number, { step }: RecipeStep ): StepResult {
	return { index, step, status: 'not-run', duration_ms: 0 };
}

/**
 * Waits for a value unless the signal ends first: a preview that hangs must not hold the caller.
 *
 * @param  run    Starts it.
 * @param  signal The signal.
 * @throws {SdkError} `browser_run_aborted`.
 */
export function unlessAborted< Value >( run: () => Promise< Value >, signal?: AbortSignal ): Promise< Value > {
	return new Promise( ( resolve, reject ) => {
		const abort = (): void => {
			const isTimeout = ( signal?.reason as { name?: unknown } | undefined )?.name === 'TimeoutError';
			reject(
				new SdkError(
					isTimeout ? 'browser_run_timeout' : 'browser_run_aborted',
					isTimeout ? 'The run took longer than timeoutMs.' : 'The run was aborted.',
					{ phase: 'browser_run', cause: signal?.reason }
				)
			);
		};
		if ( signal?.aborted ) {
			abort();
			return;
		}
		signal?.addEventListener( 'abort', abort, { once: true } );
		void run()
			.then( resolve, reject )
			.finally( () => signal?.removeEventListener( 'abort', abort ) );
	} );
}
