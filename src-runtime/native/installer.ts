import { fileURLToPath } from 'node:url';
import { runProcess } from './run-process.ts';

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
export const INSTALL_REPLIES: Readonly< Record< InstallStep, string > > = {
	install: 'installed',
	configure: 'configured',
	activate: 'activated',
};

/** Path of a script's file. */
export const installScript = ( step: InstallStep ): string =>
	fileURLToPath( new URL( `../wordpress/php/${ step }.php`, import.meta.url ) );

/**
 * Runs one step on native PHP.
 *
 * @throws Error with the tail of PHP's output when the script did not come to its end.
 */
export async function runInstallStep( php: string, step: InstallStep, input: InstallInput ): Promise< void > {
	const result = await runProcess(
		php,
		[ '-d', 'display_errors=stderr', '-d', 'memory_limit=512M', installScript( step ) ],
		{
			environment: { WP_CODEBOX_INSTALL: JSON.stringify( input ) },
		}
	);
	if ( result.exitCode !== 0 || ! result.stdout.endsWith( INSTALL_REPLIES[ step ] ) ) {
		const output = `${ result.stdout }\n${ result.stderr }`.trim().slice( -2000 );
		throw new Error( `WordPress could not be set up (step "${ step }", exit ${ result.exitCode }).\n${ output }` );
	}
}
