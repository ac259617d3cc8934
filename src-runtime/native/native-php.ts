import { runProcess } from '../process/run-process.ts';
import type { PhpScriptRunner } from '../site/install-steps.ts';
import type { SiteDatabase } from '../site/site-recipe.ts';
import { DATABASE_EXTENSIONS, findPhp, type PhpBinary } from './php-binary.ts';

/** Settings of every PHP that we start: mistakes go to standard error, never between the output. */
export const PHP_SETTINGS = [ '-d', 'display_errors=stderr', '-d', 'memory_limit=512M' ] as const;

/** Runs scripts with the machine's own PHP. */
export const nativeScripts =
	( php: string ): PhpScriptRunner =>
	( file, environment ) =>
		runProcess( php, [ ...PHP_SETTINGS, file ], { environment } );

/**
 * The machine's PHP, fit for a site on this database.
 *
 * @throws Error that says what is missing.
 */
export async function requirePhp( database: SiteDatabase ): Promise< PhpBinary > {
	const php = await findPhp( DATABASE_EXTENSIONS[ database ] );
	if ( typeof php === 'string' ) {
		throw new Error( php );
	}
	return php;
}
