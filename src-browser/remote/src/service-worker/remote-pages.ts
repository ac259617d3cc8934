import type { PreviewAnswer, PreviewClaim, PreviewRequest } from '../protocol/messages.ts';

declare const self: ServiceWorkerGlobalScope;

/** A page that does not take a request within this time has gone or hangs; a busy machine needs seconds. */
const ACCEPT_WITHIN_MS = 15_000;

/** A request that PHP has not answered by then is given up; the preview stays usable. */
const ANSWER_WITHIN_MS = 120_000;

/**
 * The remote page of one scope. The service worker keeps no list: it may be stopped at any
 * time, and what it remembered would be gone.
 *
 * @param folder URL of the folder of the remote.
 * @param scope  Which preview.
 */
export async function remotePageOf( folder: string, scope: string ): Promise< Client | null > {
	// The page that just registered the service worker is not controlled by it yet.
	const windows = await self.clients.matchAll( { includeUncontrolled: true, type: 'window' } );
	const remotes = windows.filter( ( { url } ) => url.split( /[?#]/, 1 )[ 0 ] === `${ folder }remote.html` );
	const named = remotes.filter( ( { url } ) => new URL( url ).searchParams.get( 'scope' ) === scope );
	const unnamed = remotes.filter( ( { url } ) => ! new URL( url ).searchParams.has( 'scope' ) );
	// A frame inside the preview may have loaded the remote's URL too; it has no preview and says so.
	const claims = [ ...named, ...unnamed ].map( async ( client ) => {
		const claim: PreviewClaim = { type: 'wp-codebox-preview-claim', scope };
		const { kind } = await firstAnswer( client, claim );
		return kind === 'mine' ? client : Promise.reject( new Error( kind ) );
	} );
	return Promise.any( claims ).catch( () => null );
}

/**
 * Hands a request to a remote page.
 *
 * @param client  The page.
 * @param request The request; its body is transferred.
 */
export function ask( client: Client, request: PreviewRequest ): Promise< PreviewAnswer > {
	return new Promise( ( resolve, reject ) => {
		const { port1, port2 } = new MessageChannel();
		const late = ( what: string ) => () => reject( new Error( `The preview did not ${ what } in time.` ) );
		let timer = setTimeout( late( 'take the request' ), ACCEPT_WITHIN_MS );
		port1.onmessage = ( { data }: MessageEvent< PreviewAnswer > ) => {
			clearTimeout( timer );
			if ( data.kind === 'accepted' ) {
				timer = setTimeout( late( 'answer' ), ANSWER_WITHIN_MS );
				return;
			}
			port1.close();
			resolve( data );
		};
		client.postMessage( request, [ port2, ...( request.body ? [ request.body ] : [] ) ] );
	} );
}

function firstAnswer( client: Client, claim: PreviewClaim ): Promise< PreviewAnswer > {
	return new Promise( ( resolve, reject ) => {
		const { port1, port2 } = new MessageChannel();
		const timer = setTimeout( () => reject( new Error( 'no answer' ) ), ACCEPT_WITHIN_MS );
		port1.onmessage = ( { data }: MessageEvent< PreviewAnswer > ) => {
			clearTimeout( timer );
			port1.close();
			resolve( data );
		};
		client.postMessage( claim, [ port2 ] );
	} );
}
