import { browserArtifactPersistenceProjection } from '../../../src-shared/browser/artifact-persistence.ts';
import type { BrowserCallbackCapability, BrowserRecipe } from '../../../src-shared/browser/task-contract.ts';
import {
	browserRunResultEnvelope,
	type BrowserRunResultEnvelope,
	type MaterializationArtifactRef,
} from '../../../src-shared/observation/run-results.ts';
import type { FileClient } from '../files/file-client.ts';
import type { Transport } from '../http/transport.ts';
import { SdkError } from '../sdk-error.ts';
import { checkInput } from '../validation.ts';
import { collectFiles, type CollectedFile } from './collect.ts';
import { validateBrowserRuntimeMaterialization } from './materialization.ts';
import { browserMetrics } from './metrics.ts';
import { jsonFile, persistFiles, type PersistOptions } from './persist.ts';
import { runRecipe, unlessAborted, type RecipeResult } from './run-recipe.ts';
import { checkSteps } from './steps.ts';

const OPERATION = 'run-browser-session-recipe';
const DEFAULT_TIMEOUT_MS = 120_000;
const METRICS_PATH = 'metrics/browser-metrics.json';

/** How far a run is. */
export interface RunProgress {
	readonly phase: 'validate' | 'steps' | 'collect' | 'persist' | 'done';
	/** Steps or files that are done, and how many there are. */
	readonly completed: number;
	readonly total: number;
	readonly message: string;
}

export interface SessionRecipeOptions extends Omit< PersistOptions, 'callback' > {
	/** Milliseconds for everything; 120,000 unless said otherwise. */
	readonly timeoutMs?: number;
	readonly onProgress?: ( progress: RunProgress ) => void;
	/** False keeps the files in the page: they are not stored. */
	readonly persist?: boolean;
	/** Capability for the store; that of the session unless said otherwise; null for the rights of the page's user. */
	readonly callback?: BrowserCallbackCapability | null;
}

/** What runs, and which files come back. */
export interface SessionTaskPayload {
	readonly recipe?: BrowserRecipe;
	readonly metadata?: Readonly< Record< string, unknown > >;
	readonly [ field: string ]: unknown;
}

type Session = Readonly< Record< string, unknown > >;

/**
 * Runs a recipe in a preview, brings its files back, stores them with the run's metrics as an
 * artifact bundle, and compares the digests of the store with its own.
 *
 * A step that failed makes the result `failed`; what was collected is stored all the same, as evidence.
 *
 * @param  transport   Way to the site.
 * @param  client      Client of a running preview.
 * @param  session     Session or task contract that the preview belongs to.
 * @param  taskPayload The recipe, if it is not that of the session's `task_input`.
 * @param  options     Deadline, abort, progress, store.
 * @return A `wp-codebox/browser-run-result/v1`.
 * @throws {SdkError} only when the session or the recipe cannot be run at all.
 */
export async function runBrowserSessionRecipe(
	transport: Transport,
	client: FileClient,
	session: Session,
	taskPayload: SessionTaskPayload = {},
	options: SessionRecipeOptions = {}
): Promise< BrowserRunResultEnvelope > {
	validateBrowserRuntimeMaterialization( session, client );
	const recipe = taskPayload.recipe ?? recipeOf( session );
	checkInput( 'recipe', recipe, 'browser_recipe_invalid' );
	checkSteps( recipe.steps ?? [] );
	return new SessionRun( transport, client, session, recipe, taskPayload.metadata ?? {}, options ).run();
}

class SessionRun {
	readonly #started = performance.now();
	readonly #signal: AbortSignal;
	#steps: RecipeResult = { success: true, steps: [] };
	#files: readonly CollectedFile[] = [];

	public constructor(
		private readonly transport: Transport,
		private readonly client: FileClient,
		private readonly session: Session,
		private readonly recipe: BrowserRecipe,
		private readonly metadata: Readonly< Record< string, unknown > >,
		private readonly options: SessionRecipeOptions
	) {
		const deadline = AbortSignal.timeout( options.timeoutMs ?? DEFAULT_TIMEOUT_MS );
		this.#signal = options.signal ? AbortSignal.any( [ options.signal, deadline ] ) : deadline;
	}

	public async run(): Promise< BrowserRunResultEnvelope > {
		const total = this.recipe.steps?.length ?? 0;
		try {
			this.progress( 'validate', 0, total, 'The recipe is valid.' );
			this.#steps = await runRecipe( this.client, this.recipe, {
				signal: this.#signal,
				onStep: ( { index, step, status } ) =>
					this.progress( 'steps', index + 1, total, `${ step }: ${ status }` ),
			} );
			const missing = await this.collect();
			const persistence = await this.persist();
			const failure = this.#steps.steps.find( ( step ) => step.status === 'failed' )?.error ?? missing;
			this.progress( 'done', total, total, failure ? failure.message : 'The run completed.' );
			return this.result( persistence, failure );
		} catch ( error ) {
			const failure = SdkError.from( error, 'browser_run' );
			this.progress( 'done', this.#steps.steps.length, total, failure.message );
			return this.result( null, failure );
		}
	}

	/** Files of the recipe; after a failed step those that are there. */
	private async collect(): Promise< SdkError | undefined > {
		const wanted = this.recipe.collect ?? [];
		const found: CollectedFile[] = [];
		let missing: SdkError | undefined;
		for ( const [ index, entry ] of wanted.entries() ) {
			try {
				found.push( ...( await unlessAborted( () => collectFiles( this.client, [ entry ] ), this.#signal ) ) );
			} catch ( error ) {
				if ( this.#signal.aborted ) {
					throw error;
				}
				missing ??= SdkError.from( error, 'browser_collect' );
			}
			this.progress( 'collect', index + 1, wanted.length, entry.path );
		}
		this.#files = found;
		return missing;
	}

	private async persist(): Promise< Record< string, unknown > | null > {
		if ( this.options.persist === false ) {
			return null;
		}
		const metrics = browserMetrics( this.#steps.steps, performance.now() - this.#started );
		const files = [ ...this.#files, await jsonFile( METRICS_PATH, 'browser-metrics', metrics ) ];
		this.progress( 'persist', 0, files.length, 'Storing the files.' );
		const callback =
			this.options.callback === undefined
				? ( this.session.callback as BrowserCallbackCapability | undefined )
				: ( this.options.callback ?? undefined );
		const answer = await unlessAborted(
			() =>
				persistFiles(
					this.transport,
					{
						session_id: this.session.session_id,
						metadata: { ...this.metadata, operation: OPERATION },
						provenance: {
							source: 'browser-preview',
							steps: this.#steps.steps.length,
							success: this.#steps.success,
						},
					},
					files,
					// The page's own user comes before a capability: that one can be used only once.
					{
						...this.options,
						signal: this.#signal,
						callback: this.options.callback || ! this.transport.hasUser ? callback : undefined,
					}
				),
			this.#signal
		);
		this.#files = files;
		this.progress( 'persist', files.length, files.length, answer.artifact_id );
		return answer;
	}

	private result(
		persistence: Record< string, unknown > | null,
		failure?: { readonly code: string; readonly message: string }
	): BrowserRunResultEnvelope {
		const reference = persistence === null ? null : browserArtifactPersistenceProjection( persistence );
		const artifactRefs: MaterializationArtifactRef[] = reference?.artifactRefs ?? [];
		const metrics = artifactRefs.find( ( ref ) => ref.kind === 'browser-metrics' );
		return browserRunResultEnvelope( {
			operation: OPERATION,
			success: failure === undefined,
			error: failure && { code: failure.code, message: failure.message },
			result: {
				session_id: this.session.session_id,
				steps: this.#steps.steps,
				files: this.#files.map( ( { path, kind, sha256, bytes } ) => ( {
					path,
					kind,
					sha256,
					bytes: bytes.length,
				} ) ),
				persistence: reference,
				verified: persistence !== null,
			},
			artifactRefs,
			metadata: {
				...this.metadata,
				...browserMetrics( this.#steps.steps, performance.now() - this.#started ),
				...( metrics ? { metric_refs: [ metrics ] } : {} ),
			},
		} );
	}

	private progress( phase: RunProgress[ 'phase' ], completed: number, total: number, message: string ): void {
		this.options.onProgress?.( { phase, completed, total, message } );
	}
}

function recipeOf( session: Session ): BrowserRecipe {
	const { recipe } = ( session.task_input ?? {} ) as { recipe?: BrowserRecipe };
	if ( recipe === undefined ) {
		throw new SdkError( 'browser_recipe_missing', 'Pass a recipe, or a session whose task_input holds one.', {
			phase: 'browser_recipe',
		} );
	}
	return recipe;
}
