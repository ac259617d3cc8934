import { consumeAPI } from '@php-wasm/universal';
import { PREVIEW_STEPS, type PreviewBoot, type PreviewProgress } from '../protocol/boot.ts';
import type { RemoteSignal } from '../protocol/messages.ts';
import { PreviewError } from '../protocol/preview-error.ts';
import { runBlueprint, type Blueprint } from './blueprint.ts';
import { Deadline } from './deadline.ts';
import { Download, type PreviewFile } from './download.ts';
import type { RemoteClient } from './remote-client.ts';

export type { RemoteClient, PreviewFile, PreviewProgress };

/** Isolation, files and storage of a preview, as the site's boot configuration names them. */
export interface SelfHostedPreview {
	readonly mode: PreviewBoot[ 'mode' ];
	readonly install: PreviewBoot[ 'install' ];
	readonly runtime?: PreviewFile;
	readonly archive?: PreviewFile;
	readonly core_url?: string;
	readonly exclusive?: boolean;
	readonly persist?: boolean;
}

export interface StartOptions {
	readonly iframe: HTMLIFrameElement;
	/** `remote.html`, on the origin that the preview is to have. */
	readonly remoteUrl: string;
	readonly scope: string;
	readonly blueprint?: Blueprint;
	readonly preview?: SelfHostedPreview;
	/** REST nonce of the page's user, for the files of the preview. */
	readonly nonce?: string;
	readonly signal?: AbortSignal;
	/** Milliseconds for everything; 60,000 unless said otherwise. */
	readonly timeoutMs?: number;
	readonly onProgress?: ( progress: PreviewProgress ) => void;
	readonly onClientConnected?: ( client: RemoteClient ) => void;
}

/**
 * Starts a preview in a frame: the counterpart of the function of the same name in
 * `@wp-playground/client`, for a remote that need not lie at the root of its host.
 *
 * @param options Frame, remote and what to run.
 * @return The client, when the landing page has loaded.
 */
export async function startPlaygroundWeb( options: StartOptions ): Promise< RemoteClient > {
	const deadline = new Deadline( options.timeoutMs ?? 60_000, options.signal );
	const report = options.onProgress ?? ( (): void => undefined );
	try {
		deadline.signal.throwIfAborted();
		const { runtime, archive } = options.preview ?? {};
		const download = new Download(
			[ runtime, archive ].filter( ( file ) => file !== undefined ),
			options.nonce,
			deadline.signal,
			report
		);
		const packedSite = archive && download.fetch( archive );
		packedSite?.catch( () => undefined );
		report( { step: 'connect' } );
		await deadline.race( openRemote( options, deadline.signal ) );
		const client = consumeAPI< RemoteClient >( options.iframe.contentWindow! ) as unknown as RemoteClient;
		await deadline.race( client.isConnected() );
		// Whatever comes from the remote is data of a stranger.
		await deadline.race(
			client.onBootProgress( ( { step } ) => PREVIEW_STEPS.includes( step ) && report( { step } ) )
		);
		const prepared = runtime && client.prepare( runtime.url ).then( () => download.arrived( runtime ) );
		const [ site ] = await deadline.race( Promise.all( [ packedSite, prepared ] ) );
		await deadline.race(
			client.boot( {
				scope: options.scope,
				preview: {
					mode: options.preview?.mode ?? 'origin',
					install: options.preview?.install ?? 'snapshot',
					coreUrl: options.preview?.core_url,
					exclusive: options.preview?.exclusive,
					persist: options.preview?.persist,
					timeoutMs: deadline.remainingMs,
					archive: site,
				},
			} )
		);
		await deadline.race( client.isReady() );
		options.onClientConnected?.( client );
		report( { step: 'blueprint' } );
		await deadline.race( runBlueprint( client, options.blueprint ?? {} ) );
		report( { step: 'open' } );
		await deadline.race( client.goTo( options.blueprint?.landingPage ?? '/' ) );
		report( { step: 'ready' } );
		return client;
	} catch ( error ) {
		throw deadline.signal.aborted ? deadline.signal.reason : withCode( error );
	} finally {
		deadline.clear();
	}
}

/** Loads the remote and waits for its word: it speaks when its guard is up, or says why it refuses. */
function openRemote( { iframe, remoteUrl, scope, preview }: StartOptions, signal: AbortSignal ): Promise< void > {
	signal.throwIfAborted();
	const url = new URL( remoteUrl, document.baseURI );
	url.searchParams.set( 'scope', scope );
	if ( preview?.runtime ) {
		// Known from the start, so that compiling need not wait until both sides have met.
		url.searchParams.set( 'runtime', new URL( preview.runtime.url, document.baseURI ).href );
	}
	return new Promise( ( resolve, reject ) => {
		const listen = ( event: MessageEvent< RemoteSignal | null > ): void => {
			if (
				event.source !== iframe.contentWindow ||
				event.origin !== url.origin ||
				event.data?.type !== 'wp-codebox-preview-remote'
			) {
				return;
			}
			window.removeEventListener( 'message', listen );
			if ( event.data.state === 'ready' ) {
				resolve();
			} else {
				reject( withCode( new Error( event.data.message ) ) );
			}
		};
		window.addEventListener( 'message', listen );
		signal.addEventListener( 'abort', () => window.removeEventListener( 'message', listen ), { once: true } );
		iframe.src = url.href;
	} );
}

/** Gives an error from the remote its code back, which crossed the windows inside the message. */
function withCode( error: unknown ): Error {
	if ( error instanceof PreviewError ) {
		return error;
	}
	const message = error instanceof Error ? error.message : String( error );
	const [ , text = message, code = 'browser_preview_start_failed' ] =
		/^(.*) \[(browser_preview_\w+)\]$/s.exec( message ) ?? [];
	return new PreviewError( code, text, error );
}
