import { exposeAPI } from '@php-wasm/universal';
import type { BootOptions, PreviewProgress, PreviewStep } from '../protocol/boot.ts';
import type { RemoteSignal } from '../protocol/messages.ts';
import { jspiMissing, PreviewError } from '../protocol/preview-error.ts';
import { folderOf } from '../protocol/scope.ts';
import { allowedOrigins, guardMessages } from './guard.ts';
import { Preview, type RemoteFiles } from './preview.ts';
import {
	answerServiceWorker,
	answerServiceWorkerWithNothing,
	leave,
	registerServiceWorker,
	stay,
} from './service-worker-link.ts';
import { RuntimeWorker } from './runtime-worker.ts';

declare const REMOTE_FILES: RemoteFiles;

const folder = folderOf( window.location.href );
const parameters = new URL( window.location.href ).searchParams;

/** Route of the site that says who may embed the remote; for a remote on an origin of its own. */
const configUrl = parameters.get( 'config' );

/** The same route for a remote on the site's own origin, which needs it only to notice that the plugin is gone. */
const probeUrl = configUrl ?? parameters.get( 'probe' );

/** The PHP runtime, where the caller names it with the page. */
const runtimeUrl = parameters.get( 'runtime' );

/** A path of the plugin's own route, which only reads: a page that may not embed this one names the address, too. */
const RUNTIME_ROUTE = /\/wp-codebox\/v1\/browser-preview\/runtime\/[\w.-]+$/;

function refuse( error: unknown ): void {
	const { code, message } =
		error instanceof PreviewError ? error : new PreviewError( 'browser_preview_remote_failed', String( error ) );
	document.body.textContent = message;
	answerServiceWorkerWithNothing();
	if ( window.parent !== window ) {
		window.parent.postMessage(
			{ type: 'wp-codebox-preview-remote', state: 'refused', code, message } satisfies RemoteSignal,
			'*'
		);
	}
}

/** The runtime is code: it comes from the remote's own origin, whoever names it. */
function ownUrl( url: string ): string {
	const { origin, href } = new URL( url, folder );
	if ( origin !== window.location.origin ) {
		throw new PreviewError(
			'browser_preview_runtime_invalid',
			`The PHP runtime has to come from ${ window.location.origin }.`
		);
	}
	return href;
}

/** Opens the remote for the window around it. Everything that answers is set up in here, after the guard. */
async function open(): Promise< void > {
	if ( window.parent === window ) {
		throw new PreviewError(
			'browser_preview_top_level',
			'The remote only works inside the page that starts a preview.'
		);
	}
	if ( typeof WebAssembly === 'undefined' ) {
		throw new PreviewError(
			'browser_preview_wasm_unavailable',
			'This browser has no WebAssembly, or a policy forbids it.'
		);
	}
	if ( ! ( 'Suspending' in WebAssembly ) ) {
		throw jspiMissing();
	}
	// Takes a while and needs nothing from the caller.
	const starting = RuntimeWorker.start( folder + REMOTE_FILES.worker );
	starting.catch( () => undefined );
	guardMessages( await allowedOrigins( configUrl ) );
	if ( runtimeUrl !== null && RUNTIME_ROUTE.test( runtimeUrl ) ) {
		// Whoever asks for it later learns what went wrong.
		starting.then( ( { api } ) => api.prepareRuntime( ownUrl( runtimeUrl ) ) ).catch( () => undefined );
	}
	const registering = registerServiceWorker(
		folder,
		probeUrl === null ? null : new URL( probeUrl, window.location.href ).href
	);
	registering.catch( () => undefined );

	let preview: Preview | null = null;
	let registration: ServiceWorkerRegistration | null = null;
	const booted = (): Preview => {
		if ( ! preview ) {
			throw new PreviewError( 'browser_preview_not_booted', 'boot() has to come first.' );
		}
		return preview;
	};
	const steps = new Set< ( progress: PreviewProgress ) => unknown >();
	const onStep = ( step: PreviewStep ): void => steps.forEach( ( listener ) => listener( { step } ) );

	const runtime = await starting;
	const api = {
		/** @param url The PHP runtime, on the remote's own origin: it is compiled while the rest is still on its way. */
		prepare: ( url: string ): Promise< void > => runtime.api.prepareRuntime( ownUrl( url ) ),
		async boot( options: BootOptions ): Promise< void > {
			if ( preview ) {
				throw new PreviewError(
					'browser_preview_already_booted',
					'A remote boots once; load it again for another preview.'
				);
			}
			preview = new Preview( options, folder, REMOTE_FILES, runtime );
			onStep( 'connect' );
			try {
				answerServiceWorker( preview );
				[ registration ] = await Promise.all( [ registering, preview.boot( onStep ) ] );
				stay( registration );
				setReady();
			} catch ( error ) {
				setFailed( error instanceof Error ? error : new Error( String( error ) ) );
				throw error;
			}
		},
		/** @param listener Called with each step of the start. */
		onBootProgress: ( listener: ( progress: PreviewProgress ) => unknown ): void => void steps.add( listener ),
		goTo: ( path: string ) => booted().frame.goTo( path ),
		getCurrentURL: () => booted().frame.currentPath(),
		onNavigation: ( listener: ( path: string ) => void ) => booted().frame.onNavigation( listener ),
		setIframeSandboxFlags: ( flags: string[] ) => booted().frame.setSandbox( flags ),
		async dispose(): Promise< void > {
			try {
				await booted().dispose();
			} finally {
				leave( registration );
			}
		},
		// Functions that cross two borders have to be handed on by hand.
		onMessage: ( listener: ( data: string ) => unknown ) =>
			runtime.api.onMessage( async ( data ) => listener( data ) as never ),
		addEventListener: ( type: string, listener: ( event: unknown ) => void ) =>
			runtime.api.addEventListener( type, ( event ) => listener( event ) ),
		removeEventListener: ( type: string, listener: ( event: unknown ) => void ) =>
			runtime.api.removeEventListener( type, listener ),
		onDownloadProgress: ( listener: ( progress: CustomEvent< ProgressEvent > ) => void ) =>
			runtime.api.onDownloadProgress( ( progress ) => listener( progress ) ),
		// The caller shows progress; this page shows the preview only.
		setProgress: (): void => undefined,
		setLoaded: (): void => undefined,
		prefetchUpdateChecks: (): void => undefined,
	};
	const [ setReady, setFailed ] = exposeAPI( api, runtime.api );
	window.addEventListener( 'pagehide', () => leave( registration ) );
	window.parent.postMessage( { type: 'wp-codebox-preview-remote', state: 'ready' } satisfies RemoteSignal, '*' );
}

open().catch( refuse );
