/**
 * Compiles the checks of the browser SDK ahead of time into src-browser/sdk/generated/validators.js:
 * pages with a strict Content-Security-Policy run no code that is made at run time.
 *
 * `npm run contracts:browser` writes; with `--check` it only says whether the file is stale (exit 1).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserValidators } from './browser-validators.ts';

const target = fileURLToPath( new URL( '../src-browser/sdk/generated/validators.js', import.meta.url ) );
const code = browserValidators();

if ( ! process.argv.includes( '--check' ) ) {
	writeFileSync( target, code );
} else if ( readFileSync( target, 'utf8' ) !== code ) {
	process.stderr.write( 'stale: src-browser/sdk/generated/validators.js\n' );
	process.exitCode = 1;
}
