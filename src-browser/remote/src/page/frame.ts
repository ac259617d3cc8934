import { scopedPath, siteUrl } from '../protocol/scope.ts';

/** The frame that shows the preview, and where it is. */
export class PreviewFrame {
	readonly #listeners = new Set< ( path: string ) => void >();
	#element: HTMLIFrameElement | null = null;
	#url = '';

	/**
	 * @param folder URL of the folder of the remote.
	 * @param scope  Which preview.
	 */
	constructor(
		private readonly folder: string,
		private readonly scope: string
	) {}

	/** Puts the frame on the page. */
	attach(): void {
		// Whatever the preview's pages do, their frame stays inside the preview.
		const policy = document.createElement( 'meta' );
		policy.httpEquiv = 'Content-Security-Policy';
		policy.content = `frame-src ${ siteUrl( this.folder, this.scope ) }`;
		document.head.append( policy );
		this.#element = document.createElement( 'iframe' );
		this.#element.title = 'WordPress preview';
		this.#element.allow = 'clipboard-write; fullscreen';
		this.#element.addEventListener( 'load', () => this.#readLocation() );
		document.body.append( this.#element );
	}

	/**
	 * Shows a page of the preview.
	 *
	 * @param path Path below the preview, with a leading slash, or a URL inside it.
	 * @return When the page has loaded.
	 */
	async goTo( path: string ): Promise< void > {
		const frame = this.#element;
		if ( ! frame ) {
			throw new Error( 'The preview has no frame yet: boot it first.' );
		}
		const url = new URL( path.replace( /^\/+/, './' ), siteUrl( this.folder, this.scope ) ).href;
		if ( scopedPath( this.folder, url )?.scope !== this.scope ) {
			throw new Error( `The path leads out of the preview: ${ path }` );
		}
		const loaded = new Promise< void >( ( resolve ) =>
			frame.addEventListener( 'load', () => resolve(), { once: true } )
		);
		if ( frame.src === url ) {
			frame.src = 'about:blank';
			await new Promise( ( resolve ) => frame.addEventListener( 'load', resolve, { once: true } ) );
		}
		frame.src = url;
		await loaded;
	}

	/**
	 * The service worker saw a navigation. In mode `isolated` this is all that can be known:
	 * the document has an opaque origin.
	 *
	 * @param url Where to.
	 */
	navigating( url: string ): void {
		this.#moved( url );
	}

	/** The path that the frame shows, with its query, below the preview. */
	currentPath(): string {
		this.#readLocation();
		return this.#url === '' ? '/' : '/' + this.#url.slice( siteUrl( this.folder, this.scope ).length );
	}

	/** @param listener Called with each new path. */
	onNavigation( listener: ( path: string ) => void ): void {
		this.#listeners.add( listener );
	}

	/** @param flags Tokens of the `sandbox` attribute. */
	setSandbox( flags: readonly string[] ): void {
		this.#element?.setAttribute( 'sandbox', flags.join( ' ' ) );
	}

	/** Takes the frame away. */
	remove(): void {
		this.#listeners.clear();
		this.#element?.remove();
		this.#element = null;
	}

	#readLocation(): void {
		try {
			const href = this.#element?.contentWindow?.location.href;
			if ( href !== undefined && scopedPath( this.folder, href )?.scope === this.scope ) {
				this.#moved( href );
			}
		} catch {
			// An opaque origin does not tell; navigating() has.
		}
	}

	#moved( url: string ): void {
		if ( url !== this.#url ) {
			this.#url = url;
			for ( const listener of this.#listeners ) {
				listener( this.currentPathOf( url ) );
			}
		}
	}

	private currentPathOf( url: string ): string {
		return '/' + url.slice( siteUrl( this.folder, this.scope ).length );
	}
}
