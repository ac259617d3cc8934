import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { dirname } from 'node:path';
import type {
	CommandOutput,
	CommandResult,
	Runtime,
	RuntimeRequest,
	RuntimeResponse,
} from '../backend/runtime-backend.ts';
import type { SiteFolder } from '../backend/site-folder.ts';
import { runProcess, type ProcessResult } from '../process/run-process.ts';
import { phpWasmUniversal, playgroundWordPress, type RequestHandler } from './php-wasm.ts';
import { collectOutput } from './streamed-output.ts';
import { ProcessHost } from './process-host.ts';
import { wasmCommandLine, type WasmCommand } from './wasm-command-line.ts';
import { loadWasmPhp, WASM_PHP_VERSION } from './wasm-php.ts';

/** How WP-CLI says that a function it needs is disabled, and how PHP does. */
const CHILD_PROCESS_REFUSED =
	/(proc_open|proc_close|popen|exec|passthru|system)\(\).*\b(disabled|undefined)|undefined function \\?(\w+\\)*(proc_open|popen|exec|shell_exec|system|passthru)\(\)/is;

/** Its cases may end their process: they get processes of their own. */
const OWN_COMMAND = 'codebox';

/** Lies in WASM's own memory, never on the host. */
const CODE_FILE = '/internal/wp-codebox-code.php';

/** What a web server must not give away: the database and hidden files. */
const PRIVATE_PATH = /\/\.|^\/wp-content\/database(\/|$)/;

/** A WordPress in WASM. One PHP answers requests, in turn; each command has a PHP of its own. */
export class WasmRuntime implements Runtime {
	public readonly backend = 'wasm';
	public readonly phpVersion = WASM_PHP_VERSION;
	public readonly url: string;
	public readonly directory: string;
	private readonly site: SiteFolder;
	private readonly folders: readonly string[];
	private handler: Promise< RequestHandler > | undefined;
	private server: Server | undefined;

	public constructor( site: SiteFolder, folders: readonly string[] ) {
		this.site = site;
		this.url = site.url;
		this.directory = site.directory;
		this.folders = [ site.home, dirname( site.sources.wpCli ), ...folders ];
	}

	/** @see Runtime.runPhp */
	public async runPhp(
		code: string,
		environment: Readonly< Record< string, string > > = {}
	): Promise< ProcessResult > {
		const php = await loadWasmPhp( this.folders );
		php.writeFile( CODE_FILE, code );
		php.chdir( this.directory );
		return collectOutput( await php.cli( [ 'php', CODE_FILE ], { env: { ...environment } } ) );
	}

	/** @see Runtime.wpCli */
	public async wpCli( args: readonly string[], output: CommandOutput = {} ): Promise< CommandResult > {
		const command = [ 'php', this.site.sources.wpCli, '--allow-root', `--path=${ this.directory }`, ...args ];
		// WASM's standard error always looks like a terminal to PHP.
		const environment: Record< string, string > = process.stderr.isTTY ? {} : { TERM: 'dumb' };
		const result =
			output.limitMs === undefined && args[ 0 ] !== OWN_COMMAND
				? await collectOutput(
						await ( await loadWasmPhp( this.folders ) ).cli( command, { env: environment } ),
						output
					)
				: await runApart( { folders: this.folders, command, environment }, output );
		return result.exitCode !== 0 && CHILD_PROCESS_REFUSED.test( result.stderr )
			? { ...result, refusedChildProcess: true }
			: result;
	}

	/** @see Runtime.request */
	public async request( request: RuntimeRequest ): Promise< RuntimeResponse > {
		const path = decodeURIComponent( new URL( request.path, this.url ).pathname );
		if ( PRIVATE_PATH.test( path ) ) {
			return { status: 404, headers: {}, body: new Uint8Array() };
		}
		this.handler ??= this.createHandler();
		const response = await (
			await this.handler
		).request( {
			url: this.url + request.path,
			method: request.method ?? 'GET',
			headers: { ...request.headers },
			body: request.body,
		} );
		return { status: response.httpStatusCode, headers: response.headers, body: response.bytes };
	}

	/** @see Runtime.listen */
	public async listen(): Promise< void > {
		const server = createServer( ( incoming, outgoing ) => void this.answer( incoming, outgoing ) );
		server.listen( this.site.port, '127.0.0.1' );
		await once( server, 'listening' );
		this.server = server;
	}

	/** @see Runtime.dispose */
	public async dispose(): Promise< void > {
		this.server?.close();
		this.server?.closeAllConnections();
		this.site.release();
	}

	private async createHandler(): Promise< RequestHandler > {
		const [ { PHPRequestHandler }, wordpress, php ] = await Promise.all( [
			phpWasmUniversal(),
			playgroundWordPress(),
			loadWasmPhp( this.folders ),
		] );
		return new PHPRequestHandler( {
			php,
			documentRoot: this.directory,
			absoluteUrl: this.url,
			rewriteRules: wordpress.wordPressRewriteRules,
			getFileNotFoundAction: wordpress.getFileNotFoundActionForWordPress,
			cookieStore: false,
		} );
	}

	private async answer( incoming: IncomingMessage, outgoing: ServerResponse ): Promise< void > {
		try {
			const chunks: Buffer[] = [];
			for await ( const chunk of incoming ) {
				chunks.push( chunk as Buffer );
			}
			const headers = Object.entries( incoming.headers ).map( ( [ name, value ] ) => [ name, String( value ) ] );
			const response = await this.request( {
				method: incoming.method,
				path: incoming.url ?? '/',
				headers: Object.fromEntries( headers ) as Record< string, string >,
				...( chunks.length > 0 ? { body: Buffer.concat( chunks ) } : {} ),
			} );
			outgoing.writeHead( response.status, response.headers as Record< string, string[] > ).end( response.body );
		} catch ( error ) {
			process.stderr.write( `${ incoming.method } ${ incoming.url }: ${ String( error ) }\n` );
			outgoing.writeHead( 500, { 'content-type': 'text/plain' } ).end( 'PHP did not answer.' );
		}
	}
}

/** Runs a command in a process of its own, which can be killed and can ask for further ones. */
async function runApart( command: WasmCommand, output: CommandOutput ): Promise< CommandResult > {
	const host = new ProcessHost( command.folders );
	try {
		const { program, args, environment } = wasmCommandLine( {
			...command,
			folders: [ ...command.folders, host.folder ],
			environment: { ...command.environment, ...host.environment },
		} );
		return await runProcess( program, args, {
			environment,
			onStdout: output.onStdout,
			onStderr: output.onStderr,
			limitMs: output.limitMs,
		} );
	} finally {
		host.close();
	}
}
