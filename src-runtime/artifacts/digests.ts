/** Digests of bundles that are on disk or in memory (reference §11.2, with every byte covered). */
import { join } from 'node:path';
import { fileListBytes } from '../../src-shared/artifacts/file-list.ts';
import {
	manifestSelfBytes,
	type ArtifactFileDigest,
	type ArtifactManifest,
	type ArtifactManifestFile,
} from '../../src-shared/artifacts/manifest.ts';
import { safeArtifactRelativePath } from '../../src-shared/artifacts/export-links.ts';
import { ARTIFACT_MANIFEST_PATH } from '../../src-shared/artifacts/schemas.ts';
import { stat } from 'node:fs/promises';
import { sha256, sha256OfFile } from './sha256.ts';

/**
 * @param contents Text (as UTF-8) or bytes.
 */
export function artifactFileDigest( contents: string | Uint8Array ): ArtifactFileDigest {
	return { algorithm: 'sha256', value: sha256( contents ) };
}

/**
 * The content digest of files on disk.
 *
 * @param directory Directory of a bundle.
 * @param inputs    Paths that count.
 */
export async function calculateArtifactContentDigest( directory: string, inputs: string[] ): Promise< string > {
	const files = [];
	for ( const path of inputs ) {
		const file = join( directory, safeArtifactRelativePath( path ) );
		files.push( { path, sha256: await sha256OfFile( file ), size: ( await stat( file ) ).size } );
	}
	return sha256( fileListBytes( files ) );
}

/**
 * The content digest that a manifest's entries lead to.
 *
 * @param files Entries; that of the manifest itself does not count.
 */
export function calculateArtifactManifestFileListDigest( files: ArtifactManifestFile[] ): string {
	return sha256(
		fileListBytes(
			files.map( ( file ) => ( { path: file.path, sha256: file.sha256.value, size: file.size ?? 0 } ) )
		)
	);
}

/**
 * @param manifest         A manifest.
 * @param manifestFileName Path of its own entry.
 */
export function calculateArtifactManifestSelfSha256(
	manifest: ArtifactManifest,
	manifestFileName: string = ARTIFACT_MANIFEST_PATH
): string {
	return sha256( manifestSelfBytes( manifest, manifestFileName ) );
}

/**
 * @param directory        Directory of the bundle.
 * @param manifest         Its manifest.
 * @param file             One of its entries.
 * @param manifestFileName Path of the manifest's own entry.
 */
export async function calculateArtifactManifestFileSha256(
	directory: string,
	manifest: ArtifactManifest,
	file: ArtifactManifestFile,
	manifestFileName: string = ARTIFACT_MANIFEST_PATH
): Promise< string > {
	return file.path === manifestFileName
		? calculateArtifactManifestSelfSha256( manifest, manifestFileName )
		: sha256OfFile( join( directory, safeArtifactRelativePath( file.path ) ) );
}

/**
 * Takes digests and sizes of all entries from disk, the manifest's own last.
 *
 * @param directory        Directory of the bundle.
 * @param manifest         Is changed.
 * @param manifestFileName Path of the manifest's own entry.
 */
export async function refreshArtifactManifestFileSha256s(
	directory: string,
	manifest: ArtifactManifest,
	manifestFileName: string = ARTIFACT_MANIFEST_PATH
): Promise< void > {
	for ( const file of manifest.files.filter( ( { path } ) => path !== manifestFileName ) ) {
		const onDisk = join( directory, safeArtifactRelativePath( file.path ) );
		file.sha256 = { algorithm: 'sha256', value: await sha256OfFile( onDisk ) };
		file.size = ( await stat( onDisk ) ).size;
	}
	const own = manifest.files.find( ( { path } ) => path === manifestFileName );
	if ( own ) {
		own.sha256 = { algorithm: 'sha256', value: calculateArtifactManifestSelfSha256( manifest, manifestFileName ) };
	}
}
