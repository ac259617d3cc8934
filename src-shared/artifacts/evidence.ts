/** Evidence that a reviewer can open: evidence-artifact-envelope/v1 (reference §11.11). */
import { publicUrl, safeArtifactRelativePath } from './export-links.ts';
import type { ArtifactFileDigest } from './manifest.ts';
import { isObject } from './manifest-shape.ts';
import { pathProblem } from './path-policy.ts';
import { normalizeArtifactDigest } from './public-refs.ts';

export const EVIDENCE_ARTIFACT_ENVELOPE_SCHEMA = 'wp-codebox/evidence-artifact-envelope/v1';
export const BROWSER_EVIDENCE_CAPTURE_SCHEMA = 'wp-codebox/browser-evidence-capture/v1';

const STATUSES = [ 'passed', 'failed', 'errored', 'skipped', 'unknown' ] as const;

export type EvidenceCaptureStatus = ( typeof STATUSES )[ number ];

export interface EvidenceArtifactDigestInput {
	algorithm?: string;
	value?: string;
}

export interface ReviewerSafeArtifactRef {
	path: string;
	kind: string;
	label?: string;
	contentType?: string;
	digest?: ArtifactFileDigest;
	publicUrl?: string;
	metadata?: Record< string, unknown >;
}

export interface ReviewerSafeArtifactRefInput {
	path: string;
	kind: string;
	label?: string;
	contentType?: string;
	digest?: EvidenceArtifactDigestInput;
	publicUrl?: string;
	metadata?: Record< string, unknown >;
}

export interface BrowserEvidenceCapture {
	schema: typeof BROWSER_EVIDENCE_CAPTURE_SCHEMA;
	id: string;
	status: EvidenceCaptureStatus;
	url?: string;
	finalUrl?: string;
	title?: string;
	summary?: string;
	startedAt?: string;
	completedAt?: string;
	artifacts: ReviewerSafeArtifactRef[];
	metadata?: Record< string, unknown >;
}

export interface BrowserEvidenceCaptureInput {
	id: string;
	status?: string;
	url?: string;
	finalUrl?: string;
	title?: string;
	summary?: string;
	startedAt?: string | Date;
	completedAt?: string | Date;
	artifacts?: ReviewerSafeArtifactRefInput[];
	metadata?: Record< string, unknown >;
}

export interface EvidenceArtifactEnvelope {
	schema: typeof EVIDENCE_ARTIFACT_ENVELOPE_SCHEMA;
	id: string;
	subject?: { kind: string; id?: string; label?: string };
	status: EvidenceCaptureStatus;
	summary?: string;
	createdAt: string;
	artifacts: ReviewerSafeArtifactRef[];
	browserCaptures: BrowserEvidenceCapture[];
	metadata?: Record< string, unknown >;
}

export interface EvidenceArtifactEnvelopeInput {
	id: string;
	subject?: { kind: string; id?: string; label?: string };
	status?: string;
	summary?: string;
	createdAt?: string | Date;
	artifacts?: ReviewerSafeArtifactRefInput[];
	browserCaptures?: BrowserEvidenceCaptureInput[];
	metadata?: Record< string, unknown >;
}

export interface EvidenceArtifactEnvelopeValidationResult {
	valid: boolean;
	errors: string[];
}

/** Where files are published; files get addresses below it. */
export interface EvidenceStorage {
	publicBaseUrl?: string;
}

/**
 * @param  input   A file of a bundle.
 * @param  storage Where files are published.
 * @throws {Error} for a path that no bundle may hold, or an address that only this machine can open.
 */
export function reviewerSafeArtifactRef(
	input: ReviewerSafeArtifactRefInput,
	storage: EvidenceStorage = {}
): ReviewerSafeArtifactRef {
	const path = safeArtifactRelativePath( input.path );
	const stated =
		input.publicUrl ??
		( storage.publicBaseUrl ? new URL( encodeURI( path ), withSlash( storage.publicBaseUrl ) ).href : undefined );
	if ( stated !== undefined && ! publicUrl( stated ) ) {
		throw new Error( 'publicUrl has to be a public http or https address.' );
	}
	const digest = normalizeArtifactDigest( input.digest );
	return {
		path,
		kind: input.kind,
		...defined( {
			label: input.label,
			contentType: input.contentType,
			digest,
			publicUrl: stated,
			metadata: input.metadata,
		} ),
	};
}

/**
 * @param input   What a browser saw.
 * @param storage Where files are published.
 */
export function browserEvidenceCapture(
	input: BrowserEvidenceCaptureInput,
	storage: EvidenceStorage = {}
): BrowserEvidenceCapture {
	return {
		schema: BROWSER_EVIDENCE_CAPTURE_SCHEMA,
		id: input.id,
		status: statusOf( input.status ),
		...defined( {
			url: input.url,
			finalUrl: input.finalUrl,
			title: input.title,
			summary: input.summary,
			startedAt: time( input.startedAt ),
			completedAt: time( input.completedAt ),
		} ),
		artifacts: ( input.artifacts ?? [] ).map( ( artifact ) => reviewerSafeArtifactRef( artifact, storage ) ),
		...defined( { metadata: input.metadata } ),
	};
}

/**
 * @param input   What there is to show.
 * @param storage Where files are published.
 */
export function evidenceArtifactEnvelope(
	input: EvidenceArtifactEnvelopeInput,
	storage: EvidenceStorage = {}
): EvidenceArtifactEnvelope {
	return {
		schema: EVIDENCE_ARTIFACT_ENVELOPE_SCHEMA,
		id: input.id,
		...defined( { subject: input.subject } ),
		status: statusOf( input.status ),
		...defined( { summary: input.summary } ),
		createdAt: time( input.createdAt ) ?? new Date().toISOString(),
		artifacts: ( input.artifacts ?? [] ).map( ( artifact ) => reviewerSafeArtifactRef( artifact, storage ) ),
		browserCaptures: ( input.browserCaptures ?? [] ).map( ( capture ) =>
			browserEvidenceCapture( capture, storage )
		),
		...defined( { metadata: input.metadata } ),
	};
}

/**
 * @param value Anything.
 * @return Every mistake, each naming its field.
 */
export function validateEvidenceArtifactEnvelope( value: unknown ): EvidenceArtifactEnvelopeValidationResult {
	if ( ! isObject( value ) ) {
		return { valid: false, errors: [ 'the envelope has to be an object' ] };
	}
	const errors = [
		...( value.schema === EVIDENCE_ARTIFACT_ENVELOPE_SCHEMA
			? []
			: [ `schema has to be ${ EVIDENCE_ARTIFACT_ENVELOPE_SCHEMA }` ] ),
		...( typeof value.id === 'string' && value.id !== '' ? [] : [ 'id has to be a text' ] ),
		...( isStatus( value.status ) ? [] : [ `status has to be one of ${ STATUSES.join( ', ' ) }` ] ),
		...( typeof value.createdAt === 'string' && ! Number.isNaN( Date.parse( value.createdAt ) )
			? []
			: [ 'createdAt has to be a time' ] ),
		...refErrors( value.artifacts, 'artifacts' ),
		...captureErrors( value.browserCaptures ),
	];
	return { valid: errors.length === 0, errors };
}

function captureErrors( captures: unknown ): string[] {
	if ( ! Array.isArray( captures ) ) {
		return [ 'browserCaptures has to be a list' ];
	}
	return captures.flatMap( ( capture: unknown, index ) => {
		const at = `browserCaptures[${ index }]`;
		if ( ! isObject( capture ) ) {
			return [ `${ at } has to be an object` ];
		}
		return [
			...( typeof capture.id === 'string' && capture.id !== '' ? [] : [ `${ at }.id has to be a text` ] ),
			...( isStatus( capture.status ) ? [] : [ `${ at }.status has to be one of ${ STATUSES.join( ', ' ) }` ] ),
			...refErrors( capture.artifacts, `${ at }.artifacts` ),
		];
	} );
}

function refErrors( refs: unknown, at: string ): string[] {
	if ( ! Array.isArray( refs ) ) {
		return [ `${ at } has to be a list` ];
	}
	return refs.flatMap( ( ref: unknown, index ) => {
		if ( ! isObject( ref ) || typeof ref.path !== 'string' || typeof ref.kind !== 'string' ) {
			return [ `${ at }[${ index }] needs path and kind` ];
		}
		const problem = pathProblem( ref.path );
		return [
			...( problem ? [ `${ at }[${ index }].path is not allowed: ${ problem }` ] : [] ),
			...( ref.publicUrl === undefined || publicUrl( ref.publicUrl )
				? []
				: [ `${ at }[${ index }].publicUrl has to be a public address` ] ),
		];
	} );
}

function isStatus( value: unknown ): value is EvidenceCaptureStatus {
	return STATUSES.some( ( status ) => status === value );
}

function statusOf( value: unknown ): EvidenceCaptureStatus {
	return isStatus( value ) ? value : 'unknown';
}

function time( value: string | Date | undefined ): string | undefined {
	return value instanceof Date ? value.toISOString() : value;
}

function withSlash( url: string ): string {
	return url.endsWith( '/' ) ? url : `${ url }/`;
}

function defined< Fields extends object >(
	fields: Fields
): { [ Name in keyof Fields ]?: NonNullable< Fields[ Name ] > } {
	return Object.fromEntries( Object.entries( fields ).filter( ( [ , value ] ) => value !== undefined ) ) as {
		[ Name in keyof Fields ]?: NonNullable< Fields[ Name ] >;
	};
}
