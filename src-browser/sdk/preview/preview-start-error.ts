/** A failed start of a preview, as `wp-codebox/browser-runtime-error/v1`. */
export class PreviewStartError extends Error {
	readonly schema = 'wp-codebox/browser-runtime-error/v1';
	readonly success = false;
	readonly phase = 'browser_preview_start';

	/**
	 * @param code    `browser_preview_…`.
	 * @param message One sentence for a person.
	 * @param cause   What it was caught from.
	 */
	constructor(
		readonly code: string,
		message: string,
		cause?: unknown
	) {
		super( message, cause === undefined ? undefined : { cause } );
		this.name = 'PreviewStartError';
	}

	/**
	 * Any error, as one of a start.
	 *
	 * @param error What was thrown.
	 */
	static from( error: unknown ): PreviewStartError {
		if ( error instanceof PreviewStartError ) {
			return error;
		}
		const { code, message } = ( typeof error === 'object' && error !== null ? error : {} ) as {
			code?: unknown;
			message?: unknown;
		};
		const text = typeof message === 'string' ? message.replace( / \[browser_preview_\w+\]$/, '' ) : String( error );
		return new PreviewStartError( typeof code === 'string' ? code : 'browser_preview_start_failed', text, error );
	}

	toJSON(): Record< string, unknown > {
		const { schema, success, phase, code, message } = this;
		return { schema, success, phase, code, message };
	}
}
