/** Single files of a bundle that is being made by hand. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { safeArtifactRelativePath } from '../../src-shared/artifacts/export-links.ts';
import {
	artifactJson,
	artifactManifestFile,
	type ArtifactManifestFileOptions,
} from '../../src-shared/artifacts/manifest-files.ts';
import type { ArtifactManifest, ArtifactManifestFile } from '../../src-shared/artifacts/manifest.ts';
import { artifactFileDigest, refreshArtifactManifestFileSha256s } from './digests.ts';

export interface ResolvedArtifactPath {
	root: string;
	relativePath: string;
	absolutePath: string;
}

export interface ArtifactPartInput extends Pick< ArtifactManifestFileOptions, 'redaction' | 'provenance' > {
	root: string;
	path: string;
	kind: string;
	contentType: string;
	contents: string | Uint8Array;
}

export interface ArtifactPart {
	path: string;
	absolutePath: string;
	bytes: number;
	manifestFile: ArtifactManifestFile;
}

/**
 * @param  root Directory of a bundle.
 * @param  path Path in it.
 * @throws {Error} for a path that no bundle may hold.
 */
export function resolveArtifactPath( root: string, path: string ): ResolvedArtifactPath {
	const relativePath = safeArtifactRelativePath( path );
	return { root: resolve( root ), relativePath, absolutePath: resolve( root, relativePath ) };
}

/**
 * @param  artifactRoot Directory of a bundle.
 * @param  path         A file in it.
 * @throws {Error} for a file that is not in it.
 */
export function artifactManifestRelativePath( artifactRoot: string, path: string ): string {
	return safeArtifactRelativePath(
		relative( resolve( artifactRoot ), resolve( artifactRoot, path ) ).split( sep ).join( '/' )
	);
}

/**
 * Writes one file of a bundle.
 *
 * @param input Where and what.
 */
export async function writeArtifactPart( input: ArtifactPartInput ): Promise< ArtifactPart > {
	const { absolutePath, relativePath } = resolveArtifactPath( input.root, input.path );
	await mkdir( dirname( absolutePath ), { recursive: true } );
	await writeFile( absolutePath, input.contents );
	const bytes = Buffer.byteLength( input.contents );
	const { redaction, provenance } = input;
	return {
		path: relativePath,
		absolutePath,
		bytes,
		manifestFile: {
			...artifactManifestFile(
				relativePath,
				input.kind,
				input.contentType,
				artifactFileDigest( input.contents ),
				{
					...( redaction ? { redaction } : {} ),
					...( provenance ? { provenance } : {} ),
				}
			),
			size: bytes,
		},
	};
}

/**
 * @param path  A file.
 * @param value A JSON value; written canonically.
 */
export async function writeArtifactJson( path: string, value: unknown ): Promise< void > {
	await mkdir( dirname( path ), { recursive: true } );
	await writeFile( path, artifactJson( value ) );
}

/**
 * Takes the digests of all files from disk and writes the manifest.
 *
 * @param directory    Directory of the bundle.
 * @param manifestPath Path of the manifest in it.
 * @param manifest     Is changed.
 */
export async function writeArtifactManifestJson(
	directory: string,
	manifestPath: string,
	manifest: ArtifactManifest
): Promise< void > {
	await refreshArtifactManifestFileSha256s( directory, manifest, manifestPath );
	await writeArtifactJson( resolveArtifactPath( directory, manifestPath ).absolutePath, manifest );
}
