import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type {
	CommandOutput,
	CommandResult,
	Runtime,
	RuntimeRequest,
	RuntimeResponse,
} from '../backend/runtime-backend.ts';
import type { SiteFolder } from '../backend/site-folder.ts';
import { cleanupOnSignal } from '../process/cleanup-on-signal.ts';
import { runProcess, type ProcessResult } from '../process/run-process.ts';
import { PHP_SETTINGS } from './native-php.ts';
import type { PhpBinary } from './php-binary.ts';

const ROUTER = fileURLToPath( new URL( './router.php', import.meta.url ) );
const START_TIMEOUT_MS = 15_000;

/** A WordPress on native PHP; requests go through PHP's own web server on 127.0.0.1. */
export class NativeRuntime implements Runtime {
	public readonly backend = 'native';
	public readonly phpVersion: string;
	public readonly url: string;
	public readonly directory: string;
	private readonly site: SiteFolder;
	private readonly php: string;
	private server: ChildProcess | undefined;
	private forget: ( () => void ) | undefined;

	public constructor( site: SiteFolder, php: PhpBinary ) {
		this.site = site;
		this.url = site.url;
		this.directory = site.directory;
		this.php = php.path;
		this.phpVersion = php.version;
	}

	/** @see Runtime.runPhp */
	public async runPhp(
		code: string,
		environment: Readonly< Record< string, string > > = {}
	): Promise< ProcessResult > {
		// From a file: PHP reads code on its command line without an opening tag, and with a length limit.
		const folder = mkdtempSync( join( tmpdir(), 'wpcb-code-' ) );
		try {
			const file = join( folder, 'code.php' );
			writeFileSync( file, code );
			return await runProcess( this.php, [ ...PHP_SETTINGS, file ], { cwd: this.directory, environment } );
		} finally {
			rmSync( folder, { recursive: true, force: true } );
		}
	}

	/** @see Runtime.wpCli */
	public async wpCli( args: readonly string[], output: CommandOutput = {} ): Promise< CommandResult > {
		const command = [ this.site.sources.wpCli, '--allow-root', `--path=${ this.directory }`, ...args ];
		return runProcess( this.php, [ ...PHP_SETTINGS, ...command ], {
			stdin: output.stdin,
			onStdout: output.onStdout,
			onStderr: output.onStderr,
			limitMs: output.limitMs,
		} );
	}

	/** @see Runtime.request */
	public async request( request: RuntimeRequest ): Promise< RuntimeResponse > {
		await this.listen();
		return new Promise( ( resolve, reject ) => {
			const outgoing = httpRequest(
				this.url + request.path,
				{ method: request.method ?? 'GET', headers: { ...request.headers }, agent: false },
				( incoming ) => {
					const chunks: Buffer[] = [];
					incoming.on( 'data', ( chunk: Buffer ) => chunks.push( chunk ) );
					incoming.once( 'error', reject );
					incoming.once( 'end', () =>
						resolve( {
							status: incoming.statusCode ?? 0,
							headers: incoming.headersDistinct as Record< string, string[] >,
							body: Buffer.concat( chunks ),
						} )
					);
				}
			);
			outgoing.once( 'error', reject ).end( request.body );
		} );
	}

	/** @see Runtime.listen */
	public async listen(): Promise< void > {
		if ( this.server ) {
			return;
		}
		const server = spawn(
			this.php,
			[ ...PHP_SETTINGS, '-S', `127.0.0.1:${ this.site.port }`, '-t', this.directory, ROUTER ],
			{
				stdio: [ 'ignore', 'ignore', 'pipe' ],
				// Requests that WordPress sends to itself need a second worker.
				env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
				// Its workers are children of its own: they are ended as a group.
				detached: true,
			}
		);
		this.server = server;
		this.forget = cleanupOnSignal( () => endGroup( server ) );
		let said = '';
		server.stderr.on( 'data', ( text: Buffer ) => ( said = ( said + text.toString() ).slice( -2000 ) ) );
		for (
			const deadline = Date.now() + START_TIMEOUT_MS;
			! ( await accepts( this.site.port ) );
			await sleep( 20 )
		) {
			if ( server.exitCode !== null || Date.now() > deadline ) {
				throw new Error( `PHP's web server did not start on port ${ this.site.port }.\n${ said }`.trim() );
			}
		}
	}

	/** @see Runtime.dispose */
	public async dispose(): Promise< void > {
		if ( this.server ) {
			await endGroup( this.server );
			this.forget?.();
		}
		this.site.release();
	}
}

async function endGroup( server: ChildProcess ): Promise< void > {
	if ( server.pid && server.exitCode === null && server.signalCode === null ) {
		const ended = once( server, 'exit' );
		process.kill( -server.pid, 'SIGTERM' );
		await ended;
	}
}

function accepts( port: number ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const socket = connect( port, '127.0.0.1' );
		socket.once( 'connect', () => resolve( true ) ).once( 'error', () => resolve( false ) );
		socket.once( 'connect', () => socket.destroy() );
	} );
}
