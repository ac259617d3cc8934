import {
	HERE_EVERY_MS,
	type PreviewAnswer,
	type PreviewRequest,
	type RemoteHere,
	type RemoteLeaving,
} from '../protocol/messages.ts';
import { folderOf, scopedPath, siteUrl } from '../protocol/scope.ts';
import { responseHeaders } from './policy.ts';
import { ask, remotePageOf } from './remote-pages.ts';

/**
 * Answers the requests of previews from the worker of their remote page. Keeps no state:
 * everything is asked from the page at each request, so the browser may stop it at will.
 */
declare const self: ServiceWorkerGlobalScope;

const folder = folderOf( self.location.href );

/** Answers 404 once the plugin is gone; set by the page that registered this worker. */
const probe = new URL( self.location.href ).searchParams.get( 'probe' );

const NO_BODY = new Set( [ 101, 103, 204, 205, 304 ] );

self.addEventListener( 'install', () => void self.skipWaiting() );
self.addEventListener( 'activate', ( event ) =>
	event.waitUntil( Promise.all( [ self.clients.claim(), leaveIfGone() ] ) )
);

self.addEventListener( 'fetch', ( event ) => {
	const target = scopedPath( folder, event.request.url );
	if ( target ) {
		event.respondWith( answer( event.request, target.scope ) );
	}
} );

self.addEventListener( 'message', ( event ) => {
	const message = event.data as RemoteLeaving | RemoteHere | null;
	if ( message?.type === 'wp-codebox-preview-leaving' ) {
		event.waitUntil( leaveWhenUnused() );
	} else if ( message?.type === 'wp-codebox-preview-here' ) {
		event.waitUntil( leaveAfter( message.lock ) );
	}
} );

async function answer( request: Request, scope: string ): Promise< Response > {
	if ( request.mode === 'navigate' && request.destination === 'document' ) {
		return page( 403, 'A preview only runs inside the page that started it.' );
	}
	try {
		const client = await remotePageOf( folder, scope );
		if ( ! client ) {
			void leaveIfGone();
			return page( 503, 'This preview is not running (any more). Start it again from the page that shows it.' );
		}
		return await toResponse( await ask( client, await toMessage( request, scope ) ), scope );
	} catch ( error ) {
		return page( 504, error instanceof Error ? error.message : 'The preview did not answer.' );
	}
}

async function toMessage( request: Request, scope: string ): Promise< PreviewRequest > {
	const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
	return {
		type: 'wp-codebox-preview-request',
		scope,
		url: request.url,
		method: request.method,
		headers: {
			...Object.fromEntries( request.headers ),
			host: new URL( request.url ).host,
			// Not every browser shows these to a fetch event.
			'user-agent': self.navigator.userAgent,
			...( request.referrer ? { referer: request.referrer } : {} ),
		},
		body: hasBody ? await request.arrayBuffer() : null,
		navigation: request.mode === 'navigate',
	};
}

async function toResponse( reply: PreviewAnswer, scope: string ): Promise< Response > {
	switch ( reply.kind ) {
		case 'response': {
			const headers = responseHeaders( reply.headers, reply.mode );
			const location = headers.get( 'location' );
			if ( reply.status >= 300 && reply.status < 400 && location !== null ) {
				const target = new URL( location, siteUrl( folder, scope ) ).href;
				if ( scopedPath( folder, target )?.scope !== scope ) {
					return page( 502, `The preview redirects to ${ target }, which is outside of it.` );
				}
				headers.set( 'location', target );
				return new Response( null, { status: reply.status, headers } );
			}
			return new Response( NO_BODY.has( reply.status ) ? null : reply.body, { status: reply.status, headers } );
		}
		case 'core-file': {
			// Never with cookies: the file is public, and the preview must not act as the visitor.
			const found = await fetch( reply.url, { credentials: 'omit', redirect: 'error' } );
			const sent = Object.fromEntries( [ ...found.headers ].map( ( [ name, value ] ) => [ name, [ value ] ] ) );
			// fetch() has undone the encoding.
			delete sent[ 'content-encoding' ];
			return new Response( found.body, { status: found.status, headers: responseHeaders( sent, reply.mode ) } );
		}
		case 'failed':
			return page( 500, reply.message );
		default:
			return page( 502, 'The preview answered with something unexpected.' );
	}
}

/**
 * A page of our own, always in the sandbox: it may quote what the preview sent.
 *
 * @param status HTTP status.
 * @param text   One sentence.
 */
function page( status: number, text: string ): Response {
	return new Response( text, {
		status,
		headers: responseHeaders(
			{ 'content-type': [ 'text/plain; charset=utf-8' ], 'cache-control': [ 'no-store' ] },
			null
		),
	} );
}

/**
 * Unregisters this worker when the plugin is gone: deactivated, so that its route is, or deleted, so that
 * this very script is. Offline proves nothing.
 */
async function leaveIfGone(): Promise< void > {
	const witnesses = [ self.location.href, ...( probe === null ? [] : [ probe ] ) ].filter(
		( url ) => new URL( url ).origin === self.location.origin
	);
	const gone = await Promise.all( witnesses.map( isGone ) );
	if ( gone.includes( true ) ) {
		await self.registration.unregister();
	}
}

async function isGone( url: string ): Promise< boolean > {
	return fetch( url, { credentials: 'omit', cache: 'no-cache' } ).then(
		( { status } ) => status === 404 || status === 410,
		() => false
	);
}

/**
 * Waits for the end of a remote page, until it says again that it is there.
 *
 * @param lock The lock that the page holds while it lives.
 */
async function leaveAfter( lock: string ): Promise< void > {
	const ended = await navigator.locks
		.request( lock, { signal: AbortSignal.timeout( HERE_EVERY_MS * 1.5 ) }, () => true )
		.catch( () => false );
	if ( ended ) {
		await leaveWhenUnused();
	}
}

/** How often and how long (in milliseconds) to look whether the page that said goodbye is gone. */
const LOOK_EVERY_MS = 250;
const LOOK_FOR_MS = 10_000;

/** Unregisters this worker when the last remote page is gone: a site that is not previewing keeps no service worker. */
async function leaveWhenUnused(): Promise< void > {
	for ( let waited = 0; waited < LOOK_FOR_MS; waited += LOOK_EVERY_MS ) {
		const windows = await self.clients.matchAll( { includeUncontrolled: true, type: 'window' } );
		if ( ! windows.some( ( { url } ) => url.startsWith( `${ folder }remote.html` ) ) ) {
			await self.registration.unregister();
			return;
		}
		await new Promise( ( wait ) => setTimeout( wait, LOOK_EVERY_MS ) );
	}
}
