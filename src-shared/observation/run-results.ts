import { normalizeArtifactRefs } from '../browser/artifact-refs.ts';
import { schemaId } from '../contracts/schema-id.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';

export const BROWSER_RUN_RESULT_SCHEMA = schemaId( 'browser-run-result' );
export const ARTIFACT_RESULT_ENVELOPE_SCHEMA = schemaId( 'artifact-result-envelope' );
export const RUNTIME_COMMAND_RESULT_SCHEMA = schemaId( 'runtime-command-result' );
export const RECIPE_RUN_SUMMARY_SCHEMA = schemaId( 'recipe-run-summary' );
export const AGENT_TERMINAL_RESULT_SCHEMA = schemaId( 'agent-terminal-result' );

export interface MaterializationArtifactRef {
	id?: string;
	kind?: string;
	path?: string;
	url?: string;
	sha256?: string;
	bytes?: number;
	metadata?: Record< string, unknown >;
	[ more: string ]: unknown;
}

export interface MaterializationDiagnostic {
	code?: string;
	message: string;
	severity?: string;
	[ more: string ]: unknown;
}

export interface RunResultError {
	code: string;
	message: string;
	data?: unknown;
}

export type BrowserRunResultStatus = 'completed' | 'failed' | 'skipped';

export interface BrowserRunResultEnvelopeBase {
	schema: typeof BROWSER_RUN_RESULT_SCHEMA;
	operation: string;
	status: BrowserRunResultStatus;
	success: boolean;
	result: Record< string, unknown > | null;
	artifactRefs: MaterializationArtifactRef[];
	diagnostics: MaterializationDiagnostic[];
	metadata?: Record< string, unknown >;
}

export interface CompletedBrowserRunResultEnvelope extends BrowserRunResultEnvelopeBase {
	status: 'completed';
	success: true;
	result: Record< string, unknown >;
}

export interface FailedBrowserRunResultEnvelope extends BrowserRunResultEnvelopeBase {
	status: 'failed';
	success: false;
	error: RunResultError;
}

export interface SkippedBrowserRunResultEnvelope extends BrowserRunResultEnvelopeBase {
	status: 'skipped';
	success: false;
	reason?: string;
}

export type BrowserRunResultEnvelope =
	CompletedBrowserRunResultEnvelope | FailedBrowserRunResultEnvelope | SkippedBrowserRunResultEnvelope;

export interface BrowserRunResultInput {
	readonly operation: string;
	readonly status?: string;
	readonly success?: boolean;
	readonly result?: Record< string, unknown > | null;
	readonly error?: Partial< RunResultError > | string;
	readonly reason?: string;
	readonly artifactRefs?: readonly MaterializationArtifactRef[];
	readonly diagnostics?: readonly MaterializationDiagnostic[];
	readonly metadata?: Record< string, unknown >;
}

/**
 * A `wp-codebox/browser-run-result/v1` document. `completed` needs a result, no error and nothing that says otherwise.
 *
 * @param input What the run came to.
 */
export function browserRunResultEnvelope( input: BrowserRunResultInput ): BrowserRunResultEnvelope {
	const common = {
		schema: BROWSER_RUN_RESULT_SCHEMA as typeof BROWSER_RUN_RESULT_SCHEMA,
		operation: input.operation,
		artifactRefs: [ ...( input.artifactRefs ?? [] ) ],
		diagnostics: [ ...( input.diagnostics ?? [] ) ],
		metadata: input.metadata,
	};
	if ( input.status === 'skipped' ) {
		return withoutUndefined( {
			...common,
			status: 'skipped' as const,
			success: false as const,
			result: input.result ?? null,
			reason: input.reason,
		} );
	}
	const completed =
		input.error === undefined &&
		input.success !== false &&
		Boolean( input.result ) &&
		[ undefined, 'completed', 'success', 'ok' ].includes( input.status );
	if ( completed ) {
		return withoutUndefined( {
			...common,
			status: 'completed' as const,
			success: true as const,
			result: input.result as Record< string, unknown >,
		} );
	}
	return withoutUndefined( {
		...common,
		status: 'failed' as const,
		success: false as const,
		result: input.result ?? null,
		error: runError( input.error, 'browser-run-failed', `The browser run ${ input.operation } did not complete.` ),
	} );
}

/**
 * Reads an answer of any browser runner.
 *
 * @param input     Anything; what is no object failed.
 * @param operation Name of the operation, when the answer does not say.
 */
export function normalizeBrowserRunResult( input: unknown, operation = 'browser-run' ): BrowserRunResultEnvelope {
	if ( input === null || typeof input !== 'object' || Array.isArray( input ) ) {
		return browserRunResultEnvelope( {
			operation,
			error: { code: 'browser-run-invalid-result', message: 'The browser run did not answer with an object.' },
		} );
	}
	const raw = {
		...input,
		artifactRefs: normalizeArtifactRefs( ( input as BrowserRunResultInput ).artifactRefs ),
		diagnostics: normalizeDiagnostics( ( input as BrowserRunResultInput ).diagnostics ),
	} as Partial< BrowserRunResultInput > & Record< string, unknown >;
	if ( raw.schema === BROWSER_RUN_RESULT_SCHEMA || raw.result !== undefined || raw.error !== undefined ) {
		const result = typeof raw.result === 'object' && ! Array.isArray( raw.result ) ? raw.result : null;
		return browserRunResultEnvelope( { ...raw, result, operation: raw.operation ?? operation } );
	}
	const { success, status, artifactRefs, diagnostics, metadata, ...result } = raw;
	return browserRunResultEnvelope( { operation, success, status, artifactRefs, diagnostics, metadata, result } );
}

/**
 * @param error    What is known of it.
 * @param code     When it has no code.
 * @param sentence When it has no message.
 */
function runError( error: BrowserRunResultInput[ 'error' ], code: string, sentence: string ): RunResultError {
	if ( typeof error === 'string' ) {
		return { code, message: error };
	}
	return { ...error, code: error?.code ?? code, message: error?.message ?? sentence };
}

const SEVERITIES: readonly unknown[] = [ 'info', 'warning', 'error' ];

/**
 * @param diagnostics What the runner said; what has no message is left out, an unknown severity dropped.
 */
function normalizeDiagnostics( diagnostics: unknown ): MaterializationDiagnostic[] {
	return ( Array.isArray( diagnostics ) ? ( diagnostics as unknown[] ) : [] )
		.filter(
			( item ): item is MaterializationDiagnostic =>
				typeof item === 'object' &&
				item !== null &&
				typeof ( item as { message?: unknown } ).message === 'string'
		)
		.map(
			( { severity, ...rest } ) =>
				( SEVERITIES.includes( severity ) ? { ...rest, severity } : rest ) as MaterializationDiagnostic
		);
}
