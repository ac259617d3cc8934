/**
 * `npm run build`: everything that is shipped.
 *
 *     npm run build              all of it
 *     npm run build -- node      `dist/`: JavaScript and types for Node, with the PHP files that TypeScript runs
 *     npm run build -- bundles   `build/`: what the plugin sends to browsers, and the site of its previews
 *
 * Exit status: 0 built, 2 bad usage, 3 a part could not be built.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
/** PHP beside the TypeScript that runs it. */
const PHP_FILES = [ 'src-runtime/site/php', 'src-runtime/native/router.php' ];
const REMOTE = 'src-browser/remote';

const PARTS: Readonly< Record< string, () => void > > = {
	node() {
		rmSync( `${ root }dist`, { recursive: true, force: true } );
		run( 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json' );
		PHP_FILES.forEach( ( path ) => cpSync( `${ root }${ path }`, `${ root }dist/${ path }`, { recursive: true } ) );
	},
	bundles() {
		if ( ! isInstalled( REMOTE ) ) {
			npm( 'ci', '--prefix', REMOTE, '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error' );
		}
		run( `${ REMOTE }/build.mjs` );
		run( '--import', 'tsx', 'scripts/build-preview-site.ts' );
		if ( existsSync( `${ root }webpack.config.js` ) ) {
			run( 'node_modules/@wordpress/scripts/bin/wp-scripts.js', 'build' );
		}
	},
};

/** npm writes its own copy of the lock file last, so an older one stands for another or an unfinished installation. */
function isInstalled( folder: string ): boolean {
	const done = `${ root }${ folder }/node_modules/.package-lock.json`;
	return (
		existsSync( done ) && statSync( done ).mtimeMs >= statSync( `${ root }${ folder }/package-lock.json` ).mtimeMs
	);
}

function npm( ...args: string[] ): void {
	const cli = process.env.npm_execpath;
	return cli ? run( cli, ...args ) : start( 'npm', args );
}

function run( ...args: string[] ): void {
	start( process.execPath, args );
}

function start( command: string, args: readonly string[] ): void {
	const { status, error } = spawnSync( command, args, { cwd: root, stdio: 'inherit' } );
	if ( status !== 0 ) {
		process.stderr.write(
			`${ [ command, ...args ].join( ' ' ) } failed${ error ? `: ${ error.message }` : '.' }\n`
		);
		process.exit( 3 );
	}
}

const wanted = process.argv.slice( 2 );
const unknown = wanted.filter( ( name ) => ! ( name in PARTS ) );
if ( unknown.length > 0 ) {
	process.stderr.write(
		`There is no part ${ unknown.join( ', ' ) }; the parts are ${ Object.keys( PARTS ).join( ', ' ) }.\n`
	);
	process.exit( 2 );
}
( wanted.length > 0 ? wanted : Object.keys( PARTS ) ).forEach( ( name ) => PARTS[ name ]!() );
