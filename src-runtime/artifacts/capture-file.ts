import { lstat, readFile, realpath } from 'node:fs/promises';
import { relative } from 'node:path';
import { normalizeArtifactContentType } from '../../src-shared/artifacts/manifest-files.ts';
import type {
	ArtifactManifestFile,
	ArtifactProvenanceMetadata,
	ArtifactRedactionMetadata,
} from '../../src-shared/artifacts/manifest.ts';
import { pathProblem } from '../../src-shared/artifacts/path-policy.ts';
import { writeArtifactPart } from './artifact-parts.ts';

export const CAPTURED_ARTIFACT_FILE_SCHEMA = 'wp-codebox/captured-artifact-file/v1';

/** Most bytes of one captured file when the caller does not say. */
export const DEFAULT_CAPTURED_ARTIFACT_MAX_BYTES = 1_048_576;

export type CapturedArtifactFileStatus = 'captured' | 'skipped' | 'oversized' | 'sensitive' | 'failed';

export interface CapturedArtifactFileInput {
	/** A file on this machine, when `contents` is left out. */
	sourcePath?: string;
	/** Directory of the bundle. */
	root: string;
	path: string;
	kind: string;
	contentType?: string;
	contents?: string | Uint8Array;
	/** Where `sourcePath` has to lie, links resolved. */
	allowedRoots?: string[];
	maxBytes?: number;
	redact?: ( path: string, contents: string ) => string;
	/** Leaves out text in which `redact` finds something. */
	skipSensitiveText?: boolean;
	redaction?: ArtifactRedactionMetadata;
	provenance?: ArtifactProvenanceMetadata;
}

export interface CapturedArtifactFile {
	schema: typeof CAPTURED_ARTIFACT_FILE_SCHEMA;
	status: CapturedArtifactFileStatus;
	path: string;
	absolutePath?: string;
	sourcePath?: string;
	bytes?: number;
	originalBytes?: number;
	sha256?: string;
	contentType?: string;
	binary?: boolean;
	reason?: string;
	error?: string;
	limit?: { maxBytes?: number; allowedRoots?: string[] };
	manifestFile?: ArtifactManifestFile;
}

/**
 * Copies one file into a bundle that is being made, or says why not; it never throws.
 *
 * @param input What, where to, and what is allowed.
 */
export async function captureArtifactFile( input: CapturedArtifactFileInput ): Promise< CapturedArtifactFile > {
	const maxBytes = input.maxBytes ?? DEFAULT_CAPTURED_ARTIFACT_MAX_BYTES;
	const answer = (
		status: CapturedArtifactFileStatus,
		more: Partial< CapturedArtifactFile > = {}
	): CapturedArtifactFile => ( {
		schema: CAPTURED_ARTIFACT_FILE_SCHEMA,
		status,
		path: input.path,
		...( input.sourcePath ? { sourcePath: input.sourcePath } : {} ),
		...more,
	} );
	const problem = pathProblem( input.path );
	if ( problem ) {
		return answer( 'failed', { reason: problem } );
	}
	try {
		const refusal = input.contents === undefined ? await sourceRefusal( input ) : undefined;
		if ( refusal ) {
			return answer( 'skipped', {
				reason: refusal,
				...( input.allowedRoots ? { limit: { allowedRoots: input.allowedRoots } } : {} ),
			} );
		}
		const original =
			input.contents === undefined
				? await sized( input.sourcePath!, maxBytes )
				: Buffer.from( input.contents as Uint8Array );
		if ( typeof original === 'number' || original.byteLength > maxBytes ) {
			const originalBytes = typeof original === 'number' ? original : original.byteLength;
			return answer( 'oversized', { originalBytes, limit: { maxBytes } } );
		}
		const text = decode( original );
		const redacted = text === undefined ? undefined : input.redact?.( input.path, text );
		if ( input.skipSensitiveText && redacted !== undefined && redacted !== text ) {
			return answer( 'sensitive', { originalBytes: original.byteLength, reason: 'redaction found something' } );
		}
		const part = await writeArtifactPart( {
			...input,
			contentType: normalizeArtifactContentType( {
				path: input.path,
				...( input.contentType ? { contentType: input.contentType } : {} ),
			} ),
			contents: redacted ?? original,
		} );
		return answer( 'captured', {
			absolutePath: part.absolutePath,
			bytes: part.bytes,
			originalBytes: original.byteLength,
			sha256: part.manifestFile.sha256.value,
			contentType: part.manifestFile.contentType,
			binary: text === undefined,
			manifestFile: part.manifestFile,
		} );
	} catch ( error ) {
		return answer( 'failed', { error: ( error as Error ).message } );
	}
}

async function sourceRefusal( input: CapturedArtifactFileInput ): Promise< string | undefined > {
	if ( input.sourcePath === undefined ) {
		return 'neither contents nor sourcePath is given';
	}
	const status = await lstat( input.sourcePath ).catch( () => undefined );
	if ( ! status?.isFile() ) {
		return status ? 'not a regular file' : 'missing';
	}
	const real = await realpath( input.sourcePath );
	const roots = await Promise.all(
		( input.allowedRoots ?? [] ).map( ( root ) => realpath( root ).catch( () => root ) )
	);
	const isInside = roots.some(
		( root ) => ! relative( root, real ).startsWith( '..' ) && relative( root, real ) !== ''
	);
	return input.allowedRoots === undefined || isInside ? undefined : 'outside the allowed roots';
}

async function sized( path: string, maxBytes: number ): Promise< Buffer | number > {
	const { size } = await lstat( path );
	return size > maxBytes ? size : readFile( path );
}

function decode( bytes: Uint8Array ): string | undefined {
	try {
		return new TextDecoder( 'utf-8', { fatal: true, ignoreBOM: true } ).decode( bytes );
	} catch {
		return undefined;
	}
}
