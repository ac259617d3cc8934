/** What came of making something out of artifacts, phase by phase (`materialization-result/v1`, reference §11.11). */
import { isObject } from './manifest-shape.ts';
import {
	normalizeDiagnostics,
	normalizeReference,
	normalizeReferences,
	type MaterializationArtifactRef,
	type MaterializationDiagnostic,
} from './result-envelope.ts';

export const MATERIALIZATION_RESULT_SCHEMA = 'wp-codebox/materialization-result/v1';

const STATUSES = [ 'completed', 'failed', 'skipped' ] as const;

export type MaterializationStatus = ( typeof STATUSES )[ number ];

export interface MaterializationPhaseResult {
	phase: string;
	status: MaterializationStatus;
	success: boolean;
	artifactRefs: MaterializationArtifactRef[];
	diagnostics: MaterializationDiagnostic[];
	metadata?: Record< string, unknown >;
}

export interface MaterializationResultEnvelope {
	schema: typeof MATERIALIZATION_RESULT_SCHEMA;
	status: MaterializationStatus;
	/** Completed, and no phase failed. */
	success: boolean;
	task?: Record< string, unknown >;
	phases: MaterializationPhaseResult[];
	artifactRefs: MaterializationArtifactRef[];
	diagnostics: MaterializationDiagnostic[];
	projections?: Record< string, unknown >;
	metadata?: Record< string, unknown >;
	result?: Record< string, unknown >;
	report: Record< string, unknown >;
	response?: Record< string, unknown >;
}

export type CompletedMaterializationResultEnvelope = MaterializationResultEnvelope & {
	status: 'completed';
	success: true;
};

export type MaterializationResultEnvelopeExtraction =
	| { found: true; envelope: MaterializationResultEnvelope }
	| { found: false; envelope: MaterializationResultEnvelope; message: string };

/**
 * @param input    A reference.
 * @param defaults What it has where it says nothing.
 */
export function normalizeMaterializationArtifactRef(
	input: unknown,
	defaults: Partial< MaterializationArtifactRef > = {}
): MaterializationArtifactRef | undefined {
	return isObject( input ) ? normalizeReference( { ...defaults, ...input } ) : undefined;
}

/**
 * @param inputs References; what is none is left out, and one that is there twice is there once.
 */
export function normalizeMaterializationArtifactRefs( inputs: unknown[] | undefined ): MaterializationArtifactRef[] {
	return normalizeReferences( inputs );
}

/**
 * @param input `phase`, `status` and what came of it; a status that is unknown is a failure.
 */
export function materializationPhaseResult( input: object ): MaterializationPhaseResult {
	const fields = input as Record< string, unknown >;
	const diagnostics = normalizeDiagnostics( fields.diagnostics );
	const status = statusOf( fields, diagnostics );
	return {
		phase: typeof fields.phase === 'string' && fields.phase !== '' ? fields.phase : 'materialize',
		status,
		success: status === 'completed',
		artifactRefs: normalizeReferences( fields.artifactRefs ),
		diagnostics,
		...( isObject( fields.metadata ) ? { metadata: fields.metadata } : {} ),
	};
}

/**
 * Builds an envelope; a phase that failed fails it, and `success` cannot be claimed.
 *
 * @param input Its parts.
 */
export function materializationResultEnvelope( input: object ): MaterializationResultEnvelope {
	const fields = input as Record< string, unknown >;
	const phases = list( fields.phases ).filter( isObject ).map( materializationPhaseResult );
	const diagnostics = normalizeDiagnostics( fields.diagnostics );
	const stated = statusOf( fields, diagnostics );
	const status = phases.some( ( phase ) => phase.status === 'failed' ) ? 'failed' : stated;
	const objects = [ 'task', 'projections', 'metadata', 'result', 'response' ].filter( ( name ) =>
		isObject( fields[ name ] )
	);
	return {
		schema: MATERIALIZATION_RESULT_SCHEMA,
		status,
		success: status === 'completed',
		phases,
		artifactRefs: normalizeReferences( [
			...list( fields.artifactRefs ),
			...phases.flatMap( ( phase ) => phase.artifactRefs ),
		] ),
		diagnostics,
		...Object.fromEntries( objects.map( ( name ) => [ name, fields[ name ] ] ) ),
		report: isObject( fields.report ) ? fields.report : {},
	};
}

/**
 * Reads an envelope that someone else made; what is none is a failure that says so.
 *
 * @param materialization Anything.
 * @param fallbackMessage Said where there is no envelope.
 */
export function normalizeMaterializationResultEnvelope(
	materialization: unknown,
	fallbackMessage = 'There is no materialization result.'
): MaterializationResultEnvelope {
	return extractMaterializationResultEnvelope( materialization, fallbackMessage ).envelope;
}

/**
 * Looks for an envelope: the value itself, or its `result`, `materialization` or `response`.
 *
 * @param materialization Anything.
 * @param fallbackMessage Said where there is none.
 */
export function extractMaterializationResultEnvelope(
	materialization: unknown,
	fallbackMessage = 'There is no materialization result.'
): MaterializationResultEnvelopeExtraction {
	const fields = isObject( materialization ) ? materialization : {};
	const found = [ fields, fields.result, fields.materialization, fields.response ].find(
		( candidate ) => isObject( candidate ) && candidate.schema === MATERIALIZATION_RESULT_SCHEMA
	);
	return found
		? { found: true, envelope: materializationResultEnvelope( found ) }
		: {
				found: false,
				message: fallbackMessage,
				envelope: materializationResultEnvelope( {
					status: 'failed',
					diagnostics: [
						{ code: 'materialization_result_missing', message: fallbackMessage, severity: 'error' },
					],
				} ),
			};
}

/**
 * @param  envelope An envelope.
 * @throws {Error} saying what it ended with, unless it was completed.
 */
export function requireCompletedMaterializationResultEnvelope(
	envelope: MaterializationResultEnvelope
): CompletedMaterializationResultEnvelope {
	if ( envelope.status !== 'completed' || ! envelope.success ) {
		const [ first ] = [ ...envelope.diagnostics, ...envelope.phases.flatMap( ( phase ) => phase.diagnostics ) ];
		throw new Error(
			`The materialization is ${ envelope.status }${ first ? `: ${ first.message } (${ first.code })` : '.' }`
		);
	}
	return envelope as CompletedMaterializationResultEnvelope;
}

function statusOf(
	fields: Record< string, unknown >,
	diagnostics: readonly MaterializationDiagnostic[]
): MaterializationStatus {
	const stated = STATUSES.find( ( known ) => known === fields.status ) ?? 'failed';
	const denied = fields.success === false || diagnostics.some( ( { severity } ) => severity === 'error' );
	return stated === 'completed' && denied ? 'failed' : stated;
}

function list( value: unknown ): readonly unknown[] {
	return Array.isArray( value ) ? value : [];
}
