/** References to artifacts as consumers see them: artifact-ref/v1 (mission/000, reference §11.11). */
import { isObject } from './manifest-shape.ts';

export const PUBLIC_ARTIFACT_REF_DTO_SCHEMA = 'wp-codebox/artifact-ref/v1';

export interface PublicArtifactRefDTO {
	schema: typeof PUBLIC_ARTIFACT_REF_DTO_SCHEMA;
	kind: string;
	id?: string;
	path?: string;
	url?: string;
	contentType?: string;
	sha256?: string;
	digest?: { algorithm: 'sha256'; value: string };
	size_bytes?: number;
	label?: string;
	metadata?: Record< string, unknown >;
}

export interface PublicArtifactRefGroups {
	all: PublicArtifactRefDTO[];
	artifact_bundles: PublicArtifactRefDTO[];
	changed_files: PublicArtifactRefDTO[];
	patches: PublicArtifactRefDTO[];
	browser: PublicArtifactRefDTO[];
	logs: PublicArtifactRefDTO[];
	transcripts: PublicArtifactRefDTO[];
}

/** A digest in one of the forms that results have. */
export interface ArtifactReferenceDigestInput {
	algorithm?: string;
	value?: string;
	sha256?: string | ArtifactReferenceDigestInput;
	digest?: string | ArtifactReferenceDigestInput;
	contentDigest?: string | ArtifactReferenceDigestInput;
}

/**
 * @param input A digest as text (with or without `sha256:`) or in an object.
 * @return Undefined for what is no SHA-256.
 */
export function normalizeArtifactDigest(
	input: string | ArtifactReferenceDigestInput | undefined
): { algorithm: 'sha256'; value: string } | undefined {
	if ( typeof input === 'string' ) {
		const value = input.replace( /^sha256:/, '' ).toLowerCase();
		return /^[0-9a-f]{64}$/.test( value ) ? { algorithm: 'sha256', value } : undefined;
	}
	if ( ! isObject( input ) || ( input.algorithm !== undefined && input.algorithm !== 'sha256' ) ) {
		return undefined;
	}
	const { value, sha256, digest, contentDigest } = input as ArtifactReferenceDigestInput;
	for ( const candidate of [ value, sha256, digest, contentDigest ] ) {
		const found = normalizeArtifactDigest( candidate );
		if ( found ) {
			return found;
		}
	}
	return undefined;
}

/** The same for the digest of one file. */
export const normalizeArtifactFileDigest = normalizeArtifactDigest;

/**
 * Reads one reference in any of the spellings that results have.
 *
 * @param input    Anything.
 * @param defaults Fields for what the input leaves out.
 * @return Undefined for what names neither an id, a path nor a URL.
 */
export function normalizePublicArtifactRefDTO(
	input: unknown,
	defaults: Partial< PublicArtifactRefDTO > = {}
): PublicArtifactRefDTO | undefined {
	if ( ! isObject( input ) ) {
		return undefined;
	}
	const kind = text( input.kind ) ?? text( input.role ) ?? text( input.type ) ?? defaults.kind ?? 'artifact';
	const id = text( input.id ) ?? text( input.artifact_id ) ?? text( input.artifactId ) ?? defaults.id;
	const path = text( input.path ) ?? text( input.directory ) ?? defaults.path;
	const url = text( input.url ) ?? text( input.publicUrl ) ?? defaults.url;
	if ( id === undefined && path === undefined && url === undefined ) {
		return undefined;
	}
	const digest =
		[ input.digest, input.sha256, input.contentDigest, input.content_digest ]
			.map( ( candidate ) => normalizeArtifactDigest( candidate as ArtifactReferenceDigestInput ) )
			.find( ( found ) => found !== undefined ) ?? defaults.digest;
	const contentType =
		text( input.contentType ) ?? text( input.mimeType ) ?? text( input.mime_type ) ?? defaults.contentType;
	const size = [ input.size_bytes, input.bytes, input.size ].find( ( candidate ) =>
		Number.isSafeInteger( candidate )
	);
	const label = text( input.label ) ?? defaults.label;
	const metadata = isObject( input.metadata ) ? input.metadata : defaults.metadata;
	return {
		schema: PUBLIC_ARTIFACT_REF_DTO_SCHEMA,
		kind,
		...( id === undefined ? {} : { id } ),
		...( path === undefined ? {} : { path } ),
		...( url === undefined ? {} : { url } ),
		...( contentType === undefined ? {} : { contentType } ),
		...( digest === undefined ? {} : { sha256: digest.value, digest } ),
		...( size === undefined ? {} : { size_bytes: size as number } ),
		...( label === undefined ? {} : { label } ),
		...( metadata === undefined ? {} : { metadata } ),
	};
}

/**
 * Every reference in a result: a list, or the fields of an object that hold references.
 *
 * @param input Anything.
 * @return Without doubles, in the order of their places.
 */
export function normalizePublicArtifactRefDTOs( input: unknown ): PublicArtifactRefDTO[] {
	const found = new Map< string, PublicArtifactRefDTO >();
	for ( const candidate of candidates( input ) ) {
		const ref = normalizePublicArtifactRefDTO( candidate );
		if ( ref ) {
			found.set( JSON.stringify( [ ref.kind, ref.id, ref.path, ref.url, ref.sha256 ] ), ref );
		}
	}
	return [ ...found.values() ];
}

/**
 * The references of a result, by what they are for.
 *
 * @param input Anything.
 */
export function publicArtifactRefGroups( input: unknown ): PublicArtifactRefGroups {
	const all = normalizePublicArtifactRefDTOs( input );
	return {
		all,
		artifact_bundles: all.filter( ( { kind } ) => kind.includes( 'bundle' ) ),
		changed_files: all.filter( isChangedFiles ),
		patches: all.filter( isPatch ),
		browser: all.filter( ( { kind } ) => kind.includes( 'browser' ) || kind.includes( 'screenshot' ) ),
		logs: all.filter( ( { kind } ) => kind.includes( 'log' ) ),
		transcripts: all.filter( ( { kind } ) => kind.includes( 'transcript' ) ),
	};
}

/**
 * @param input Anything that holds references.
 */
export function changedFilesArtifactRefs( input: unknown ): PublicArtifactRefDTO[] {
	return normalizePublicArtifactRefDTOs( input ).filter( isChangedFiles );
}

/**
 * @param input Anything that holds references.
 */
export function patchArtifactRefs( input: unknown ): PublicArtifactRefDTO[] {
	return normalizePublicArtifactRefDTOs( input ).filter( isPatch );
}

/**
 * @param input Anything that holds references.
 */
export function findChangedFilesArtifactRef( input: unknown ): PublicArtifactRefDTO | undefined {
	return changedFilesArtifactRefs( input )[ 0 ];
}

/**
 * @param input Anything that holds references.
 */
export function findPatchArtifactRef( input: unknown ): PublicArtifactRefDTO | undefined {
	return patchArtifactRefs( input )[ 0 ];
}

function candidates( input: unknown ): unknown[] {
	if ( Array.isArray( input ) ) {
		return input;
	}
	if ( ! isObject( input ) ) {
		return [];
	}
	const lists = [
		input.artifactBundle,
		input.artifactRefs,
		input.artifact_refs,
		input.artifacts,
		input.evidenceRefs,
		input.refs,
	];
	const held = lists.flatMap( ( list ) => {
		if ( isObject( list ) && Array.isArray( list.all ) ) {
			return list.all as unknown[];
		}
		return Array.isArray( list ) ? ( list as unknown[] ) : [ list ];
	} );
	return held.some( isObject ) ? held : [ input ];
}

function isChangedFiles( { kind, path }: PublicArtifactRefDTO ): boolean {
	return kind === 'changed-files' || kind === 'changed_files' || ( path ?? '' ).endsWith( 'changed-files.json' );
}

function isPatch( { kind, path }: PublicArtifactRefDTO ): boolean {
	return kind === 'patch' || /\.(diff|patch)$/.test( path ?? '' );
}

function text( value: unknown ): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
