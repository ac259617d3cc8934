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

/** PHP waits for files and requests, which WebAssembly can only do with JSPI: the one build that is shipped needs it. */
export function jspiMissing(): PreviewError {
	return new PreviewError(
		'browser_preview_jspi_unavailable',
		'This browser cannot run the preview: it has no WebAssembly JavaScript Promise Integration. Use one that has it, such as a current Chrome or Edge.'
	);
}
