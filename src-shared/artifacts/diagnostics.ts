/** What tools report about artifacts, in one shape: artifact-diagnostics/v1 (reference §11.11). */
import { isObject } from './manifest-shape.ts';

export const ARTIFACT_DIAGNOSTICS_SCHEMA = 'wp-codebox/artifact-diagnostics/v1';

const SEVERITIES = [ 'error', 'warning', 'info' ] as const;

export type ArtifactDiagnosticSeverity = ( typeof SEVERITIES )[ number ];

export interface ArtifactDiagnosticRef {
	path?: string;
	kind?: string;
	id?: string;
	url?: string;
}

export type ArtifactDiagnosticNormalizerRef = ArtifactDiagnosticRef;

export interface ArtifactDiagnostic {
	id: string;
	type: string;
	severity: ArtifactDiagnosticSeverity;
	message: string;
	category?: string;
	source?: string;
	path?: string;
	selector?: string;
	stage?: string;
	code?: string;
	provenance?: Record< string, unknown >;
	refs?: ArtifactDiagnosticRef[];
	details?: Record< string, unknown >;
}

export interface ArtifactDiagnostics {
	schema: typeof ARTIFACT_DIAGNOSTICS_SCHEMA;
	status: 'clean' | 'reported';
	summary: { total: number; errors: number; warnings: number; infos: number };
	diagnostics: ArtifactDiagnostic[];
}

export interface ArtifactDiagnosticNormalizerOptions {
	source?: string;
	stage?: string;
	observationType?: string;
	refs?: ArtifactDiagnosticRef[];
}

/**
 * Collects diagnostics from a list, or from the `diagnostics`, `violations`, `errors` and `warnings` of a result.
 *
 * @param input   Anything.
 * @param options Fields for what a diagnostic leaves out.
 */
export function buildArtifactDiagnostics(
	input: unknown,
	options: ArtifactDiagnosticNormalizerOptions = {}
): ArtifactDiagnostics {
	const diagnostics = entries( input ).flatMap( ( [ entry, severity ], index ) =>
		diagnostic( entry, severity, index, options )
	);
	const count = ( severity: ArtifactDiagnosticSeverity ) =>
		diagnostics.filter( ( one ) => one.severity === severity ).length;
	return {
		schema: ARTIFACT_DIAGNOSTICS_SCHEMA,
		status: diagnostics.length === 0 ? 'clean' : 'reported',
		summary: {
			total: diagnostics.length,
			errors: count( 'error' ),
			warnings: count( 'warning' ),
			infos: count( 'info' ),
		},
		diagnostics,
	};
}

/**
 * The same; a document that is one already has its summary counted again.
 *
 * @param input   Anything.
 * @param options Fields for what a diagnostic leaves out.
 */
export function normalizeArtifactDiagnostics(
	input: unknown,
	options: ArtifactDiagnosticNormalizerOptions = {}
): ArtifactDiagnostics {
	return buildArtifactDiagnostics( input, options );
}

/**
 * @param input Anything.
 */
export function isArtifactDiagnostics( input: unknown ): input is ArtifactDiagnostics {
	return isObject( input ) && input.schema === ARTIFACT_DIAGNOSTICS_SCHEMA && Array.isArray( input.diagnostics );
}

function entries( input: unknown ): ( readonly [ unknown, ArtifactDiagnosticSeverity ] )[] {
	if ( Array.isArray( input ) ) {
		return input.map( ( entry ) => [ entry, 'error' ] as const );
	}
	if ( ! isObject( input ) ) {
		return [];
	}
	const lists = [
		[ input.diagnostics, 'error' ],
		[ input.violations, 'error' ],
		[ input.errors, 'error' ],
		[ input.warnings, 'warning' ],
	] as const;
	return lists.flatMap( ( [ list, severity ] ) =>
		Array.isArray( list ) ? list.map( ( entry ) => [ entry, severity ] as const ) : []
	);
}

function diagnostic(
	entry: unknown,
	fallback: ArtifactDiagnosticSeverity,
	index: number,
	options: ArtifactDiagnosticNormalizerOptions
): ArtifactDiagnostic[] {
	const fields = typeof entry === 'string' ? { message: entry } : entry;
	if ( ! isObject( fields ) || typeof fields.message !== 'string' ) {
		return [];
	}
	const optional = Object.fromEntries(
		[ 'category', 'source', 'path', 'selector', 'stage', 'code' ].flatMap( ( name ) => {
			const value = fields[ name ] ?? ( options as Record< string, unknown > )[ name ];
			return typeof value === 'string' ? [ [ name, value ] ] : [];
		} )
	);
	const refs = Array.isArray( fields.refs )
		? ( fields.refs.filter( isObject ) as ArtifactDiagnosticRef[] )
		: options.refs;
	return [
		{
			id: typeof fields.id === 'string' ? fields.id : `diagnostic-${ index + 1 }`,
			type:
				typeof fields.type === 'string'
					? fields.type
					: ( options.observationType ?? optional.code ?? 'diagnostic' ),
			severity: SEVERITIES.find( ( known ) => known === fields.severity ) ?? fallback,
			message: fields.message,
			...optional,
			...( isObject( fields.provenance ) ? { provenance: fields.provenance } : {} ),
			...( refs ? { refs } : {} ),
			...( isObject( fields.details ) ? { details: fields.details } : {} ),
		},
	];
}
