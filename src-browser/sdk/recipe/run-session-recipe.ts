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
import { jsonFile, METRICS_PATH, persistFiles, type PersistOptions } from './persist.ts';
import { RunRecord } from './run-record.ts';
import { runRecipe, unlessAborted, type RecipeResult } from './run-recipe.ts';
import { checkSteps, type StepResult } from './steps.ts';
import { storeUnfinishedRuns, type RecoveredRun } from './unfinished-runs.ts';

const OPERATION = 'run-browser-session-recipe';
const DEFAULT_TIMEOUT_MS = 120_000;

/** Files are noted after each step as long as that takes no longer. */
const NOTE_WITHIN_MS = 250;

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
 * A step that failed makes the result `failed`; what was collected is stored all the same, as evidence. So is what
 * a run had when its tab was closed or the site was out of reach: the next run in this browser stores it and names
 * it as `metadata.recovered_runs`.
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
	#recovered: readonly RecoveredRun[] = [];
	#notesFiles = true;

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
		const record = this.isStoredByUser ? await RunRecord.begin( this.transport.root, this.request ) : null;
		const recovering = this.isStoredByUser ? storeUnfinishedRuns( this.transport, this.#signal ) : [];
		try {
			this.progress( 'validate', 0, total, 'The recipe is valid.' );
			const done: StepResult[] = [];
			this.#steps = await runRecipe( this.client, this.recipe, {
				signal: this.#signal,
				onStep: async ( result ) => {
					done.push( result );
					if ( done.length < total ) {
						await this.note( record, done );
					}
					this.progress( 'steps', result.index + 1, total, `${ result.step }: ${ result.status }` );
				},
			} );
			const missing = await this.collect();
			await record?.note( this.#steps.steps, this.#files );
			const persistence = await this.persist();
			await record?.end();
			this.#recovered = await recovering;
			const failure = this.#steps.steps.find( ( step ) => step.status === 'failed' )?.error ?? missing;
			this.progress( 'done', total, total, failure ? failure.message : 'The run completed.' );
			return this.result( persistence, failure );
		} catch ( error ) {
			const failure = SdkError.from( error, 'browser_run' );
			await ( this.isFinal( failure ) ? record?.end() : record?.leave() );
			this.#recovered = await recovering;
			this.progress( 'done', this.#steps.steps.length, total, failure.message );
			return this.result( null, failure );
		}
	}

	/** Without a user of the page there is nobody in whose name another page could store the files later. */
	private get isStoredByUser(): boolean {
		const { persist, persistArtifact, callback } = this.options;
		return persist !== false && ! persistArtifact && ! callback && this.transport.hasUser;
	}

	private get request(): Record< string, unknown > {
		return { session_id: this.session.session_id, metadata: { ...this.metadata, operation: OPERATION } };
	}

	/** The caller ended the run, or the site refused its files for what they are: later is no better. */
	private isFinal( { status, code }: SdkError ): boolean {
		const isRefused = status !== null && status >= 400 && status < 500 && status !== 401 && status !== 403;
		return this.options.signal?.aborted === true || isRefused || code === 'browser_persist_digest_mismatch';
	}

	/** Keeps what is there so far: the tab may be closed during the next step. */
	private async note( record: RunRecord | null, steps: readonly StepResult[] ): Promise< void > {
		if ( record === null ) {
			return;
		}
		const started = performance.now();
		const files: CollectedFile[] = [];
		for ( const entry of this.#notesFiles ? ( this.recipe.collect ?? [] ) : [] ) {
			// What a later step makes is not there yet.
			const collecting = unlessAborted( () => collectFiles( this.client, [ entry ] ), this.#signal );
			files.push( ...( await collecting.catch( () => [] ) ) );
		}
		this.#files = this.#notesFiles ? files : this.#files;
		this.#notesFiles &&= performance.now() - started < NOTE_WITHIN_MS;
		await record.note( steps, this.#files );
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
						...this.request,
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
				...( this.#recovered.length > 0 ? { recovered_runs: this.#recovered } : {} ),
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
