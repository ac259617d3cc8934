/** What a run that was interrupted left behind. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type {
	ArtifactContentDigest,
	ArtifactFileDigest,
	ArtifactManifest,
	ArtifactManifestFile,
	RuntimeInfo,
} from '../../src-shared/artifacts/manifest.ts';
import { isObject, manifestShapeViolations } from '../../src-shared/artifacts/manifest-shape.ts';
import {
	ARTIFACT_MANIFEST_PATH,
	CHANGED_FILES_ARTIFACT_PATH,
	RUNTIME_REFERENCE_MANIFEST_ARTIFACT_PATH,
} from '../../src-shared/artifacts/schemas.ts';
import { directoryTree } from './directory-tree.ts';

export interface PartialArtifactDiscoveryOptions {
	artifactsRoot: string;
	sessionId?: string;
	/** ISO 8601. */
	startedAt?: string;
	finishedAt?: string;
	/** Milliseconds around the time of the run. */
	timestampWindowMs?: number;
	/** Levels below the root. */
	maxDepth?: number;
}

export interface PartialArtifactFileRef {
	path: string;
	relativePath: string;
	available: boolean;
	manifestFile?: ArtifactManifestFile;
	payload?: unknown;
	error?: string;
}

export interface PartialArtifactBundleMetadata {
	id?: string;
	createdAt?: string;
	contentDigest?: ArtifactContentDigest;
	runtime?: RuntimeInfo;
	fileCount: number;
	contractFiles: ArtifactManifestFile[];
}

export interface PartialRunArtifactEvidence {
	directory: string;
	bytes: number | null;
	mtime: string;
	hasManifest: boolean;
	hasChangedFiles: boolean;
	hasRuntimeReferenceManifest: boolean;
	manifest: PartialArtifactFileRef;
	changedFiles: PartialArtifactFileRef;
	runtimeReferenceManifest: PartialArtifactFileRef;
	bundle?: PartialArtifactBundleMetadata;
}

export interface PartialArtifactDiscoveryResult {
	schema: 'wp-codebox/partial-artifact-discovery/v1';
	artifactsRoot: string;
	sessionId?: string;
	startedAt?: string;
	finishedAt?: string;
	selectedBy: 'session-id' | 'time-window' | 'all-candidates';
	contractPaths: { manifest: string; changedFiles: string; runtimeReferenceManifest: string };
	candidateCount: number;
	artifacts: PartialRunArtifactEvidence[];
}

export interface InterruptedRunEvidenceRef {
	kind: string;
	directory: string;
	path: string;
	relativePath: string;
	artifact_id?: string;
	content_type?: string;
	sha256?: ArtifactFileDigest;
}

export interface InterruptedRunEvidenceResult {
	schema: 'wp-codebox/interrupted-run-evidence/v1';
	artifactsRoot: string;
	sessionId?: string;
	startedAt?: string;
	finishedAt?: string;
	last_heartbeat?: string;
	artifact_ref_count: number;
	artifacts: PartialRunArtifactEvidence[];
	evidence_refs: InterruptedRunEvidenceRef[];
}

const CONTRACT_PATHS = {
	manifest: ARTIFACT_MANIFEST_PATH,
	changedFiles: CHANGED_FILES_ARTIFACT_PATH,
	runtimeReferenceManifest: RUNTIME_REFERENCE_MANIFEST_ARTIFACT_PATH,
};

/**
 * Finds what looks like a bundle below a root, whole or not, and picks what belongs to a run.
 *
 * @param options Where to look, and how the run is known: by its session, else by its time, else everything counts.
 */
export async function discoverPartialRunArtifacts(
	options: PartialArtifactDiscoveryOptions
): Promise< PartialArtifactDiscoveryResult > {
	const root = resolve( options.artifactsRoot );
	const candidates = [];
	for ( const directory of await candidateDirectories( root, options.maxDepth ?? 3 ) ) {
		candidates.push( await evidenceOf( directory ) );
	}
	const byTime = options.startedAt ? 'time-window' : 'all-candidates';
	const selectedBy = options.sessionId ? 'session-id' : byTime;
	const { sessionId, startedAt, finishedAt } = options;
	return {
		schema: 'wp-codebox/partial-artifact-discovery/v1',
		artifactsRoot: root,
		...( sessionId ? { sessionId } : {} ),
		...( startedAt ? { startedAt } : {} ),
		...( finishedAt ? { finishedAt } : {} ),
		selectedBy,
		contractPaths: CONTRACT_PATHS,
		candidateCount: candidates.length,
		artifacts: candidates.filter( ( candidate ) => belongs( candidate, selectedBy, options ) ),
	};
}

/**
 * The same, with a reference to each file that can be read.
 *
 * @param options Where to look, and how the run is known.
 */
export async function discoverInterruptedRunEvidence(
	options: PartialArtifactDiscoveryOptions
): Promise< InterruptedRunEvidenceResult > {
	const { artifacts, artifactsRoot, sessionId, startedAt, finishedAt } = await discoverPartialRunArtifacts( options );
	const refs = artifacts.flatMap( ( artifact ) =>
		(
			[
				[ 'manifest', artifact.manifest ],
				[ 'changed-files', artifact.changedFiles ],
				[ 'runtime-reference-manifest', artifact.runtimeReferenceManifest ],
			] as const
		 )
			.filter( ( [ , file ] ) => file.available )
			.map( ( [ kind, file ] ) => ( {
				kind,
				directory: artifact.directory,
				path: file.path,
				relativePath: file.relativePath,
				...( artifact.bundle?.id ? { artifact_id: artifact.bundle.id } : {} ),
				...( file.manifestFile
					? { content_type: file.manifestFile.contentType, sha256: file.manifestFile.sha256 }
					: {} ),
			} ) )
	);
	const latest = artifacts
		.map( ( { mtime } ) => mtime )
		.sort()
		.at( -1 );
	return {
		schema: 'wp-codebox/interrupted-run-evidence/v1',
		artifactsRoot,
		...( sessionId ? { sessionId } : {} ),
		...( startedAt ? { startedAt } : {} ),
		...( finishedAt ? { finishedAt } : {} ),
		...( latest ? { last_heartbeat: latest } : {} ),
		artifact_ref_count: refs.length,
		artifacts,
		evidence_refs: refs,
	};
}

async function candidateDirectories( root: string, depth: number ): Promise< string[] > {
	const names = await readdir( root, { withFileTypes: true } ).catch( () => [] );
	const own = names.some( ( { name } ) => name === ARTIFACT_MANIFEST_PATH || name === 'files' ) ? [ root ] : [];
	if ( own.length > 0 || depth === 0 ) {
		return own;
	}
	const below = [];
	for ( const entry of names
		.filter( ( name ) => name.isDirectory() )
		.sort( ( left, right ) => ( left.name < right.name ? -1 : 1 ) ) ) {
		below.push( ...( await candidateDirectories( join( root, entry.name ), depth - 1 ) ) );
	}
	return below;
}

async function evidenceOf( directory: string ): Promise< PartialRunArtifactEvidence > {
	const manifest = await fileRef( directory, CONTRACT_PATHS.manifest );
	const whole =
		manifestShapeViolations( manifest.payload ).length === 0 ? ( manifest.payload as ArtifactManifest ) : undefined;
	const changedFiles = await fileRef( directory, CONTRACT_PATHS.changedFiles, whole );
	const runtimeReferenceManifest = await fileRef( directory, CONTRACT_PATHS.runtimeReferenceManifest, whole );
	const tree = await directoryTree( directory ).catch( () => undefined );
	return {
		directory,
		bytes: tree ? tree.reduce( ( sum, { kind, size } ) => sum + ( kind === 'file' ? size : 0 ), 0 ) : null,
		mtime: ( await stat( directory ) ).mtime.toISOString(),
		hasManifest: manifest.available,
		hasChangedFiles: changedFiles.available,
		hasRuntimeReferenceManifest: runtimeReferenceManifest.available,
		manifest,
		changedFiles,
		runtimeReferenceManifest,
		...( whole
			? {
					bundle: {
						id: whole.id,
						createdAt: whole.createdAt,
						contentDigest: whole.contentDigest,
						runtime: whole.runtime,
						fileCount: whole.files.length,
						contractFiles: whole.files.filter( ( { path } ) =>
							Object.values( CONTRACT_PATHS ).includes( path )
						),
					},
				}
			: {} ),
	};
}

async function fileRef(
	directory: string,
	path: string,
	manifest?: ArtifactManifest
): Promise< PartialArtifactFileRef > {
	const absolute = join( directory, path );
	const entry = manifest?.files.find( ( file ) => file.path === path );
	const ref = {
		path: absolute,
		relativePath: relative( directory, absolute ),
		...( entry ? { manifestFile: entry } : {} ),
	};
	try {
		return { ...ref, available: true, payload: JSON.parse( await readFile( absolute, 'utf8' ) ) as unknown };
	} catch ( error ) {
		const isMissing = ( error as NodeJS.ErrnoException ).code === 'ENOENT';
		return { ...ref, available: false, error: isMissing ? 'missing' : ( error as Error ).message };
	}
}

function belongs(
	candidate: PartialRunArtifactEvidence,
	selectedBy: PartialArtifactDiscoveryResult[ 'selectedBy' ],
	options: PartialArtifactDiscoveryOptions
): boolean {
	if ( selectedBy === 'session-id' ) {
		const runtime = candidate.bundle?.runtime;
		const named = [ candidate.directory, isObject( runtime ) ? JSON.stringify( runtime ) : '' ];
		return named.some( ( text ) => text.includes( options.sessionId! ) );
	}
	if ( selectedBy === 'time-window' ) {
		const slack = options.timestampWindowMs ?? 0;
		const time = Date.parse( candidate.mtime );
		return (
			time >= Date.parse( options.startedAt! ) - slack &&
			time <= ( options.finishedAt ? Date.parse( options.finishedAt ) + slack : Number.POSITIVE_INFINITY )
		);
	}
	return true;
}
