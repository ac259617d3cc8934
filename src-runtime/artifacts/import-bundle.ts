import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { artifactResultEnvelope, type ArtifactResultEnvelope } from '../../src-shared/artifacts/result-envelope.ts';
import { BundleRefusedError, placeBundle } from './write-bundle.ts';
import { verifyArtifactBundle } from './verify-bundle.ts';

export interface ImportExpectations {
	readonly id?: string;
	/** 64 hex digits, with or without `sha256:`. */
	readonly contentDigest?: string;
}

/**
 * Takes a bundle into a directory of bundles: verified before and after it is copied, seen whole or not at all.
 *
 * @param  source   Directory of the bundle.
 * @param  root     Directory of bundles; made when it is not there.
 * @param  expected What the bundle has to be.
 * @throws {BundleRefusedError} with the code of the first violation, `id-mismatch` or `digest-mismatch`.
 */
export async function importArtifactBundle(
	source: string,
	root: string,
	expected: ImportExpectations = {}
): Promise< ArtifactResultEnvelope > {
	const manifest = await verified( source );
	if ( expected.id !== undefined && expected.id !== manifest.id ) {
		throw new BundleRefusedError( 'id-mismatch', `expected ${ expected.id }, found ${ manifest.id }` );
	}
	const digest = expected.contentDigest?.replace( /^sha256:/, '' );
	if ( digest !== undefined && digest !== manifest.contentDigest.value ) {
		throw new BundleRefusedError(
			'digest-mismatch',
			`expected ${ digest }, found ${ manifest.contentDigest.value }`
		);
	}
	const staging = join( root, `.staging-${ randomBytes( 12 ).toString( 'hex' ) }` );
	try {
		for ( const { path } of manifest.files ) {
			await mkdir( dirname( join( staging, path ) ), { recursive: true, mode: 0o700 } );
			await copyFile( join( source, path ), join( staging, path ) );
			await flush( join( staging, path ) );
		}
		const { status, id } = await placeBundle( root, staging, await verified( staging ) );
		const bundle = { kind: 'artifact-bundle', id, path: id, digest: manifest.contentDigest.value };
		return artifactResultEnvelope( {
			operation: 'import-artifact-bundle',
			status,
			artifactBundle: bundle,
			artifactRefs: [ bundle ],
		} );
	} finally {
		await rm( staging, { recursive: true, force: true } );
	}
}

async function verified( directory: string ) {
	const { valid, violations, manifest } = await verifyArtifactBundle( directory );
	if ( ! valid || ! manifest ) {
		throw new BundleRefusedError( violations[ 0 ]!.code, violations[ 0 ]!.message );
	}
	return manifest;
}

async function flush( path: string ): Promise< void > {
	const file = await open( path, 'r+' );
	try {
		await file.sync();
	} finally {
		await file.close();
	}
}
