import { spawn } from 'node:child_process';

/** How a child process ended. */
export interface ProcessResult {
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
	/** Set when its time was over. */
	readonly isKilled?: true;
}

/** Settings of a child process. */
export interface ProcessOptions {
	readonly cwd?: string;
	readonly environment?: NodeJS.ProcessEnv;
	readonly stdin?: string;
	readonly signal?: AbortSignal;
	/** After so many milliseconds the child is killed. */
	readonly limitMs?: number;
	/** Sees output as it comes. */
	readonly onStdout?: ( chunk: Uint8Array ) => void;
	readonly onStderr?: ( chunk: Uint8Array ) => void;
}

/** Runs a command to its end and collects what it said; a non-zero exit is a result, not an error. */
export function runProcess(
	command: string,
	args: readonly string[],
	options: ProcessOptions = {}
): Promise< ProcessResult > {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( command, args, {
			cwd: options.cwd,
			env: { ...process.env, ...options.environment },
			stdio: [ options.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe' ],
			signal: options.signal,
		} );
		let isKilled = false;
		const timer =
			options.limitMs === undefined
				? undefined
				: setTimeout( () => {
						isKilled = true;
						child.kill( 'SIGKILL' );
					}, options.limitMs );
		const stdout: Buffer[] = [];
		const stderr: Buffer[] = [];
		child.stdout?.on( 'data', ( chunk: Buffer ) => {
			stdout.push( chunk );
			options.onStdout?.( chunk );
		} );
		child.stderr?.on( 'data', ( chunk: Buffer ) => {
			stderr.push( chunk );
			options.onStderr?.( chunk );
		} );
		// A child that does not read its input ends before we have written it all; its exit status tells.
		child.stdin?.on( 'error', () => undefined ).end( options.stdin );
		child.once( 'error', reject );
		child.once( 'close', ( code, signal ) => {
			clearTimeout( timer );
			resolve( {
				exitCode: code ?? ( signal === 'SIGINT' ? 130 : 3 ),
				stdout: Buffer.concat( stdout ).toString(),
				stderr: Buffer.concat( stderr ).toString(),
				...( isKilled ? { isKilled } : {} ),
			} );
		} );
	} );
}
