import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
	normalizeReviewerArtifactBaseUrl,
	REVIEWER_EXPORT_LINKS_SCHEMA,
	reviewerArtifactExportUrl,
} from '../../src-shared/artifacts/export-links.ts';
import type { ArtifactFileDigest, ArtifactManifest } from '../../src-shared/artifacts/manifest.ts';
import { ARTIFACT_MANIFEST_PATH } from '../../src-shared/artifacts/schemas.ts';
import { verifyArtifactBundle } from './verify-bundle.ts';

export interface ReviewerArtifactExportLink {
	path: string;
	kind: string;
	contentType: string;
	sha256: ArtifactFileDigest;
	url: string;
}

export interface ReviewerArtifactExportLinkOptions {
	/** Where the bundle is published. */
	baseUrl: string;
	includeKinds?: string[];
	includePaths?: string[];
}

export interface ReviewerArtifactExportLinks {
	schema: typeof REVIEWER_EXPORT_LINKS_SCHEMA;
	artifactId: string;
	createdAt: string;
	baseUrl: string;
	files: ReviewerArtifactExportLink[];
}

/**
 * Addresses of a bundle's files for reviewers. A bundle that does not verify has none.
 *
 * @param  bundleDirectory Directory of the bundle.
 * @param  options         Where it is published, and which files count.
 * @throws {Error} when the bundle does not verify or the address is not public.
 */
export async function buildReviewerArtifactExportLinks(
	bundleDirectory: string,
	options: ReviewerArtifactExportLinkOptions
): Promise< ReviewerArtifactExportLinks > {
	const { valid, violations } = await verifyArtifactBundle( bundleDirectory );
	if ( ! valid ) {
		throw new Error( `The bundle does not verify: ${ violations[ 0 ]!.code }: ${ violations[ 0 ]!.message }` );
	}
	const manifest = JSON.parse(
		await readFile( join( bundleDirectory, ARTIFACT_MANIFEST_PATH ), 'utf8' )
	) as ArtifactManifest;
	const files = manifest.files.filter(
		( file ) =>
			( options.includeKinds?.includes( file.kind ) ?? true ) &&
			( options.includePaths?.includes( file.path ) ?? true )
	);
	return {
		schema: REVIEWER_EXPORT_LINKS_SCHEMA,
		artifactId: manifest.id,
		createdAt: manifest.createdAt,
		baseUrl: normalizeReviewerArtifactBaseUrl( options.baseUrl ),
		files: files.map( ( { path, kind, contentType, sha256 } ) => ( {
			path,
			kind,
			contentType,
			sha256,
			url: reviewerArtifactExportUrl( options.baseUrl, path ),
		} ) ),
	};
}
