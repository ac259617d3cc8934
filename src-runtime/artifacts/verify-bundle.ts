/**
 * The verifier for Node. It finds what php/Artifacts/Bundle_Verifier.php finds, in the same order.
 */
import { lstat, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { canonicalJson } from '../../src-shared/artifacts/canonical-json.ts';
import { bundleId, fileListBytes } from '../../src-shared/artifacts/file-list.ts';
import { ARTIFACT_LIMITS } from '../../src-shared/artifacts/limits.ts';
import { manifestSelfBytes, type ArtifactManifest } from '../../src-shared/artifacts/manifest.ts';
import { isObject, manifestShapeViolations } from '../../src-shared/artifacts/manifest-shape.ts';
import { pathCollisions, pathProblem } from '../../src-shared/artifacts/path-policy.ts';
import { REFERRING_DOCUMENTS, referenceViolations } from '../../src-shared/artifacts/references.ts';
import {
	ARTIFACT_BUNDLE_VERIFICATION_SCHEMA,
	ARTIFACT_MANIFEST_PATH,
	BUNDLE_ID_PREFIX,
} from '../../src-shared/artifacts/schemas.ts';
import type { ArtifactBundleVerificationViolation } from '../../src-shared/artifacts/violations.ts';
import { directoryTree, type TreeEntry } from './directory-tree.ts';
import { sha256, sha256OfFile } from './sha256.ts';

export interface VerifyArtifactBundleOptions {
	/** Path of the manifest in the bundle. */
	readonly manifestFileName?: string;
	/** Leaves files alone that the manifest does not list. */
	readonly allowOrphanedFiles?: boolean;
}

export interface ArtifactBundleVerificationResult {
	schema: typeof ARTIFACT_BUNDLE_VERIFICATION_SCHEMA;
	bundleDirectory: string;
	valid: boolean;
	violations: ArtifactBundleVerificationViolation[];
	/** The manifest, when its shape is right. */
	manifest?: ArtifactManifest;
}

/**
 * Whether a bundle on disk is what was written.
 *
 * @param directory Directory of the bundle.
 * @param options   Where it differs from the usual.
 * @return Every violation; none when the bundle is valid.
 */
export async function verifyArtifactBundle(
	directory: string,
	options: VerifyArtifactBundleOptions = {}
): Promise< ArtifactBundleVerificationResult > {
	const manifestPath = options.manifestFileName ?? ARTIFACT_MANIFEST_PATH;
	const answer = ( violations: ArtifactBundleVerificationViolation[], manifest?: ArtifactManifest ) =>
		( {
			schema: ARTIFACT_BUNDLE_VERIFICATION_SCHEMA,
			bundleDirectory: directory,
			valid: violations.length === 0,
			violations,
			...( manifest ? { manifest } : {} ),
		} ) as ArtifactBundleVerificationResult;

	const read = await readManifest( directory, manifestPath );
	if ( 'violation' in read ) {
		return answer( [ read.violation ] );
	}
	const shape = manifestShapeViolations( read.value );
	if ( shape.length > 0 ) {
		return answer( shape );
	}
	const manifest = read.value as ArtifactManifest;
	const paths = pathViolations( manifest );
	if ( paths.length > 0 ) {
		return answer( paths, manifest );
	}
	const entries = await directoryTree( directory );
	const violations = [
		...topologyViolations( entries, manifest, options.allowOrphanedFiles ?? false ),
		...selfViolations( manifest, manifestPath ),
		...( await hashViolations( directory, entries, manifest, manifestPath ) ),
		...identityViolations( directory, manifest ),
	];
	return answer( violations.length > 0 ? violations : await documentViolations( directory, manifest ), manifest );
}

async function readManifest(
	directory: string,
	path: string
): Promise< { value: unknown } | { violation: ArtifactBundleVerificationViolation } > {
	const malformed = ( message: string ) => ( { violation: { code: 'malformed-manifest' as const, path, message } } );
	const status = await lstat( join( directory, path ) ).catch( () => undefined );
	if ( ! status ) {
		return { violation: { code: 'missing-manifest', path, message: `There is no ${ path }.` } };
	}
	if ( ! status.isFile() ) {
		return { violation: { code: 'unsafe-file', path, message: `${ path } is no regular file.`, file: path } };
	}
	if ( status.nlink > 1 ) {
		return { violation: { code: 'hardlink', path, message: `${ path } is a hard link.`, file: path } };
	}
	if ( status.size > ARTIFACT_LIMITS.manifestBytes ) {
		return malformed( `${ path } is larger than ${ ARTIFACT_LIMITS.manifestBytes } bytes.` );
	}
	let text: string;
	let value: unknown;
	let isCanonical: boolean;
	try {
		text = decodeUtf8( await readFile( join( directory, path ) ) );
		value = parseJson( text );
		isCanonical = canonicalJson( value ) === text;
	} catch {
		return malformed( `${ path } is not valid JSON.` );
	}
	if ( ! isCanonical ) {
		return malformed( `${ path } is not canonical JSON (RFC 8785).` );
	}
	return { value };
}

function pathViolations( manifest: ArtifactManifest ): ArtifactBundleVerificationViolation[] {
	const allowed: string[] = [];
	const places: number[] = [];
	const problems = new Map< number, string >();
	manifest.files.forEach( ( file, index ) => {
		const problem = pathProblem( file.path );
		if ( problem ) {
			problems.set( index, problem );
		} else {
			allowed.push( file.path );
			places.push( index );
		}
	} );
	const collisions = pathCollisions( allowed );
	for ( const collision of collisions ) {
		const place = places[ collision.index ]!;
		problems.set( place, collision.problem );
	}
	return [ ...problems ]
		.sort( ( [ left ], [ right ] ) => left - right )
		.map( ( [ index, reason ] ) => ( {
			code: 'invalid-path',
			path: `files[${ index }].path`,
			message: `files[${ index }].path is not allowed: ${ reason }.`,
			file: manifest.files[ index ]!.path,
			details: { reason },
		} ) );
}

function topologyViolations(
	entries: readonly TreeEntry[],
	manifest: ArtifactManifest,
	allowOrphaned: boolean
): ArtifactBundleVerificationViolation[] {
	const listed = new Set( manifest.files.map( ( file ) => file.path ) );
	const parents = new Set( manifest.files.flatMap( ( file ) => parentsOf( file.path ) ) );
	const violations: ArtifactBundleVerificationViolation[] = [];
	for ( const { path, kind } of entries ) {
		if ( kind === 'other' ) {
			violations.push( {
				code: 'unsafe-file',
				path,
				message: `${ path } is a link or a special file.`,
				file: path,
			} );
		} else if ( kind === 'hardlink' ) {
			violations.push( { code: 'hardlink', path, message: `${ path } is a hard link.`, file: path } );
		} else if ( kind === 'file' && ! listed.has( path ) && ! allowOrphaned ) {
			violations.push( {
				code: 'orphaned-file',
				path,
				message: `${ path } is not in the manifest.`,
				file: path,
			} );
		} else if ( kind === 'directory' && ! parents.has( path ) && ! listed.has( path ) && ! allowOrphaned ) {
			violations.push( {
				code: 'orphaned-file',
				path: `${ path }/`,
				message: `${ path }/ is not in the manifest.`,
				file: `${ path }/`,
			} );
		}
	}
	return violations;
}

function parentsOf( path: string ): string[] {
	const segments = path.split( '/' );
	return segments.slice( 1 ).map( ( _, index ) => segments.slice( 0, index + 1 ).join( '/' ) );
}

function selfViolations( manifest: ArtifactManifest, path: string ): ArtifactBundleVerificationViolation[] {
	const own = manifest.files.find( ( file ) => file.path === path );
	if ( ! own ) {
		return [ { code: 'missing-file-hash', path, message: 'The manifest does not list itself.', file: path } ];
	}
	return sha256( manifestSelfBytes( manifest, path ) ) === own.sha256.value
		? []
		: [ { code: 'file-hash-mismatch', path, message: `${ path } is not what its own entry says.`, file: path } ];
}

async function hashViolations(
	directory: string,
	entries: readonly TreeEntry[],
	manifest: ArtifactManifest,
	manifestPath: string
): Promise< ArtifactBundleVerificationViolation[] > {
	const onDisk = new Map( entries.map( ( entry ) => [ entry.path, entry ] ) );
	const violations: ArtifactBundleVerificationViolation[] = [];
	for ( const { path, size, sha256: digest } of manifest.files ) {
		const entry = onDisk.get( path );
		if ( path === manifestPath || entry?.kind === 'other' || entry?.kind === 'hardlink' ) {
			continue;
		}
		if ( entry?.kind !== 'file' ) {
			violations.push( { code: 'missing-file', path, message: `${ path } is not there.`, file: path } );
		} else if ( entry.size !== size || ( await sha256OfFile( join( directory, path ) ) ) !== digest.value ) {
			violations.push( {
				code: 'file-hash-mismatch',
				path,
				message: `${ path } is not what the manifest says.`,
				file: path,
			} );
		}
	}
	return violations;
}

function identityViolations( directory: string, manifest: ArtifactManifest ): ArtifactBundleVerificationViolation[] {
	const digest = sha256(
		fileListBytes(
			manifest.files.map( ( file ) => ( { path: file.path, sha256: file.sha256.value, size: file.size ?? 0 } ) )
		)
	);
	const violations: ArtifactBundleVerificationViolation[] = [];
	if ( manifest.contentDigest.value !== digest ) {
		violations.push( {
			code: 'digest-mismatch',
			path: 'contentDigest.value',
			message: 'The content digest is not that of the file list.',
		} );
	}
	const name = basename( resolve( directory ) );
	if ( manifest.id !== bundleId( digest ) ) {
		violations.push( {
			code: 'bundle-id-mismatch',
			path: 'id',
			message: 'The id is not derived from the file list.',
		} );
	} else if ( name.startsWith( BUNDLE_ID_PREFIX ) && name !== manifest.id ) {
		violations.push( {
			code: 'bundle-id-mismatch',
			path: 'id',
			message: 'The directory is not named after the id.',
		} );
	}
	return violations;
}

async function documentViolations(
	directory: string,
	manifest: ArtifactManifest
): Promise< ArtifactBundleVerificationViolation[] > {
	const files = new Map( manifest.files.map( ( file ) => [ file.path, file.sha256.value ] ) );
	const violations: ArtifactBundleVerificationViolation[] = [];
	for ( const path of REFERRING_DOCUMENTS ) {
		const file = manifest.files.find( ( candidate ) => candidate.path === path );
		if ( file ) {
			violations.push(
				...referenceViolations( path, await readDocument( directory, path, file.size ?? 0 ), files )
			);
		}
	}
	return violations;
}

async function readDocument( directory: string, path: string, size: number ): Promise< unknown > {
	if ( size > ARTIFACT_LIMITS.documentBytes ) {
		return undefined;
	}
	try {
		return parseJson( decodeUtf8( await readFile( join( directory, path ) ) ) );
	} catch {
		return undefined;
	}
}

function decodeUtf8( bytes: Uint8Array ): string {
	return new TextDecoder( 'utf-8', { fatal: true, ignoreBOM: true } ).decode( bytes );
}

/**
 * JSON as PHP's json_decode() reads it into objects: bounded depth, no field name that starts with NUL.
 *
 * @param text JSON text.
 */
function parseJson( text: string ): unknown {
	const value: unknown = JSON.parse( text );
	checkNesting( value, 1 );
	return value;
}

function checkNesting( value: unknown, depth: number ): void {
	if ( typeof value === 'string' && /\p{Surrogate}/u.test( value ) ) {
		throw new Error( 'a lone surrogate' );
	}
	if ( typeof value !== 'object' || value === null ) {
		return;
	}
	if ( depth > ARTIFACT_LIMITS.jsonDepth ) {
		throw new Error( 'nested too deeply' );
	}
	if (
		isObject( value ) &&
		Object.keys( value ).some( ( key ) => key.startsWith( '\0' ) || /\p{Surrogate}/u.test( key ) )
	) {
		throw new Error( 'a field name that cannot be held' );
	}
	for ( const child of Object.values( value ) ) {
		checkNesting( child, depth + 1 );
	}
}
