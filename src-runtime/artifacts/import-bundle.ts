import { copyFile, mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { artifactResultEnvelope, type ArtifactResultEnvelope } from '../../src-shared/artifacts/result-envelope.ts';
import type { ArtifactManifest } from '../../src-shared/artifacts/manifest.ts';
import { BundleRefusedError } from './bundle-refused-error.ts';
import { inStaging } from './staging.ts';
import { unpackArchive } from './unpack-archive.ts';
import { verifyArtifactBundle } from './verify-bundle.ts';
import { placeBundle } from './write-bundle.ts';

export interface ImportExpectations {
	readonly id?: string;
	/** 64 hex digits, with or without `sha256:`. */
	readonly contentDigest?: string;
}

/**
 * Takes a bundle into a directory of bundles: verified where it is, verified again where it came to, seen whole or not
 * at all. A zip is unpacked out of sight before it is verified.
 *
 * @param  source   Directory of the bundle, or a zip of it.
 * @param  root     Directory of bundles; made when it is not there.
 * @param  expected What the bundle has to be.
 * @throws {BundleRefusedError} with the code of the first violation, of what is wrong with the archive, `id-mismatch` or `digest-mismatch`.
 */
export async function importArtifactBundle(
	source: string,
	root: string,
	expected: ImportExpectations = {}
): Promise< ArtifactResultEnvelope > {
	const status = await stat( source ).catch( () => undefined );
	if ( ! status?.isDirectory() && ! status?.isFile() ) {
		throw new BundleRefusedError( 'source-missing', 'there is neither a directory nor a zip' );
	}
	const known = status.isDirectory() ? checked( await verified( source ), expected ) : undefined;
	return await inStaging( root, async ( staging ) => {
		await ( known ? copyFiles( known, source, staging ) : unpackArchive( source, staging ) );
		const manifest = checked( await verified( staging ), expected );
		const { status: outcome, id } = await placeBundle( root, staging, manifest );
		const bundle = { kind: 'artifact-bundle', id, path: id, digest: manifest.contentDigest.value };
		return artifactResultEnvelope( {
			operation: 'import-artifact-bundle',
			status: outcome,
			artifactBundle: bundle,
			artifactRefs: [ bundle ],
		} );
	} );
}

async function verified( directory: string ): Promise< ArtifactManifest > {
	const { valid, violations, manifest } = await verifyArtifactBundle( directory );
	if ( ! valid || ! manifest ) {
		throw new BundleRefusedError( violations[ 0 ]!.code, violations[ 0 ]!.message );
	}
	return manifest;
}

function checked( manifest: ArtifactManifest, expected: ImportExpectations ): ArtifactManifest {
	if ( expected.id !== undefined && expected.id !== manifest.id ) {
		throw new BundleRefusedError( 'id-mismatch', `expected ${ expected.id }, found ${ manifest.id }` );
	}
	const digest = expected.contentDigest?.replace( /^sha256:/, '' );
	if ( digest !== undefined && digest !== manifest.contentDigest.value ) {
		throw new BundleRefusedError(
			'digest-mismatch',
			`expected ${ digest }, found ${ manifest.contentDigest.value }`,
			'wp_codebox_artifact_import_digest_mismatch'
		);
	}
	return manifest;
}

async function copyFiles( manifest: ArtifactManifest, source: string, staging: string ): Promise< void > {
	for ( const { path } of manifest.files ) {
		await mkdir( dirname( join( staging, path ) ), { recursive: true, mode: 0o700 } );
		await copyFile( join( source, path ), join( staging, path ) );
		await flush( join( staging, path ) );
	}
}

async function flush( path: string ): Promise< void > {
	const file = await open( path, 'r+' );
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}
