import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanupOnSignal } from '../process/cleanup-on-signal.ts';
import { wasmCommandLine, type WasmCommand } from './wasm-command-line.ts';

const LOOK_MS = 10;
const TAIL = 4096;

/**
 * Runs processes for PHP in WebAssembly, which cannot start any. PHP asks with files in a folder that both see; its side, and
 * what each file means, is php/Fuzz/Run/Hosted_Process.php.
 */
export class ProcessHost {
	/** Goes into the environment of the PHP that may ask. */
	public readonly environment: Readonly< Record< 'WP_CODEBOX_PROCESSES', string > >;
	public readonly folder: string;
	private readonly visible: readonly string[];
	private readonly children = new Map< string, ChildProcess >();
	private readonly timer: NodeJS.Timeout;
	private readonly forget: () => void;

	/** @param visible Host folders that the processes see. */
	public constructor( visible: readonly string[] ) {
		this.folder = mkdtempSync( join( tmpdir(), 'wp-codebox-processes-' ) );
		this.visible = [ ...visible, this.folder ];
		this.environment = { WP_CODEBOX_PROCESSES: this.folder };
		this.timer = setInterval( () => this.look(), LOOK_MS );
		this.forget = cleanupOnSignal( () => this.close() );
	}

	/** Ends all processes. */
	public close(): void {
		clearInterval( this.timer );
		for ( const child of this.children.values() ) {
			child.kill( 'SIGKILL' );
		}
		rmSync( this.folder, { recursive: true, force: true, maxRetries: 3 } );
		this.forget();
	}

	private look(): void {
		for ( const id of readdirSync( this.folder ) ) {
			const child = this.children.get( id );
			if ( child === undefined && this.has( id, 'command.json' ) ) {
				this.start( id );
			} else if ( child?.exitCode === null && child.signalCode === null && this.has( id, 'kill' ) ) {
				child.kill( 'SIGKILL' );
			}
		}
	}

	private has( id: string, file: string ): boolean {
		return statSync( join( this.folder, id, file ), { throwIfNoEntry: false } ) !== undefined;
	}

	private start( id: string ): void {
		const folder = join( this.folder, id );
		const [ , ...words ] = JSON.parse( readFileSync( join( folder, 'command.json' ), 'utf8' ) ) as string[];
		const wasm: WasmCommand = {
			folders: this.visible,
			command: [ 'php', ...words ],
			environment: { ...this.environment, WP_CODEBOX_MAILBOX: folder },
		};
		const { program, args, environment } = wasmCommandLine( wasm );
		const child = spawn( program, args, {
			stdio: [ 'ignore', 'pipe', 'pipe' ],
			env: { ...process.env, ...environment },
		} );
		let tail = '';
		const print = ( bytes: Buffer ) => {
			tail = ( tail + bytes.toString() ).slice( -TAIL );
			this.tell( folder, 'tail', tail );
		};
		child.stdout.on( 'data', print );
		child.stderr.on( 'data', print );
		child.once( 'error', ( error ) => print( Buffer.from( error.message ) ) );
		child.once( 'close', ( code, signal ) =>
			this.tell(
				folder,
				'exit',
				JSON.stringify( { exit: code ?? -1, signal: signal === null ? 0 : constants.signals[ signal ] } )
			)
		);
		this.children.set( id, child );
	}

	private tell( folder: string, file: string, text: string ): void {
		// Nobody asks any more once the folder is gone.
		if ( statSync( folder, { throwIfNoEntry: false } ) !== undefined ) {
			writeFileSync( join( folder, file ), text );
		}
	}
}
