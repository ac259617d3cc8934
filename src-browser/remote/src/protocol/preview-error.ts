/** An error with a stable code; the code survives the way from the worker to the page of the caller. */
export class PreviewError extends Error {
	readonly code: string;

	/**
	 * @param code    `browser_preview_…`.
	 * @param message One sentence that says what was expected.
	 * @param cause   What it was caught from.
	 */
	constructor( code: string, message: string, cause?: unknown ) {
		// Errors cross windows as message and name only, so the code travels in the message too.
		super( `${ message } [${ code }]`, cause === undefined ? undefined : { cause } );
		this.name = 'PreviewError';
		this.code = code;
	}
}
