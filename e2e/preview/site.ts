import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withTemporarySite } from '../../src-runtime/native/temporary-site.ts';
import { wordPressSources } from '../../src-runtime/wordpress/sources.ts';

const here = dirname( fileURLToPath( import.meta.url ) );
const checkout = resolve( here, '../..' );

/** A WordPress on this machine's disk, with the plugin installed from its zip. */
export interface InstalledSite {
	readonly folder: string;
	/** Installs the plugin's zip, as an administrator would. */
	readonly installPlugin: () => Promise< void >;
}

/**
 * Lends an installed WordPress with the plugin: the one that `WP_CODEBOX_E2E_SITE` names, else a new one.
 * The plugin comes from the zip that is made of the bundles as they are built.
 *
 * @param work What is done with it.
 */
export async function withPreviewSite( work: ( site: InstalledSite ) => Promise< void > ): Promise< void > {
	const zip = join( await mkdtemp( join( tmpdir(), 'wp-codebox-zip-' ) ), 'wp-codebox.zip' );
	const { wpCli } = await wordPressSources();
	const lend = async ( folder: string ): Promise< void > => {
		const wp = ( ...words: string[] ) =>
			run( 'php', [ '-d', 'memory_limit=512M', wpCli, '--allow-root', `--path=${ folder }`, ...words ] );
		const installPlugin = () => wp( 'plugin', 'install', zip, '--activate', '--force' );
		await installPlugin();
		// The pages of the site itself are to ask no other host either.
		await wp( 'option', 'update', 'show_avatars', '0' );
		await work( { folder, installPlugin } );
	};
	try {
		await run( process.execPath, [ '--import', 'tsx', join( checkout, 'scripts/plugin-zip.ts' ), zip ] );
		const given = process.env.WP_CODEBOX_E2E_SITE;
		await ( given
			? lend( given )
			: withTemporarySite(
					{ database: 'sqlite', multisite: false, url: 'http://site.localhost' },
					( { directory } ) => lend( directory )
				) );
	} finally {
		await rm( dirname( zip ), { recursive: true, force: true } );
	}
}

/** Runs a program of this machine; what it said is the error when it fails. */
async function run( program: string, words: readonly string[] ): Promise< void > {
	await promisify( execFile )( program, words, { cwd: checkout } ).catch(
		( { message, stdout, stderr }: Error & { stdout: string; stderr: string } ) => {
			throw new Error( [ message, stdout, stderr ].join( '\n' ) );
		}
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
		const until = Date.now() + 60_000;
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
