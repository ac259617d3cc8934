import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Passes requests on to a site and counts the bytes of the bodies that come back. */
export class CountingProxy {
	readonly #bodies = new Map< string, number >();

	private constructor( private readonly server: Server ) {}

	/**
	 * @param target Port of the site, as soon as it is known.
	 */
	static async start( target: () => number ): Promise< CountingProxy > {
		const server = createServer();
		const proxy = new CountingProxy( server );
		server.on( 'request', ( incoming, outgoing ) => {
			const forward = request(
				{
					host: '127.0.0.1',
					port: target(),
					path: incoming.url,
					method: incoming.method,
					headers: incoming.headers,
				},
				( answer ) => {
					outgoing.writeHead( answer.statusCode ?? 502, answer.headers );
					answer.on( 'data', ( chunk: Buffer ) => proxy.#count( incoming.url ?? '', chunk.byteLength ) );
					answer.pipe( outgoing );
				}
			);
			forward.on( 'error', () => outgoing.destroy() );
			incoming.pipe( forward );
		} );
		await new Promise< void >( ( listening ) => server.listen( 0, '127.0.0.1', listening ) );
		return proxy;
	}

	get port(): number {
		return ( this.server.address() as AddressInfo ).port;
	}

	/** Bytes per path since the last call. */
	take(): Map< string, number > {
		const taken = new Map( this.#bodies );
		this.#bodies.clear();
		return taken;
	}

	stop(): void {
		this.server.closeAllConnections();
		this.server.close();
	}

	#count( url: string, bytes: number ): void {
		this.#bodies.set( url, ( this.#bodies.get( url ) ?? 0 ) + bytes );
	}
}
