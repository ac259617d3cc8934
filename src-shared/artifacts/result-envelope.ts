/** What importing and materializing answers with (mission/000, reference §11.9). */
import { canonicalJson } from './canonical-json.ts';
import { isObject } from './manifest-shape.ts';

export const ARTIFACT_RESULT_ENVELOPE_SCHEMA = 'wp-codebox/artifact-result-envelope/v1';

export const ARTIFACT_RESULT_OPERATIONS = [
	'import-artifact-bundle',
	'reimport-artifact-bundle',
	'materialize-replay-package',
	'open',
] as const;

export const ARTIFACT_RESULT_STATUSES = [ 'created', 'existing', 'updated', 'failed', 'skipped' ] as const;

export type ArtifactResultOperation = ( typeof ARTIFACT_RESULT_OPERATIONS )[ number ];
export type ArtifactResultStatus = ( typeof ARTIFACT_RESULT_STATUSES )[ number ];

type Fields = Record< string, unknown >;

/** A reference to something that was made. */
export interface MaterializationArtifactRef {
	kind: string;
	id?: string;
	path?: string;
	url?: string;
	digest?: { algorithm: 'sha256'; value: string };
	metadata?: Fields;
}

export interface MaterializationDiagnostic {
	code: string;
	message: string;
	severity?: 'info' | 'warning' | 'error';
	phase?: string;
	metadata?: Fields;
}

export interface TypedArtifactDTO {
	schema: 'wp-codebox/typed-artifact/v1';
	name: string;
	type: string;
	payload?: unknown;
	payload_schema?: string | Fields;
	path?: string;
	digest?: { algorithm: 'sha256'; value: string };
	metadata: Fields;
	provenance: Fields;
}

/** What every envelope has. */
export interface ArtifactResultEnvelopeBase {
	schema: typeof ARTIFACT_RESULT_ENVELOPE_SCHEMA;
	operation: ArtifactResultOperation;
	status: ArtifactResultStatus;
	success: boolean;
	artifactBundle?: MaterializationArtifactRef;
	artifactRefs: MaterializationArtifactRef[];
	evidenceRefs: MaterializationArtifactRef[];
	typed_artifacts: TypedArtifactDTO[];
	verification?: Fields;
	result?: Fields;
	diagnostics: MaterializationDiagnostic[];
	metadata?: Fields;
}

export interface SuccessfulArtifactResultEnvelope extends ArtifactResultEnvelopeBase {
	status: 'created' | 'existing' | 'updated';
	success: true;
}

export interface FailedArtifactResultEnvelope extends ArtifactResultEnvelopeBase {
	status: 'failed';
	success: false;
	error: { name: string; message: string; code?: string };
}

export interface SkippedArtifactResultEnvelope extends ArtifactResultEnvelopeBase {
	status: 'skipped';
	success: false;
	reason?: string;
}

export type ArtifactResultEnvelope =
	SuccessfulArtifactResultEnvelope | FailedArtifactResultEnvelope | SkippedArtifactResultEnvelope;

/** What an envelope is built from. */
export interface ArtifactResultEnvelopeInput {
	operation: ArtifactResultOperation;
	status: ArtifactResultStatus;
	artifactBundle?: unknown;
	artifactRefs?: readonly unknown[];
	evidenceRefs?: readonly unknown[];
	typed_artifacts?: readonly unknown[];
	verification?: unknown;
	result?: unknown;
	diagnostics?: readonly unknown[];
	metadata?: unknown;
	error?: unknown;
	reason?: string;
}

/**
 * Builds an envelope; `success` follows from `status` and cannot be claimed.
 *
 * @param input Its parts; what is no reference or diagnostic is left out.
 */
export function artifactResultEnvelope( input: ArtifactResultEnvelopeInput ): ArtifactResultEnvelope {
	const bundle = normalizeReference( input.artifactBundle, 'artifact-bundle' );
	const base: Omit< ArtifactResultEnvelopeBase, 'status' | 'success' > = {
		schema: ARTIFACT_RESULT_ENVELOPE_SCHEMA,
		operation: input.operation,
		...( bundle ? { artifactBundle: bundle } : {} ),
		artifactRefs: normalizeReferences( input.artifactRefs ),
		evidenceRefs: normalizeReferences( input.evidenceRefs ),
		typed_artifacts: normalizeArtifactResultTypedArtifacts( input.typed_artifacts ),
		...( isObject( input.verification ) ? { verification: input.verification } : {} ),
		...( isObject( input.result ) ? { result: input.result } : {} ),
		diagnostics: normalizeDiagnostics( input.diagnostics ),
		...( isObject( input.metadata ) ? { metadata: input.metadata } : {} ),
	};
	if ( input.status === 'failed' ) {
		return { ...base, status: 'failed', success: false, error: errorOf( input.error, base.diagnostics ) };
	}
	if ( input.status === 'skipped' ) {
		return { ...base, status: 'skipped', success: false, ...( input.reason ? { reason: input.reason } : {} ) };
	}
	return { ...base, status: input.status, success: true };
}

/**
 * Reads an envelope that someone else made. A status that is unknown, or a success that its status or error denies, is a failure.
 *
 * @param input             Anything.
 * @param fallbackOperation Operation of an envelope that does not say.
 */
export function normalizeArtifactResultEnvelope(
	input: unknown,
	fallbackOperation: ArtifactResultOperation = 'open'
): ArtifactResultEnvelope {
	const fields = isObject( input ) ? input : {};
	const operation = ARTIFACT_RESULT_OPERATIONS.find( ( known ) => known === fields.operation ) ?? fallbackOperation;
	const stated = ARTIFACT_RESULT_STATUSES.find( ( known ) => known === fields.status );
	const status =
		stated === undefined || ( stated !== 'skipped' && ( fields.success === false || isObject( fields.error ) ) )
			? 'failed'
			: stated;
	return artifactResultEnvelope( {
		operation,
		status,
		artifactBundle: fields.artifactBundle,
		artifactRefs: list( fields.artifactRefs ),
		evidenceRefs: list( fields.evidenceRefs ),
		typed_artifacts: list( fields.typed_artifacts ),
		verification: fields.verification,
		result: fields.result,
		diagnostics: list( fields.diagnostics ),
		metadata: fields.metadata,
		error: fields.error,
		...( typeof fields.reason === 'string' ? { reason: fields.reason } : {} ),
	} );
}

/**
 * The envelope of an operation that came to nothing but diagnostics: failed when one of them is an error, else skipped.
 *
 * @param input Operation and diagnostics.
 */
export function artifactDiagnosticsResultEnvelope(
	input: Omit< ArtifactResultEnvelopeInput, 'status' > & { status?: 'failed' | 'skipped' }
): ArtifactResultEnvelope {
	const found = normalizeDiagnostics( input.diagnostics );
	const failed = input.error !== undefined || found.some( ( { severity } ) => ( severity ?? 'error' ) === 'error' );
	return artifactResultEnvelope( { ...input, status: input.status ?? ( failed ? 'failed' : 'skipped' ) } );
}

/**
 * @param value A list of typed artifacts; what has no name or type is left out.
 */
export function normalizeArtifactResultTypedArtifacts( value: unknown ): TypedArtifactDTO[] {
	return list( value ).flatMap( ( item ) => {
		if ( ! isObject( item ) || typeof item.name !== 'string' || typeof item.type !== 'string' ) {
			return [];
		}
		const digest = digestOf( item );
		const payloadSchema = item.payload_schema ?? item.payloadSchema;
		return [
			{
				schema: 'wp-codebox/typed-artifact/v1' as const,
				name: item.name,
				type: item.type,
				...( item.payload !== undefined ? { payload: item.payload } : {} ),
				...( typeof payloadSchema === 'string' || isObject( payloadSchema )
					? { payload_schema: payloadSchema }
					: {} ),
				...( typeof item.path === 'string' ? { path: item.path } : {} ),
				...( digest ? { digest } : {} ),
				metadata: isObject( item.metadata ) ? item.metadata : {},
				provenance: isObject( item.provenance ) ? item.provenance : {},
			},
		];
	} );
}

/**
 * @param value References; what is none is left out, and one that is there twice is there once.
 */
export function normalizeReferences( value: unknown ): MaterializationArtifactRef[] {
	const seen = new Map< string, MaterializationArtifactRef >();
	for ( const item of list( value ) ) {
		const found = normalizeReference( item );
		if ( found ) {
			seen.set(
				canonicalJson(
					[ found.kind, found.id, found.path, found.url, found.digest?.value ].map( ( part ) => part ?? null )
				),
				found
			);
		}
	}
	return [ ...seen.values() ];
}

/**
 * @param value        A reference, in one of the spellings that are about.
 * @param fallbackKind Kind of one that does not say.
 */
export function normalizeReference( value: unknown, fallbackKind?: string ): MaterializationArtifactRef | undefined {
	if ( ! isObject( value ) ) {
		return undefined;
	}
	const kind = [ value.kind, value.role, fallbackKind ].find(
		( candidate ) => typeof candidate === 'string' && candidate !== ''
	);
	if ( typeof kind !== 'string' ) {
		return undefined;
	}
	const id = value.id ?? value.artifact_id;
	const path = value.path ?? value.directory;
	const digest = digestOf( value );
	return {
		kind,
		...( typeof id === 'string' ? { id } : {} ),
		...( typeof path === 'string' ? { path } : {} ),
		...( typeof value.url === 'string' ? { url: value.url } : {} ),
		...( digest ? { digest } : {} ),
		...( isObject( value.metadata ) ? { metadata: value.metadata } : {} ),
	};
}

function digestOf( value: Fields ): { algorithm: 'sha256'; value: string } | undefined {
	for ( const candidate of [ value.digest, value.sha256, value.contentDigest, value.content_digest ] ) {
		const text = isObject( candidate ) ? candidate.value : candidate;
		const hex = typeof text === 'string' ? text.replace( /^sha256:/, '' ) : '';
		if ( /^[0-9a-f]{64}$/.test( hex ) ) {
			return { algorithm: 'sha256', value: hex };
		}
	}
	return undefined;
}

/**
 * @param value Diagnostics; what has no code or no message is left out.
 */
export function normalizeDiagnostics( value: unknown ): MaterializationDiagnostic[] {
	return list( value ).flatMap( ( item ) => {
		if ( ! isObject( item ) || typeof item.code !== 'string' || typeof item.message !== 'string' ) {
			return [];
		}
		const severity = ( [ 'info', 'warning', 'error' ] as const ).find( ( known ) => known === item.severity );
		return [
			{
				code: item.code,
				message: item.message,
				...( severity ? { severity } : {} ),
				...( typeof item.phase === 'string' ? { phase: item.phase } : {} ),
				...( isObject( item.metadata ) ? { metadata: item.metadata } : {} ),
			},
		];
	} );
}

function errorOf(
	error: unknown,
	found: readonly MaterializationDiagnostic[]
): FailedArtifactResultEnvelope[ 'error' ] {
	if ( isObject( error ) || error instanceof Error ) {
		const { name, message, code } = error as { name?: unknown; message?: unknown; code?: unknown };
		return {
			name: typeof name === 'string' ? name : 'Error',
			message: typeof message === 'string' && message !== '' ? message : 'The operation failed.',
			...( typeof code === 'string' ? { code } : {} ),
		};
	}
	const [ first ] = found;
	return first
		? { name: 'Error', message: first.message, code: first.code }
		: {
				name: 'Error',
				message: typeof error === 'string' && error !== '' ? error : 'The operation failed without saying why.',
			};
}

function list( value: unknown ): readonly unknown[] {
	return Array.isArray( value ) ? value : [];
}
