import {
	browserCallbackSignature,
	CALLBACK_SIGNATURE_HEADER,
	CALLBACK_TIMESTAMP_HEADER,
} from '../../../src-shared/browser/callback-signature.ts';
import type { BrowserCallbackCapability } from '../../../src-shared/browser/task-contract.ts';
import type { Transport } from '../http/transport.ts';
import { SdkError } from '../sdk-error.ts';
import { sha256Of, type CollectedFile } from './collect.ts';

const PHASE = 'browser_persist';
const ABILITY = 'wp-codebox/persist-browser-artifact';

/** Where a bundle has the metrics of its run. */
export const METRICS_PATH = 'metrics/browser-metrics.json';

/** Answer of `wp-codebox/persist-browser-artifact`, as far as it is read here. */
export interface Persistence extends Record< string, unknown > {
	readonly success: boolean;
	readonly artifact_id: string;
	readonly persisted_bundle: {
		readonly files: readonly { path: string; artifact_path: string; sha256: { value: string } }[];
	};
	readonly verification?: { readonly valid?: boolean; readonly success?: boolean; readonly status?: string };
}

export interface PersistOptions {
	/** Stores the files in the caller's own way; given the ability's input, answers like it. */
	readonly persistArtifact?: ( input: Record< string, unknown > ) => Promise< unknown > | unknown;
	/** Stores through a callback capability, for pages whose user may not. */
	readonly callback?: BrowserCallbackCapability;
	readonly signal?: AbortSignal;
}

/**
 * Stores files as an artifact bundle, and compares what the store has with what was sent.
 *
 * @param  transport Way to the site.
 * @param  input     Session, metadata and provenance.
 * @param  files     The files.
 * @param  options   How it travels.
 * @throws {SdkError} when it was refused, or when the store holds something else.
 */
export async function persistFiles(
	transport: Transport,
	input: Record< string, unknown >,
	files: readonly CollectedFile[],
	options: PersistOptions
): Promise< Persistence > {
	const request = { ...input, files: files.map( fileInput ) };
	const answer = await send( transport, request, options );
	if ( ! isPersistence( answer ) ) {
		throw new SdkError( 'browser_persist_answer_invalid', 'The store did not answer with a persisted bundle.', {
			phase: PHASE,
		} );
	}
	const stored = new Map( answer.persisted_bundle.files.map( ( file ) => [ file.path, file.sha256.value ] ) );
	for ( const file of files ) {
		if ( stored.get( file.path ) !== file.sha256 ) {
			throw new SdkError(
				'browser_persist_digest_mismatch',
				`The store does not hold ${ file.path } as it was sent.`,
				{
					phase: PHASE,
					data: { path: file.path, sent: file.sha256, stored: stored.get( file.path ) ?? null },
				}
			);
		}
	}
	return answer;
}

/**
 * A JSON document as a file of the bundle.
 *
 * @param path  Path in the bundle.
 * @param kind  Kind of the file.
 * @param value The document.
 */
export async function jsonFile( path: string, kind: string, value: unknown ): Promise< CollectedFile > {
	const bytes = new TextEncoder().encode( `${ JSON.stringify( value, null, '\t' ) }\n` );
	return { path, kind, bytes, sha256: await sha256Of( bytes ), mime_type: 'application/json' };
}

async function send(
	transport: Transport,
	request: Record< string, unknown >,
	{ persistArtifact, callback, signal }: PersistOptions
): Promise< unknown > {
	if ( persistArtifact ) {
		return persistArtifact( request );
	}
	if ( callback === undefined ) {
		return transport.ability( ABILITY, request, signal );
	}
	const body = JSON.stringify( request );
	const timestamp = String( Math.floor( Date.now() / 1000 ) );
	const response = await fetch( callback.endpoint, {
		method: 'POST',
		credentials: 'omit',
		signal,
		headers: {
			'Content-Type': 'application/json',
			[ CALLBACK_TIMESTAMP_HEADER ]: timestamp,
			[ CALLBACK_SIGNATURE_HEADER ]: browserCallbackSignature( body, callback.secret, timestamp ),
		},
		body,
	} );
	const answer = ( await response.json().catch( (): null => null ) ) as { result?: unknown } | null;
	if ( ! response.ok ) {
		throw SdkError.from( answer ?? { message: `The site answered with HTTP ${ response.status }.` }, PHASE );
	}
	return answer?.result;
}

function fileInput( { path, bytes, kind, mime_type: mimeType }: CollectedFile ): Record< string, unknown > {
	const common = { path, kind, ...( mimeType === undefined ? {} : { mime_type: mimeType } ) };
	try {
		return { ...common, content: new TextDecoder( 'utf-8', { fatal: true, ignoreBOM: true } ).decode( bytes ) };
	} catch {
		return { ...common, content_base64: base64( bytes ) };
	}
}

function base64( bytes: Uint8Array ): string {
	let binary = '';
	// String.fromCharCode() takes its characters as arguments, of which there may be so many.
	for ( let start = 0; start < bytes.length; start += 8_192 ) {
		binary += String.fromCharCode( ...bytes.subarray( start, start + 8_192 ) );
	}
	return btoa( binary );
}

function isPersistence( value: unknown ): value is Persistence {
	const answer = ( value ?? {} ) as Partial< Persistence >;
	return (
		answer.success === true &&
		typeof answer.artifact_id === 'string' &&
		Array.isArray( answer.persisted_bundle?.files )
	);
}
