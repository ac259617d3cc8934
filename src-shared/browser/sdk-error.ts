import { BROWSER_SDK_ERROR_SCHEMA, BROWSER_SDK_RESULT_SCHEMA } from './schema-ids.ts';

/** `wp-codebox/browser-sdk-error/v1`. */
export interface BrowserSdkError {
	readonly schema: typeof BROWSER_SDK_ERROR_SCHEMA;
	readonly code: string;
	readonly message: string;
	/** Part of the SDK or of a run in which it happened. */
	readonly phase: string;
	/** HTTP status of the answer; null when there was none. */
	readonly status: number | null;
	/** More for machines, without secrets. */
	readonly data: unknown;
}

/** `wp-codebox/browser-sdk-result/v1`. */
export interface BrowserSdkResult< Data = unknown > {
	readonly schema: typeof BROWSER_SDK_RESULT_SCHEMA;
	readonly operation: string;
	readonly success: boolean;
	readonly data: Data | null;
	readonly error: BrowserSdkError | null;
}

const SECRET = /pass(word|wd)?$|secret|token|nonce|authorization|cookie|api_?key|credential|signature/i;
const DEEPEST = 8;

/**
 * A copy for logs and callers: values under names that secrets have are replaced.
 *
 * @param value Anything.
 */
export function redact( value: unknown ): unknown {
	return redacted( value, 0 );
}

function redacted( value: unknown, depth: number ): unknown {
	if ( typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function' ) {
		return String( value );
	}
	if ( typeof value !== 'object' || value === null ) {
		return value;
	}
	if ( depth === DEEPEST ) {
		return '[…]';
	}
	if ( Array.isArray( value ) ) {
		return value.map( ( item ) => redacted( item, depth + 1 ) );
	}
	return Object.fromEntries(
		Object.entries( value ).map( ( [ name, item ] ) => [
			name,
			SECRET.test( name ) ? '[redacted]' : redacted( item, depth + 1 ),
		] )
	);
}

/**
 * Anything that was thrown or answered, as `wp-codebox/browser-sdk-error/v1`: errors of the REST
 * API, of previews, of fetch, strings.
 *
 * @param error Whatever was caught.
 */
export function normalizeBrowserSdkError( error: unknown ): BrowserSdkError {
	const raw = ( typeof error === 'object' && error !== null ? error : { message: error } ) as Record<
		string,
		unknown
	>;
	const data = ( typeof raw.data === 'object' ? raw.data : null ) as Record< string, unknown > | null;
	const isAbort = raw.name === 'AbortError';
	return {
		schema: BROWSER_SDK_ERROR_SCHEMA,
		code: text( raw.code ) ?? ( isAbort ? 'browser_sdk_aborted' : 'browser_sdk_error' ),
		message: text( raw.message ) ?? 'Something failed without saying why.',
		phase: text( raw.phase ) ?? text( data?.phase ) ?? 'browser_sdk',
		status: [ raw.status, data?.status ].find( ( status ) => typeof status === 'number' ) ?? null,
		data: redact( raw.data ?? null ),
	} as BrowserSdkError;
}

/**
 * Wraps an operation so that it never throws.
 *
 * @param operation Name of the operation.
 * @param run       The operation.
 */
export async function browserSdkResult< Data >(
	operation: string,
	run: () => Promise< Data > | Data
): Promise< BrowserSdkResult< Data > > {
	const common = { schema: BROWSER_SDK_RESULT_SCHEMA, operation } as const;
	try {
		const data = await run();
		return { ...common, success: true, data: data ?? null, error: null };
	} catch ( error ) {
		return { ...common, success: false, data: null, error: normalizeBrowserSdkError( error ) };
	}
}

function text( value: unknown ): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
