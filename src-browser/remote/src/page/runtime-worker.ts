import { consumeAPI, type RemoteAPI } from '@php-wasm/universal';
import type { PreviewWorker } from '../worker/preview-worker.ts';

/** The worker that PHP runs in, as seen from the page. */
export class RuntimeWorker {
	readonly api: RemoteAPI< PreviewWorker >;

	private constructor( private readonly worker: Worker ) {
		this.api = consumeAPI< PreviewWorker >( worker );
	}

	/** @param url Script of the worker. */
	static async start( url: string ): Promise< RuntimeWorker > {
		const worker = new Worker( url, { type: 'module', name: 'wp-codebox-preview' } );
		await new Promise< void >( ( resolve, reject ) => {
			worker.addEventListener(
				'error',
				( event ) => reject( new Error( event.message || `The worker did not load: ${ url }` ) ),
				{
					once: true,
				}
			);
			worker.addEventListener( 'message', function started( event: MessageEvent< unknown > ) {
				if ( event.data === 'worker-script-started' ) {
					worker.removeEventListener( 'message', started );
					resolve();
				}
			} );
		} );
		return new RuntimeWorker( worker );
	}

	/** Ends the worker and frees its memory. */
	terminate(): void {
		this.worker.terminate();
	}
}
