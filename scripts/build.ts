/**
 * `npm run build`: `dist/` for Node (JavaScript and types). The PHP files that TypeScript runs go with it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
/** PHP beside the TypeScript that runs it. */
const PHP_FILES = [ 'src-runtime/site/php', 'src-runtime/native/router.php' ];

rmSync( `${ root }dist`, { recursive: true, force: true } );
const tsc = spawnSync( process.execPath, [ 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json' ], {
	cwd: root,
	stdio: 'inherit',
} );
PHP_FILES.forEach( ( path ) => cpSync( `${ root }${ path }`, `${ root }dist/${ path }`, { recursive: true } ) );
process.exit( tsc.status ?? 3 );
