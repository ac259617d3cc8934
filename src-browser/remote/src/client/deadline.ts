import { PreviewError } from '../protocol/preview-error.ts';

/** One deadline for a whole start, and the caller's own abort, as one signal. */
export class Deadline {
	readonly signal: AbortSignal;
	readonly #controller = new AbortController();
	readonly #end: number;
	readonly #timer: ReturnType< typeof setTimeout >;

	/**
	 * @param timeoutMs How long everything may take together.
	 * @param caller    The caller's own signal.
	 */
	constructor( timeoutMs: number, caller?: AbortSignal ) {
		this.signal = this.#controller.signal;
		this.#end = Date.now() + timeoutMs;
		this.#timer = setTimeout(
			() =>
				this.#controller.abort(
					new PreviewError(
						'browser_preview_startup_timeout',
						`The preview did not start within ${ timeoutMs } ms.`
					)
				),
			timeoutMs
		);
		const abort = (): void =>
			this.#controller.abort(
				new PreviewError( 'browser_preview_aborted', 'The start of the preview was aborted.', caller?.reason )
			);
		if ( caller?.aborted ) {
			abort();
		}
		caller?.addEventListener( 'abort', abort, { once: true, signal: this.signal } );
	}

	/** Milliseconds that are left. */
	get remainingMs(): number {
		return Math.max( 0, this.#end - Date.now() );
	}

	/**
	 * The value, or the reason why the start ended before it came.
	 *
	 * @param value What is waited for.
	 */
	race< Value >( value: Promise< Value > ): Promise< Value > {
		return new Promise( ( resolve, reject ) => {
			const ended = (): void => reject( this.signal.reason as Error );
			if ( this.signal.aborted ) {
				ended();
			}
			this.signal.addEventListener( 'abort', ended, { once: true } );
			value.then( resolve, reject ).finally( () => this.signal.removeEventListener( 'abort', ended ) );
		} );
	}

	/** The start is over; nothing is to be aborted any more. */
	clear(): void {
		clearTimeout( this.#timer );
	}
}
