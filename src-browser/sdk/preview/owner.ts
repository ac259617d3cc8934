import { PreviewStartError } from './preview-start-error.ts';
import type { PreviewClient, PreviewDisposeResult } from './types.ts';

/** A client that does not give itself up within this time is left to the reset of its frame. */
const RELEASE_WITHIN_MS = 5_000;

const owners = new Map< string, PreviewOwner >();

/**
 * Owns one scope on this page, from the start of a preview to its end. A later start of the
 * same scope takes it over at once.
 */
export class PreviewOwner {
	readonly #controller = new AbortController();
	#client: PreviewClient | null = null;
	#disposing: Promise< PreviewDisposeResult > | null = null;

	private constructor(
		private readonly scope: string,
		private readonly sessionId: string,
		private readonly iframe: HTMLIFrameElement,
		private readonly disposeClient: ( ( client: PreviewClient ) => Promise< void > | void ) | undefined
	) {}

	/**
	 * Takes a scope, from an earlier owner if there is one.
	 *
	 * @param scope         Which preview.
	 * @param sessionId     Whose.
	 * @param iframe        Its frame.
	 * @param disposeClient The caller's own release.
	 */
	static take(
		scope: string,
		sessionId: string,
		iframe: HTMLIFrameElement,
		disposeClient?: ( client: PreviewClient ) => Promise< void > | void
	): PreviewOwner {
		const owner = new PreviewOwner( scope, sessionId, iframe, disposeClient );
		const earlier = owners.get( scope );
		owners.set( scope, owner );
		// Not awaited: a hanging earlier preview must not hold up its successor.
		void earlier?.replaceBy( iframe );
		return owner;
	}

	/** Ends with the reason why this owner may not go on. */
	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/**
	 * The preview runs. One that comes too late (after an abort or a successor) is given back at once.
	 *
	 * @param client The client.
	 */
	async connect( client: PreviewClient ): Promise< PreviewClient > {
		if ( this.signal.aborted ) {
			await release( client, this.disposeClient );
			this.signal.throwIfAborted();
		}
		this.#client = client;
		return client;
	}

	/**
	 * What is waited for, or the reason why it is not any more. A value that comes later is nobody's.
	 *
	 * @param value What is waited for.
	 */
	unlessEnded< Value >( value: Promise< Value > ): Promise< Value > {
		const { signal } = this;
		return new Promise( ( resolve, reject ) => {
			const ended = (): void => reject( signal.reason as Error );
			if ( signal.aborted ) {
				ended();
			}
			signal.addEventListener( 'abort', ended, { once: true } );
			void value.then( resolve, reject ).finally( () => signal.removeEventListener( 'abort', ended ) );
		} );
	}

	/**
	 * The start failed: nothing of it is to go on.
	 *
	 * @param reason Why.
	 */
	fail( reason: PreviewStartError ): void {
		this.#controller.abort( reason );
		void this.dispose();
	}

	/** Ends the preview; the same result however often it is called. */
	dispose(): Promise< PreviewDisposeResult > {
		this.#controller.abort( new PreviewStartError( 'browser_preview_aborted', 'The preview was disposed.' ) );
		return ( this.#disposing ??= this.#end( true ) );
	}

	private async replaceBy( iframe: HTMLIFrameElement ): Promise< void > {
		this.#controller.abort(
			new PreviewStartError( 'browser_preview_replaced', 'A later start of the same scope took over.' )
		);
		// The successor may be using the same frame already.
		await ( this.#disposing ??= this.#end( iframe !== this.iframe ) );
	}

	async #end( resetFrame: boolean ): Promise< PreviewDisposeResult > {
		const client = this.#client;
		this.#client = null;
		const released = client === null ? NOTHING : await release( client, this.disposeClient );
		if ( owners.get( this.scope ) === this ) {
			owners.delete( this.scope );
		}
		if ( resetFrame ) {
			this.iframe.src = 'about:blank';
		}
		return {
			schema: 'wp-codebox/browser-preview-dispose-result/v1',
			session_id: this.sessionId,
			...released,
			iframe_reset: resetFrame,
		};
	}
}

type Released = Omit< PreviewDisposeResult, 'schema' | 'session_id' | 'iframe_reset' >;

const NOTHING: Released = {
	client_release_requested: false,
	client_released: false,
	runtime_release_requested: false,
	runtime_terminated: false,
};

async function release(
	client: PreviewClient,
	own?: ( client: PreviewClient ) => Promise< void > | void
): Promise< Released > {
	const [ released, terminated ] = await Promise.all( [
		own ? settled( async () => own( client ) ) : undefined,
		typeof client.dispose === 'function' ? settled( () => client.dispose!() ) : undefined,
	] );
	return {
		client_release_requested: released !== undefined,
		client_released: released === true,
		runtime_release_requested: terminated !== undefined,
		runtime_terminated: terminated === true,
	};
}

/** True when the action has been seen to end well in time. */
function settled( action: () => Promise< void > ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const timer = setTimeout( () => resolve( false ), RELEASE_WITHIN_MS );
		void action()
			.then(
				() => resolve( true ),
				() => resolve( false )
			)
			.finally( () => clearTimeout( timer ) );
	} );
}
