import { loadPHPRuntime } from '@php-wasm/universal';
import * as loader from '@php-wasm/web-8-3/jspi';
import { jspi } from 'wasm-feature-detect';
import { jspiMissing, PreviewError } from '../protocol/preview-error.ts';

/**
 * Compiles PHP once; instances (the runtime is replaced after some hundred requests) share the code.
 */
export class PhpRuntime {
	#module: Promise< WebAssembly.Module > | null = null;

	/** @param url Where the runtime is fetched from, packed by Content-Encoding or raw. */
	constructor( readonly url: string ) {}

	/** Id of a new PHP runtime, for `new PHP()`. */
	readonly create = async (): Promise< number > => {
		const module = await this.compile();
		return loadPHPRuntime( loader as never, {
			phpWasmAsyncMode: 'jspi',
			websocket: { decorator: noNetwork },
			instantiateWasm: (
				imports: WebAssembly.Imports,
				receive: ( instance: WebAssembly.Instance, module: WebAssembly.Module ) => void
			): Record< string, never > => {
				void WebAssembly.instantiate( module, imports ).then( ( instance ) => receive( instance, module ) );
				return {};
			},
		} );
	};

	/** Compiles PHP, once. */
	compile(): Promise< WebAssembly.Module > {
		return ( this.#module ??= this.#compile() );
	}

	async #compile(): Promise< WebAssembly.Module > {
		if ( ! ( await jspi() ) ) {
			throw jspiMissing();
		}
		try {
			return await WebAssembly.compileStreaming( asWasm( await fetch( this.url ) ) );
		} catch ( error ) {
			throw new PreviewError(
				'browser_preview_runtime_invalid',
				`The PHP runtime could not be loaded: ${ error instanceof Error ? error.message : String( error ) }`,
				error
			);
		}
	}
}

/**
 * The response as it is, so that the browser keeps the compiled code with it. Only from a server
 * that does not know the type of a `.wasm` file it is made anew; it would stop the compilation.
 *
 * @param response The runtime.
 */
function asWasm( response: Response ): Response {
	if ( ! response.ok ) {
		throw new Error( `HTTP ${ response.status }` );
	}
	return response.headers.get( 'content-type' ) === 'application/wasm'
		? response
		: new Response( response.body, { headers: { 'content-type': 'application/wasm' } } );
}

/**
 * Sockets that go nowhere: what PHP opens in a preview must not become a request of the
 * browser, which could carry the visitor's cookies.
 *
 * @param Socket Emscripten's socket class.
 */
function noNetwork( Socket: new () => object ): unknown {
	return class extends Socket {
		constructor() {
			try {
				super();
			} catch {
				// A WebSocket without a URL throws; PHP sees a connection that never opens.
			}
		}
		send(): null {
			return null;
		}
	};
}
