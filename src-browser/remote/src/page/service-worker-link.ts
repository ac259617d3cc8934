import {
	HERE_EVERY_MS,
	type PreviewAnswer,
	type PreviewClaim,
	type PreviewRequest,
	type RemoteHere,
	type RemoteLeaving,
} from '../protocol/messages.ts';
import { PreviewError } from '../protocol/preview-error.ts';

/** What the service worker may ask of the remote page. */
export interface RequestTarget {
	readonly scope: string;
	answer: ( request: PreviewRequest ) => Promise< PreviewAnswer >;
}

/**
 * Registers the service worker of this folder and waits until it works.
 *
 * @param folder URL of the folder of the remote.
 * @param probe  URL that answers 404 once the plugin is gone.
 */
export async function registerServiceWorker(
	folder: string,
	probe: string | null
): Promise< ServiceWorkerRegistration > {
	if ( ! ( 'serviceWorker' in navigator ) ) {
		throw new PreviewError(
			'browser_preview_service_worker_unavailable',
			window.isSecureContext
				? 'This browser has no service workers (or a private window that denies them).'
				: 'Service workers need https (or localhost).'
		);
	}
	try {
		const script = `${ folder }sw.js${ probe === null ? '' : `?probe=${ encodeURIComponent( probe ) }` }`;
		const registration = await navigator.serviceWorker.register( script, {
			scope: folder,
			updateViaCache: 'none',
		} );
		await activated( registration );
		return registration;
	} catch ( error ) {
		throw new PreviewError(
			'browser_preview_service_worker_denied',
			`The browser did not let the preview register its service worker: ${ error instanceof Error ? error.message : String( error ) }`,
			error
		);
	}
}

/**
 * Answers the service worker for one preview.
 *
 * @param target The preview.
 */
export function answerServiceWorker( target: RequestTarget ): void {
	navigator.serviceWorker?.addEventListener( 'message', ( event: MessageEvent< PreviewRequest | PreviewClaim > ) => {
		const [ port ] = event.ports;
		if (
			! port ||
			( event.data.type !== 'wp-codebox-preview-request' && event.data.type !== 'wp-codebox-preview-claim' )
		) {
			return;
		}
		const reply = ( answer: PreviewAnswer ): void =>
			port.postMessage( answer, answer.kind === 'response' ? [ answer.body ] : [] );
		if ( event.data.scope !== target.scope ) {
			reply( { kind: 'not-mine' } );
			return;
		}
		if ( event.data.type === 'wp-codebox-preview-claim' ) {
			reply( { kind: 'mine' } );
			return;
		}
		reply( { kind: 'accepted' } );
		void target.answer( event.data ).then( reply );
	} );
	navigator.serviceWorker?.startMessages();
}

/** A page without a preview says so at once, so that the service worker does not wait for it. */
export function answerServiceWorkerWithNothing(): void {
	navigator.serviceWorker?.addEventListener( 'message', ( event ) =>
		event.ports[ 0 ]?.postMessage( { kind: 'not-mine' } satisfies PreviewAnswer )
	);
}

/**
 * Lets the service worker notice the end of this page, however it ends: a lock is released by
 * the browser even when a tab is killed and says nothing any more.
 *
 * @param registration The service worker.
 */
export function stay( registration: ServiceWorkerRegistration ): void {
	if ( ! ( 'locks' in navigator ) ) {
		return;
	}
	const lock = `wp-codebox-preview-page:${ crypto.randomUUID() }`;
	void navigator.locks.request( lock, () => new Promise( () => undefined ) );
	const here = (): void =>
		registration.active?.postMessage( { type: 'wp-codebox-preview-here', lock } satisfies RemoteHere );
	here();
	setInterval( here, HERE_EVERY_MS );
}

/** Tells the service worker that this page goes away; it leaves with the last one. */
export function leave( registration: ServiceWorkerRegistration | null ): void {
	registration?.active?.postMessage( { type: 'wp-codebox-preview-leaving' } satisfies RemoteLeaving );
}

function activated( registration: ServiceWorkerRegistration ): Promise< void > {
	return new Promise( ( resolve, reject ) => {
		const pending = registration.installing ?? registration.waiting;
		if ( registration.active && ! pending ) {
			resolve();
			return;
		}
		if ( ! pending ) {
			reject( new Error( 'no worker in the registration' ) );
			return;
		}
		const check = (): void => {
			if ( pending.state === 'activated' ) {
				resolve();
			} else if ( pending.state === 'redundant' ) {
				if ( registration.active ) {
					resolve();
				} else {
					reject( new Error( 'the service worker failed to install' ) );
				}
			}
		};
		pending.addEventListener( 'statechange', check );
		check();
	} );
}
