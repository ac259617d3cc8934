import { fileURLToPath } from 'node:url';
import type { ProcessResult } from '../process/run-process.ts';

/** Runs a PHP file on its own, with these environment variables; native PHP and WASM each have one. */
export type PhpScriptRunner = (
	file: string,
	environment: Readonly< Record< string, string > >
) => Promise< ProcessResult >;

/** One of the PHP scripts that make a site; they are the same for native PHP and WASM. */
export type InstallStep = 'install' | 'configure' | 'activate';

/** What the scripts read. */
export interface InstallInput {
	readonly root: string;
	readonly url: string;
	readonly title: string;
	readonly multisite: boolean;
	readonly plugin: string;
}

/** What each script says when it came to its end; anything else is a failure. */
const REPLIES: Readonly< Record< InstallStep, string > > = {
	install: 'installed',
	configure: 'configured',
	activate: 'activated',
};

/** The folder that holds the scripts. */
export const SCRIPT_FOLDER = fileURLToPath( new URL( './php/', import.meta.url ) );

/**
 * Runs one step.
 *
 * @throws Error with the tail of PHP's output when the script did not come to its end.
 */
export async function runInstallStep( php: PhpScriptRunner, step: InstallStep, input: InstallInput ): Promise< void > {
	const result = await php( `${ SCRIPT_FOLDER }${ step }.php`, { WP_CODEBOX_INSTALL: JSON.stringify( input ) } );
	if ( result.exitCode !== 0 || ! result.stdout.endsWith( REPLIES[ step ] ) ) {
		const output = `${ result.stdout }\n${ result.stderr }`.trim().slice( -2000 );
		throw new Error( `WordPress could not be set up (step "${ step }", exit ${ result.exitCode }).\n${ output }` );
	}
}
