import type { PreviewProgress } from '../protocol/boot.ts';
import { PreviewError } from '../protocol/preview-error.ts';

/** A file that the site serves to those who may preview. */
export interface PreviewFile {
	readonly url: string;
	/** Size on the way, where the site knows it. */
	readonly bytes?: number;
}

/**
 * Fetches the files of a preview side by side and reports the bytes of all of them together.
 */
export class Download {
	readonly #loaded = new Map< string, number >();

	/**
	 * @param files      What to fetch.
	 * @param nonce      REST nonce of the page's user.
	 * @param signal     Ends the download.
	 * @param onProgress Called with each chunk.
	 */
	constructor(
		private readonly files: readonly PreviewFile[],
		private readonly nonce: string | undefined,
		private readonly signal: AbortSignal,
		private readonly onProgress: ( progress: PreviewProgress ) => void
	) {}

	/**
	 * @param file One of the files.
	 */
	async fetch( file: PreviewFile ): Promise< Blob > {
		const response = await fetch( file.url, {
			credentials: 'same-origin',
			headers: this.nonce === undefined ? {} : { 'X-WP-Nonce': this.nonce },
			signal: this.signal,
		} ).catch( ( error: unknown ) => {
			this.signal.throwIfAborted();
			throw new PreviewError(
				'browser_preview_download_failed',
				'The site could not be reached for the files of the preview.',
				error
			);
		} );
		if ( ! response.ok || ! response.body ) {
			throw new PreviewError(
				'browser_preview_download_failed',
				`The site answered with HTTP ${ response.status } for a file of the preview.`
			);
		}
		try {
			return await new Response( response.body.pipeThrough( this.#counter( file.url ) ) ).blob();
		} catch ( error ) {
			this.signal.throwIfAborted();
			throw new PreviewError(
				'browser_preview_download_failed',
				'The connection broke while a file of the preview was on its way.',
				error
			);
		}
	}

	/**
	 * A file that the remote fetched has arrived there.
	 *
	 * @param file One of the files.
	 */
	arrived( file: PreviewFile ): void {
		this.#loaded.set( file.url, file.bytes ?? 0 );
		this.#report();
	}

	#counter( url: string ): TransformStream< Uint8Array< ArrayBuffer >, Uint8Array< ArrayBuffer > > {
		return new TransformStream( {
			transform: ( chunk, controller ) => {
				this.#loaded.set( url, ( this.#loaded.get( url ) ?? 0 ) + chunk.byteLength );
				this.#report();
				controller.enqueue( chunk );
			},
		} );
	}

	#report(): void {
		const loaded = [ ...this.#loaded.values() ].reduce( ( sum, bytes ) => sum + bytes, 0 );
		const sizes = this.files.map( ( { bytes } ) => bytes );
		const total = sizes.some( ( bytes ) => bytes === undefined )
			? undefined
			: sizes.reduce< number >( ( sum, bytes ) => sum + ( bytes ?? 0 ), 0 );
		this.onProgress( { step: 'download', loaded, total } );
	}
}
