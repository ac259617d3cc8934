import { normalizeBrowserSdkError } from '../../src-shared/browser/sdk-error.ts';
import { BROWSER_RUNTIME_ERROR_SCHEMA } from '../../src-shared/browser/schema-ids.ts';

/** Why a method of the SDK rejected, as `wp-codebox/browser-runtime-error/v1`. */
export class SdkError extends Error {
	public readonly schema = BROWSER_RUNTIME_ERROR_SCHEMA;
	public readonly success = false;
	public readonly phase: string;
	public readonly status: number | null;
	public readonly data: unknown;

	/**
	 * @param code           Machine-readable.
	 * @param message        One sentence for a person.
	 * @param details        More.
	 * @param details.phase  Part of the SDK.
	 * @param details.status HTTP status.
	 * @param details.data   For machines.
	 * @param details.cause  What it was caught from.
	 */
	public constructor(
		public readonly code: string,
		message: string,
		{
			phase = 'browser_sdk',
			status = null,
			data = null,
			cause,
		}: { phase?: string; status?: number | null; data?: unknown; cause?: unknown } = {}
	) {
		super( message, cause === undefined ? undefined : { cause } );
		this.name = 'SdkError';
		this.phase = phase;
		this.status = status;
		this.data = data;
	}

	/**
	 * Any error as one of the SDK.
	 *
	 * @param error What was caught.
	 * @param phase Where.
	 */
	public static from( error: unknown, phase: string ): SdkError {
		if ( error instanceof SdkError ) {
			return error;
		}
		const { code, message, status, data } = normalizeBrowserSdkError( error );
		return new SdkError( code, message, { phase, status, data, cause: error } );
	}

	public toJSON(): Record< string, unknown > {
		const { schema, success, phase, code, message, status, data } = this;
		return { schema, success, phase, code, message, status, data };
	}
}
