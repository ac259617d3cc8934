import { expect, type Frame, type Page } from '@playwright/test';

/** A call of comlink as the remote would answer it, from whoever. */
export const RAW_CALL = { id: 'attack', type: 'APPLY', path: [ 'isConnected' ], argumentList: [] };

/** Ends what an asker collects. */
const END = 'wp-codebox-test-end';

interface Counting {
	/** Calls that reached this window, whatever became of them. */
	callsReceived: number;
	/** What was sent to this window, as JSON; the end itself not. */
	messagesSeen: string[];
	isEnd: boolean;
}

/** Runs in every window before its own scripts: notes what arrives, also what a guard then holds back. */
export function countCalls(): void {
	const window = globalThis as unknown as Counting & typeof globalThis;
	Object.assign( window, { callsReceived: 0, messagesSeen: [], isEnd: false } );
	window.addEventListener(
		'message',
		( { data } ) => {
			if ( data?.id === 'attack' && data.type === 'APPLY' ) {
				window.callsReceived++;
			} else if ( data === 'wp-codebox-test-end' ) {
				window.isEnd = true;
			} else if ( data?.type !== 'wp-codebox-preview-remote' ) {
				window.messagesSeen.push( JSON.stringify( data ) );
			}
		},
		true
	);
}

/**
 * What a window gets for a call to a remote. Nothing here depends on time: the remote has received the call,
 * has had its turn to answer, and then says the end, which cannot overtake an answer.
 *
 * @param asker  Window that asks.
 * @param remote The remote.
 * @param send   Sends RAW_CALL to the remote; runs in the asker.
 */
export async function answersTo(
	asker: Page | Frame,
	remote: Page | Frame,
	send: ( call: unknown ) => void
): Promise< string[] > {
	const before = await remote.evaluate( () => ( globalThis as unknown as Counting ).callsReceived );
	await asker.evaluate( () =>
		Object.assign( globalThis, { messagesSeen: [], isEnd: false } satisfies Partial< Counting > )
	);
	await asker.evaluate( send, RAW_CALL );
	await expect
		.poll( () => remote.evaluate( () => ( globalThis as unknown as Counting ).callsReceived ) )
		.toBeGreaterThan( before );
	await remote.evaluate( async ( end ) => {
		for ( let turn = 0; turn < 3; turn++ ) {
			await new Promise( ( next ) => setTimeout( next, 0 ) );
		}
		const everyone = ( root: Window ): Window[] => [
			root,
			...Array.from( { length: root.length }, ( _, index ) => everyone( root[ index ]! ) ).flat(),
		];
		for ( const target of [
			...everyone( window.top! ),
			...( window.opener ? [ window.opener as Window ] : [] ),
		] ) {
			target.postMessage( end, '*' );
		}
	}, END );
	await expect.poll( () => asker.evaluate( () => ( globalThis as unknown as Counting ).isEnd ) ).toBe( true );
	return asker.evaluate( () => ( globalThis as unknown as Counting ).messagesSeen );
}

/**
 * Opens a remote in a frame of a page, and waits until it says that it is there.
 *
 * @param page The page.
 * @param url  The remote.
 * @return Its frame.
 */
export async function openRemote( page: Page, url: string ): Promise< Frame > {
	await page.evaluate(
		( src ) =>
			new Promise< void >( ( ready ) => {
				const iframe = document.createElement( 'iframe' );
				iframe.id = 'opened-remote';
				window.addEventListener( 'message', ( { source, data } ) => {
					if ( source === iframe.contentWindow && data?.type === 'wp-codebox-preview-remote' ) {
						ready();
					}
				} );
				iframe.src = src;
				document.body.append( iframe );
			} ),
		url
	);
	const element = await page.locator( '#opened-remote' ).elementHandle();
	return ( await element!.contentFrame() )!;
}
