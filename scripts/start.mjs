/**
 * `npm start`: from a fresh clone with nothing but Node to fuzz results. Plain Node until the runtime
 * dependencies are there; then scripts/quickstart.ts goes on.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const [ major, minor ] = process.versions.node.split( '.' ).map( Number );
if ( major < 20 || ( major === 20 && minor < 19 ) ) {
	process.stderr.write( `Node 20.19 or newer is needed; this is ${ process.versions.node }.\n` );
	process.exit( 3 );
}

const started = Date.now();
// npm writes this file last: without it an installation was never finished.
if ( ! existsSync( `${ root }node_modules/.package-lock.json` ) ) {
	process.stderr.write( 'Installing dependencies (once; the lint and build tools are left out) …\n' );
	const npm = process.env.npm_execpath ? [ process.execPath, process.env.npm_execpath ] : [ 'npm' ];
	const install = spawnSync(
		npm[ 0 ],
		[ ...npm.slice( 1 ), 'ci', '--omit=dev', '--ignore-scripts', '--loglevel=error' ],
		{
			cwd: root,
			stdio: [ 'ignore', 2, 2 ],
		}
	);
	if ( install.status !== 0 ) {
		process.stderr.write(
			`The dependencies could not be installed: ${ install.error?.message ?? 'npm failed' }.\n`
		);
		process.exit( install.signal === 'SIGINT' ? 130 : 3 );
	}
}

const child = spawnSync(
	process.execPath,
	[ '--import', 'tsx', `${ root }scripts/quickstart.ts`, ...process.argv.slice( 2 ) ],
	{ cwd: root, stdio: 'inherit', env: { ...process.env, WP_CODEBOX_INSTALL_MS: String( Date.now() - started ) } }
);
process.exit( child.status ?? ( child.signal === 'SIGINT' ? 130 : 3 ) );
