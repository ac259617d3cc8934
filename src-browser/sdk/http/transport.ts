import { SdkError } from '../sdk-error.ts';

export interface RestRequest {
	readonly path: string;
	readonly method?: 'GET' | 'POST';
	readonly data?: unknown;
	readonly signal?: AbortSignal;
	readonly headers?: Readonly< Record< string, string > >;
}

/** `@wordpress/api-fetch`, as far as it is used here. */
export interface ApiFetch {
	( options: RestRequest ): Promise< unknown >;
	readonly nonceMiddleware?: { readonly nonce?: string };
}

export interface TransportOptions {
	readonly apiFetch?: ApiFetch;
	/** Address of the REST API, with its trailing slash. */
	readonly root?: string;
	readonly nonce?: string;
}

/** The way to the site's REST API, as the user of the page: api-fetch where the page has it, else fetch with a nonce. */
export class Transport {
	/**
	 * @param options What the page has.
	 */
	public constructor( private readonly options: TransportOptions = {} ) {}

	/** REST nonce of the page's user, where the page holds one. */
	public get nonce(): string | undefined {
		return this.options.nonce ?? this.apiFetch?.nonceMiddleware?.nonce ?? pageSettings().nonce;
	}

	/** Address of the REST API, with its trailing slash. */
	public get root(): string {
		return this.options.root ?? pageSettings().root;
	}

	/** Whether a request would carry the rights of a user. */
	public get hasUser(): boolean {
		return this.apiFetch !== undefined || this.nonce !== undefined;
	}

	/**
	 * @param  request Path below the REST API, with a leading slash.
	 * @return The decoded answer.
	 * @throws {SdkError} with code, message and status of the site's answer.
	 */
	public async send( request: RestRequest ): Promise< unknown > {
		try {
			return this.apiFetch ? await this.apiFetch( request ) : await this.fetch( request );
		} catch ( error ) {
			throw SdkError.from( error, 'browser_sdk_request' );
		}
	}

	/**
	 * Runs an ability of the site through core's run route.
	 *
	 * @param id     Ability id.
	 * @param input  Its input.
	 * @param signal Ends the request.
	 */
	public ability( id: string, input: unknown, signal?: AbortSignal ): Promise< unknown > {
		return this.send( { path: `/wp-abilities/v1/abilities/${ id }/run`, method: 'POST', data: { input }, signal } );
	}

	private get apiFetch(): ApiFetch | undefined {
		return this.options.apiFetch ?? ( window as unknown as { wp?: { apiFetch?: ApiFetch } } ).wp?.apiFetch;
	}

	private async fetch( { path, method = 'GET', data, signal, headers }: RestRequest ): Promise< unknown > {
		const { nonce } = this;
		const response = await fetch( this.url( path ), {
			method,
			signal,
			credentials: 'same-origin',
			headers: {
				Accept: 'application/json',
				...( data === undefined ? {} : { 'Content-Type': 'application/json' } ),
				...( nonce === undefined ? {} : { 'X-WP-Nonce': nonce } ),
				...headers,
			},
			body: data === undefined ? undefined : JSON.stringify( data ),
		} );
		const answer: unknown = await response.json().catch( () => null );
		if ( ! response.ok ) {
			throw (
				answer ??
				new SdkError( 'browser_sdk_answer_invalid', `The site answered with HTTP ${ response.status }.`, {
					status: response.status,
				} )
			);
		}
		return answer;
	}

	private url( path: string ): string {
		const { root } = this;
		const below = path.replace( /^\//, '' );
		return root + ( root.includes( '?' ) ? below.replace( '?', '&' ) : below );
	}
}

function pageSettings(): { root: string; nonce?: string } {
	const settings = ( window as unknown as { wpApiSettings?: { root?: unknown; nonce?: unknown } } ).wpApiSettings;
	return {
		root:
			typeof settings?.root === 'string'
				? settings.root
				: ( document.querySelector< HTMLLinkElement >( 'link[rel="https://api.w.org/"]' )?.href ??
					`${ window.location.origin }/wp-json/` ),
		nonce: typeof settings?.nonce === 'string' ? settings.nonce : undefined,
	};
}
