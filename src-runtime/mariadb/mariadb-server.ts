import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProcess } from '../process/run-process.ts';

const START_TIMEOUT_MS = 60_000;
/** What `sockaddr_un` holds on every system we know. */
const LONGEST_SOCKET_PATH = 103;

/**
 * Keeps the server from outliving us: when our pipe closes, however we ended, the server is told to end.
 * It ends with the server's own exit status.
 */
const WATCHDOG = [
	'exec 3<&0',
	'"$@" </dev/null 3<&- & server=$!',
	'( read -r _ <&3; kill "$server" ) 2>/dev/null & reader=$!',
	'wait "$server"; status=$?',
	'kill "$reader" 2>/dev/null; exit "$status"',
].join( '\n' );

/** Small files, no network, no grant tables: this server belongs to one site and one user. */
const SETTINGS = [
	'--no-defaults',
	'--skip-networking',
	'--skip-grant-tables',
	'--skip-log-bin',
	'--innodb-log-file-size=8M',
	'--innodb-buffer-pool-size=64M',
	'--innodb-flush-log-at-trx-commit=0',
	'--innodb-flush-method=fsync',
	'--character-set-server=utf8mb4',
	'--aria-log-file-size=8M',
];

/** A private MariaDB: own data directory, own socket, ended with this process. */
export class MariadbServer {
	public readonly socket: string;
	private readonly watchdog: ChildProcess;
	private readonly said: string[] = [];

	private constructor( directory: string, program: string ) {
		this.socket = join( directory, 'm.sock' );
		this.watchdog = spawn(
			'/bin/sh',
			[
				'-c',
				WATCHDOG,
				'sh',
				program,
				...SETTINGS,
				...asServerUser(),
				`--datadir=${ join( directory, 'data' ) }`,
				`--socket=${ this.socket }`,
				`--pid-file=${ join( directory, 'm.pid' ) }`,
			],
			// A group of its own: Ctrl-C reaches us, and we end the server in order.
			{ stdio: [ 'pipe', 'ignore', 'pipe' ], detached: true }
		);
		this.watchdog.stderr?.on( 'data', ( text: Buffer ) => this.said.push( text.toString() ) );
	}

	/**
	 * Starts a server on the data directory `data` below `directory`, which is made when it is not there.
	 *
	 * @throws Error with the server's last words when it does not answer.
	 */
	public static async start( directory: string ): Promise< MariadbServer > {
		const program = findProgram( [ 'mariadbd', 'mysqld' ] );
		if ( ! program ) {
			throw new Error( 'No MariaDB server was found: neither mariadbd nor mysqld is installed.' );
		}
		if ( join( directory, 'm.sock' ).length > LONGEST_SOCKET_PATH ) {
			throw new Error(
				`The path of MariaDB's socket would be too long; choose a shorter folder than ${ directory }.`
			);
		}
		const data = join( directory, 'data' );
		if ( ! existsSync( data ) ) {
			await createDataDirectory( data );
		}
		await giveToServerUser( directory );
		const server = new MariadbServer( directory, program );
		await server.untilItAnswers();
		return server;
	}

	/** The version of the installed server, or undefined when there is none. */
	public static async version(): Promise< string | undefined > {
		const program = findProgram( [ 'mariadbd', 'mysqld' ] );
		return program && /Ver ([\w.-]+)/.exec( ( await runProcess( program, [ '--version' ] ) ).stdout )?.[ 1 ];
	}

	/** Makes an empty database of this name. */
	public async createDatabase( name: string ): Promise< void > {
		const program = findProgram( [ 'mariadb', 'mysql' ] );
		if ( ! program ) {
			throw new Error( 'The client "mariadb" was not found; it comes with the MariaDB client package.' );
		}
		const sql = `CREATE DATABASE \`${ name }\` CHARACTER SET utf8mb4`;
		const result = await runProcess( program, [
			'--no-defaults',
			`--socket=${ this.socket }`,
			'-uroot',
			'-e',
			sql,
		] );
		if ( result.exitCode !== 0 ) {
			throw new Error( `MariaDB refused "${ sql }": ${ result.stderr.trim() }` );
		}
	}

	/** Ends the server and waits until its files are complete. */
	public async stop(): Promise< void > {
		if ( this.watchdog.exitCode === null && this.watchdog.signalCode === null ) {
			const ended = once( this.watchdog, 'exit' );
			this.watchdog.stdin?.end();
			await ended;
		}
	}

	private async untilItAnswers(): Promise< void > {
		for ( const deadline = Date.now() + START_TIMEOUT_MS; ! ( await answers( this.socket ) ); await sleep( 30 ) ) {
			if ( this.watchdog.exitCode !== null || Date.now() > deadline ) {
				await this.stop();
				throw new Error( `MariaDB did not start.\n${ this.said.join( '' ).slice( -2000 ) }` );
			}
		}
	}
}

async function createDataDirectory( data: string ): Promise< void > {
	const program = findProgram( [ 'mariadb-install-db', 'mysql_install_db' ] );
	if ( ! program ) {
		throw new Error( 'mariadb-install-db was not found; it comes with the MariaDB server package.' );
	}
	mkdirSync( data, { recursive: true } );
	await giveToServerUser( join( data, '..' ) );
	const result = await runProcess( program, [
		'--no-defaults',
		...asServerUser(),
		`--datadir=${ data }`,
		'--auth-root-authentication-method=normal',
		'--skip-test-db',
		'--innodb-log-file-size=8M',
		'--aria-log-file-size=8M',
	] );
	if ( result.exitCode !== 0 ) {
		throw new Error(
			`MariaDB could not make its data directory.\n${ ( result.stdout + result.stderr ).slice( -2000 ) }`
		);
	}
}

/** The server refuses to run as root; Debian's package brings the user `mysql`. */
function asServerUser(): string[] {
	return process.getuid?.() === 0 ? [ '--user=mysql' ] : [];
}

async function giveToServerUser( directory: string ): Promise< void > {
	if ( process.getuid?.() === 0 ) {
		await runProcess( 'chown', [ '-R', 'mysql', directory ] );
	}
}

function answers( socket: string ): Promise< boolean > {
	return new Promise( ( resolve ) => {
		const connection = createConnection( socket );
		connection.once( 'data', () => resolve( true ) ).once( 'error', () => resolve( false ) );
		connection.once( 'close', () => resolve( false ) ).once( 'data', () => connection.destroy() );
	} );
}

/** Servers live in /usr/sbin, which is not on everybody's path. */
function findProgram( names: readonly string[] ): string | undefined {
	const folders = [
		...( process.env.PATH ?? '' ).split( delimiter ),
		'/usr/sbin',
		'/usr/local/sbin',
		'/usr/libexec',
	];
	return names
		.flatMap( ( name ) => folders.map( ( folder ) => join( folder, name ) ) )
		.find( ( path ) => existsSync( path ) );
}
