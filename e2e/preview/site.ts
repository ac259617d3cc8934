import { spawn, type ChildProcess } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withTemporarySite } from '../../src-runtime/native/temporary-site.ts';

const here = dirname( fileURLToPath( import.meta.url ) );
const checkout = resolve( here, '../..' );

/**
 * Puts the plugin into a site as its zip would: plugin files, PHP and built bundles in one folder.
 *
 * @param site Folder of a WordPress.
 */
export async function installPlugin( site: string ): Promise< void > {
	const target = join( site, 'wp-content/plugins/wp-codebox' );
	await rm( target, { recursive: true, force: true } );
	await cp( join( checkout, 'plugin' ), target, { recursive: true } );
	await cp( join( checkout, 'php' ), join( target, 'php' ), { recursive: true } );
	await cp( join( checkout, 'build' ), join( target, 'build' ), { recursive: true } );
}

/**
 * Lends an installed WordPress with the plugin: the one that `WP_CODEBOX_E2E_SITE` names, else a new one.
 *
 * @param work What is done with it.
 */
export async function withPreviewSite( work: ( folder: string ) => Promise< void > ): Promise< void > {
	const lend = async ( folder: string ): Promise< void > => {
		await installPlugin( folder );
		await work( folder );
	};
	const given = process.env.WP_CODEBOX_E2E_SITE;
	if ( given ) {
		await lend( given );
		return;
	}
	await withTemporarySite(
		{
			database: 'sqlite',
			multisite: false,
			url: 'http://site.localhost',
			pluginFolder: join( checkout, 'plugin' ),
		},
		( { directory } ) => lend( directory )
	);
}

/** A WordPress that is being served; ends with `stop()`. */
export class Site {
	private constructor(
		readonly url: string,
		readonly port: number,
		readonly host: string,
		private readonly process: ChildProcess
	) {}

	/**
	 * @param folder    Folder of a WordPress with the plugin.
	 * @param host      Host name; everything below `localhost` is this machine.
	 * @param constants PHP constants of this server.
	 * @param behind    Port of a proxy that visitors see instead of the server's own.
	 */
	static async serve(
		folder: string,
		host: string,
		constants: ( port: number ) => Record< string, unknown > = () => ( {} ),
		behind?: number
	): Promise< Site > {
		const port = await freePort();
		const url = `http://${ host }:${ behind ?? port }`;
		const php = spawn(
			'php',
			[
				'-d',
				'memory_limit=512M',
				'-d',
				'opcache.enable_cli=1',
				'-S',
				`127.0.0.1:${ port }`,
				'-t',
				folder,
				join( here, 'router.php' ),
			],
			{
				env: {
					...process.env,
					PREVIEW_SITE_URL: url,
					PREVIEW_CONSTANTS: JSON.stringify( constants( port ) ),
					PHP_CLI_SERVER_WORKERS: '4',
				},
				stdio: 'ignore',
				detached: true,
			}
		);
		const site = new Site( url, port, host, php );
		const until = Date.now() + 20_000;
		while ( Date.now() < until ) {
			const ok = await fetch( `http://127.0.0.1:${ port }/wp-includes/css/dashicons.css` ).then(
				( response ) => response.ok,
				() => false
			);
			if ( ok ) {
				return site;
			}
			await new Promise( ( wait ) => setTimeout( wait, 100 ) );
		}
		site.stop();
		throw new Error( `The site in ${ folder } does not answer.` );
	}

	stop(): void {
		if ( this.process.pid !== undefined ) {
			// The server and its workers are one process group.
			process.kill( -this.process.pid, 'SIGTERM' );
		}
	}
}

function freePort(): Promise< number > {
	return new Promise( ( found, failed ) => {
		const server = createServer();
		server.once( 'error', failed );
		server.listen( 0, '127.0.0.1', () => {
			const address = server.address();
			server.close( () =>
				typeof address === 'object' && address ? found( address.port ) : failed( new Error( 'no port' ) )
			);
		} );
	} );
}
