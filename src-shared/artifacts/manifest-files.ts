/** Entries of a manifest, and the text of documents. */
import { canonicalJson } from './canonical-json.ts';
import { contentTypeOf, UNKNOWN_CONTENT_TYPE } from './content-types.ts';
import { safeArtifactRelativePath } from './export-links.ts';
import { comparePaths } from './file-list.ts';
import {
	placeholderArtifactFileDigest,
	type ArtifactFileDigest,
	type ArtifactManifest,
	type ArtifactManifestFile,
	type ArtifactProvenanceMetadata,
	type ArtifactRedactionMetadata,
	type ArtifactViewerMetadata,
} from './manifest.ts';
import type { ArtifactReferenceDigestInput } from './public-refs.ts';

export interface ArtifactManifestFileOptions {
	viewer?: ArtifactViewerMetadata;
	redaction?: ArtifactRedactionMetadata;
	provenance?: ArtifactProvenanceMetadata;
}

/** A file in one of the forms that results have. */
export interface ArtifactReferenceFileInput {
	path?: string;
	kind?: string;
	contentType?: string;
	mime?: string;
	mimeType?: string;
	sha256?: string | ArtifactReferenceDigestInput;
	digest?: string | ArtifactReferenceDigestInput;
	viewer?: ArtifactViewerMetadata;
}

/**
 * The entry of a file; without a digest it has a placeholder until `refreshArtifactManifestFileSha256s()`.
 *
 * @param path            Path in the bundle.
 * @param kind            What the file is.
 * @param contentType     MIME type.
 * @param sha256          Its digest.
 * @param viewerOrOptions How to show it, or that and more.
 */
export function artifactManifestFile(
	path: string,
	kind: string,
	contentType: string,
	sha256: ArtifactFileDigest = placeholderArtifactFileDigest(),
	viewerOrOptions: ArtifactViewerMetadata | ArtifactManifestFileOptions = {}
): ArtifactManifestFile {
	const options = 'base' in viewerOrOptions ? { viewer: viewerOrOptions } : viewerOrOptions;
	return { path: safeArtifactRelativePath( path ), kind, contentType, sha256, ...options };
}

/**
 * @param path        Path in the bundle.
 * @param kind        What the file is.
 * @param contentType MIME type.
 * @param sha256      64 hex digits.
 */
export function artifactManifestFileWithSha256(
	path: string,
	kind: string,
	contentType: string,
	sha256: string
): ArtifactManifestFile {
	return artifactManifestFile( path, kind, contentType, { algorithm: 'sha256', value: sha256 } );
}

/**
 * Adds entries, each in the place of one with the same path, in the order of paths.
 *
 * @param manifest Is changed.
 * @param files    Entries.
 */
export function upsertArtifactManifestFiles( manifest: ArtifactManifest, files: ArtifactManifestFile[] ): void {
	const entries = new Map( [ ...manifest.files, ...files ].map( ( file ) => [ file.path, file ] ) );
	manifest.files = [ ...entries.values() ].sort( ( left, right ) => comparePaths( left.path, right.path ) );
}

/**
 * A document of a bundle: canonical, so that the same value is the same file.
 *
 * @param value A JSON value.
 */
export function artifactJson( value: unknown ): string {
	return canonicalJson( value );
}

/**
 * @param records JSON values, one a line.
 */
export function artifactJsonLines( records: unknown[] ): string {
	return records.map( ( record ) => `${ canonicalJson( record ) }\n` ).join( '' );
}

/**
 * @param  path A path in a bundle.
 * @throws {Error} naming the rule that it breaks; nothing is repaired silently.
 */
export function normalizeArtifactPartPath( path: string ): string {
	return safeArtifactRelativePath( path );
}

/**
 * @param input    A file.
 * @param fallback For one of which nothing is known.
 */
export function normalizeArtifactContentType(
	input: ArtifactReferenceFileInput | undefined,
	fallback: string = UNKNOWN_CONTENT_TYPE
): string {
	return input?.contentType ?? input?.mimeType ?? input?.mime ?? contentTypeOf( input?.path ?? '', fallback );
}
