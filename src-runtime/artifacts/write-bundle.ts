import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson } from '../../src-shared/artifacts/canonical-json.ts';
import { fileListBytes } from '../../src-shared/artifacts/file-list.ts';
import { ARTIFACT_LIMITS } from '../../src-shared/artifacts/limits.ts';
import {
	manifestOf,
	manifestSelfBytes,
	type ArtifactManifest,
	type ArtifactManifestFile,
	type RuntimeInfo,
} from '../../src-shared/artifacts/manifest.ts';
import { pathCollisions, pathProblem } from '../../src-shared/artifacts/path-policy.ts';
import { provenanceStatement } from '../../src-shared/artifacts/provenance.ts';
import {
	ARTIFACT_MANIFEST_PATH,
	ARTIFACT_METADATA_SCHEMA,
	CHANGED_FILES_ARTIFACT_PATH,
	METADATA_ARTIFACT_PATH,
	PATCH_ARTIFACT_PATH,
	PROVENANCE_ARTIFACT_PATH,
	TEST_RESULTS_ARTIFACT_PATH,
} from '../../src-shared/artifacts/schemas.ts';
import { BundleRefusedError } from './bundle-refused-error.ts';
import { sha256 } from './sha256.ts';
import { inStaging } from './staging.ts';
import { verifyArtifactBundle } from './verify-bundle.ts';

/** One file that is to be stored. */
export interface BundleFile {
	readonly path: string;
	readonly kind: string;
	readonly contentType: string;
	/** Its bytes, or a file on this machine that is streamed. */
	readonly source: string | Uint8Array | { readonly file: string };
}

/** What a run wants to keep. */
export interface BundleDraft {
	readonly files: readonly BundleFile[];
	readonly runtime: RuntimeInfo;
	/** For metadata.json; no times, so that the same content has the same id. */
	readonly metadata?: Readonly< Record< string, unknown > >;
	/** For the in-toto statement: what ran, versions, digests of the inputs. No times, no secrets. */
	readonly predicate?: Readonly< Record< string, unknown > >;
	/** ISO 8601 in UTC, seconds; now when it is left out. */
	readonly createdAt?: string;
}

export interface WrittenBundle {
	readonly status: 'created' | 'existing';
	readonly id: string;
	readonly directory: string;
	readonly manifest: ArtifactManifest;
}

/**
 * Writes a bundle below a root: into a temporary directory, flushed, read back, verified, renamed into place.
 * The same draft gives the same id and the same bytes (but `createdAt`) as `Artifact_Store::persist()` in PHP.
 *
 * @param  root  Directory that holds bundles; made when it is not there.
 * @param  draft What to keep.
 * @throws {BundleRefusedError} for a path, a count or a size that is not allowed; nothing is on disk then.
 */
export async function writeArtifactBundle( root: string, draft: BundleDraft ): Promise< WrittenBundle > {
	checkDraft( draft );
	return await inStaging(
		root,
		async ( staging ) => await placeBundle( root, staging, await fill( staging, draft ) )
	);
}

function checkDraft( draft: BundleDraft ): void {
	if ( draft.files.length === 0 ) {
		throw new BundleRefusedError( 'files-missing', 'the list is empty' );
	}
	if ( draft.files.length > ARTIFACT_LIMITS.files - 2 ) {
		throw new BundleRefusedError( 'too-many-files', String( draft.files.length ) );
	}
	const paths = draft.files.map( ( file ) => file.path );
	for ( const path of paths ) {
		const problem = pathProblem( path );
		if ( problem ) {
			throw new BundleRefusedError( problem, JSON.stringify( path ) );
		}
	}
	const [ collision ] = pathCollisions( [
		ARTIFACT_MANIFEST_PATH,
		METADATA_ARTIFACT_PATH,
		PROVENANCE_ARTIFACT_PATH,
		...paths,
	] );
	if ( collision ) {
		throw new BundleRefusedError( collision.problem, JSON.stringify( collision.path ) );
	}
}

async function fill( staging: string, draft: BundleDraft ): Promise< ArtifactManifest > {
	const files: ArtifactManifestFile[] = [];
	const add = async ( file: BundleFile ) => {
		await mkdir( dirname( join( staging, file.path ) ), { recursive: true, mode: 0o700 } );
		const { digest, size } = await put( join( staging, file.path ), file.source );
		files.push( {
			path: file.path,
			kind: file.kind,
			contentType: file.contentType,
			sha256: { algorithm: 'sha256', value: digest },
			size,
		} );
		if ( files.reduce( ( sum, { size: bytes } ) => sum + ( bytes ?? 0 ), 0 ) > ARTIFACT_LIMITS.bundleBytes ) {
			throw new BundleRefusedError( 'bundle-too-large', `more than ${ ARTIFACT_LIMITS.bundleBytes } bytes` );
		}
	};
	for ( const file of draft.files ) {
		await add( file );
	}
	await add( jsonFile( METADATA_ARTIFACT_PATH, 'metadata', metadataOf( draft, files ) ) );
	await add(
		jsonFile(
			PROVENANCE_ARTIFACT_PATH,
			'provenance',
			provenanceStatement( files, draft.runtime, draft.predicate ?? {} )
		)
	);
	const digest = sha256(
		fileListBytes(
			files.map( ( file ) => ( { path: file.path, sha256: file.sha256.value, size: file.size ?? 0 } ) )
		)
	);
	const createdAt = draft.createdAt ?? `${ new Date().toISOString().slice( 0, 19 ) }Z`;
	const manifest = manifestOf( files, digest, draft.runtime, createdAt );
	manifest.files[ 0 ]!.sha256.value = sha256( manifestSelfBytes( manifest ) );
	await put( join( staging, ARTIFACT_MANIFEST_PATH ), canonicalJson( manifest ) );
	const verification = await verifyArtifactBundle( staging );
	if ( ! verification.valid ) {
		throw new BundleRefusedError( 'readback-mismatch', verification.violations[ 0 ]!.message );
	}
	return manifest;
}

function jsonFile( path: string, kind: string, value: unknown ): BundleFile {
	return { path, kind, contentType: 'application/json', source: canonicalJson( value ) };
}

function metadataOf( draft: BundleDraft, files: readonly ArtifactManifestFile[] ): Record< string, unknown > {
	const known = new Set( files.map( ( file ) => file.path ) );
	const named = {
		manifest: ARTIFACT_MANIFEST_PATH,
		provenance: PROVENANCE_ARTIFACT_PATH,
		changed_files: CHANGED_FILES_ARTIFACT_PATH,
		patch: PATCH_ARTIFACT_PATH,
		test_results: TEST_RESULTS_ARTIFACT_PATH,
	};
	const artifacts = Object.fromEntries(
		Object.entries( named ).filter( ( [ , path ] ) => ! path.startsWith( 'files/' ) || known.has( path ) )
	);
	return { artifacts, ...draft.metadata, schema: ARTIFACT_METADATA_SCHEMA };
}

async function put( path: string, source: BundleFile[ 'source' ] ): Promise< { digest: string; size: number } > {
	const file = await open( path, 'wx', 0o600 );
	try {
		const hash = createHash( 'sha256' );
		let size = 0;
		for await ( const chunk of chunks( source ) ) {
			size += chunk.byteLength;
			if ( size > ARTIFACT_LIMITS.fileBytes ) {
				throw new BundleRefusedError( 'file-too-large', `more than ${ ARTIFACT_LIMITS.fileBytes } bytes` );
			}
			hash.update( chunk );
			await file.writeFile( chunk );
		}
		await file.sync();
		return { digest: hash.digest( 'hex' ), size };
	} finally {
		await file.close();
	}
}

async function* chunks( source: BundleFile[ 'source' ] ): AsyncGenerator< Uint8Array > {
	if ( typeof source === 'string' ) {
		yield Buffer.from( source, 'utf8' );
	} else if ( source instanceof Uint8Array ) {
		yield source;
	} else {
		const status = await lstat( source.file );
		if ( ! status.isFile() || status.nlink > 1 ) {
			throw new BundleRefusedError( status.isFile() ? 'hardlink' : 'unsafe-file', source.file );
		}
		yield* createReadStream( source.file, { highWaterMark: 1_048_576 } );
	}
}

/**
 * Gives a verified staging directory its name; one that is there already is verified and kept.
 *
 * @param root     Directory of bundles.
 * @param staging  The directory.
 * @param manifest Its manifest.
 */
export async function placeBundle(
	root: string,
	staging: string,
	manifest: ArtifactManifest
): Promise< WrittenBundle > {
	const directory = join( root, manifest.id );
	try {
		await rename( staging, directory );
		await syncDirectory( root );
		return { status: 'created', id: manifest.id, directory, manifest };
	} catch ( error ) {
		const existing = await verifyArtifactBundle( directory ).catch( () => undefined );
		if ( existing?.valid && existing.manifest ) {
			return { status: 'existing', id: manifest.id, directory, manifest: existing.manifest };
		}
		throw error;
	}
}

async function syncDirectory( path: string ): Promise< void > {
	const directory = await open( path, 'r' );
	try {
		await directory.sync();
	} finally {
		await directory.close();
	}
}
