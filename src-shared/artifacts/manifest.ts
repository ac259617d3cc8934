import { canonicalJson } from './canonical-json.ts';
import { bundleId, comparePaths } from './file-list.ts';
import {
	ARTIFACT_MANIFEST_PATH,
	ARTIFACT_MANIFEST_SCHEMA,
	CONTENT_DIGEST_INPUTS,
	MANIFEST_SELF_DOMAIN,
} from './schemas.ts';

export interface ArtifactFileDigest {
	algorithm: 'sha256';
	/** 64 lower-case hex digits. */
	value: string;
}

export interface ArtifactContentDigest {
	algorithm: 'sha256';
	inputs: string[];
	value: string;
}

export interface ArtifactViewerMetadata {
	kind: string;
	base: string;
	query: Record< string, unknown >;
	replay: Record< string, unknown >;
}

export interface ArtifactRedactionMetadata {
	policy: 'required' | ( string & {} ) | 'none' | 'applied';
	reason?: string;
	sensitive?: boolean;
}

export interface ArtifactProvenanceMetadata {
	source: string;
	operation?: string;
	id?: string;
	metadata?: Record< string, unknown >;
}

export interface ArtifactManifestFile {
	path: string;
	/** What the file is: manifest, metadata, provenance, browser-artifact, log, … */
	kind: string;
	contentType: string;
	sha256: ArtifactFileDigest;
	/** Bytes; every entry but the manifest's own has it. */
	size?: number;
	redaction?: ArtifactRedactionMetadata;
	provenance?: ArtifactProvenanceMetadata;
	viewer?: ArtifactViewerMetadata;
}

export interface ArtifactManifestCaseArtifactRef {
	path: string;
	kind: string;
	contentType?: string;
	sha256?: ArtifactFileDigest;
	publicUrl?: string;
	redaction?: ArtifactRedactionMetadata;
	provenance?: ArtifactProvenanceMetadata;
	metadata?: Record< string, unknown >;
}

export interface ArtifactManifestCaseVerificationMetadata {
	status: string;
	verifiedAt?: string;
	verifier?: string;
	diagnostics?: string[];
	metadata?: Record< string, unknown >;
}

export interface ArtifactManifestCase {
	id: string;
	hash?: ArtifactFileDigest;
	digest?: ArtifactFileDigest;
	artifacts: ArtifactManifestCaseArtifactRef[];
	redaction?: ArtifactRedactionMetadata;
	verification?: ArtifactManifestCaseVerificationMetadata;
	metadata?: Record< string, unknown >;
}

/** What produced a bundle: at least a name and a version. */
export type RuntimeInfo = Record< string, unknown >;

export interface ArtifactManifest {
	schema?: typeof ARTIFACT_MANIFEST_SCHEMA;
	id: string;
	contentDigest: ArtifactContentDigest;
	/** ISO 8601 in UTC; the one thing of a bundle that its id does not cover. */
	createdAt: string;
	runtime: RuntimeInfo;
	files: ArtifactManifestFile[];
	cases?: ArtifactManifestCase[];
}

/** The digest that stands where a digest is going to be. */
export function placeholderArtifactFileDigest(): ArtifactFileDigest {
	return { algorithm: 'sha256', value: '0'.repeat( 64 ) };
}

/**
 * The bytes whose SHA-256 the manifest's own entry states: the canonical manifest with that digest zeroed.
 *
 * @param manifest         A manifest.
 * @param manifestFileName Path of its own entry.
 */
export function manifestSelfBytes(
	manifest: ArtifactManifest,
	manifestFileName: string = ARTIFACT_MANIFEST_PATH
): string {
	const files = manifest.files.map( ( file ) =>
		file.path === manifestFileName ? { ...file, sha256: placeholderArtifactFileDigest() } : file
	);
	return MANIFEST_SELF_DOMAIN + canonicalJson( { ...manifest, files } );
}

/**
 * A manifest for files that were written, its own entry still to be sealed.
 *
 * @param files         Every file but the manifest.
 * @param contentDigest SHA-256 of `fileListBytes( files )`.
 * @param runtime       What produced the bundle.
 * @param createdAt     ISO 8601 in UTC.
 */
export function manifestOf(
	files: readonly ArtifactManifestFile[],
	contentDigest: string,
	runtime: RuntimeInfo,
	createdAt: string
): ArtifactManifest {
	return {
		schema: ARTIFACT_MANIFEST_SCHEMA,
		id: bundleId( contentDigest ),
		contentDigest: { algorithm: 'sha256', inputs: [ ...CONTENT_DIGEST_INPUTS ], value: contentDigest },
		createdAt,
		runtime,
		files: [
			{
				path: ARTIFACT_MANIFEST_PATH,
				kind: 'manifest',
				contentType: 'application/json',
				sha256: placeholderArtifactFileDigest(),
			},
			...[ ...files ].sort( ( left, right ) => comparePaths( left.path, right.path ) ),
		],
	};
}
