/**
 * wp-env on its Playground runtime, without Docker and without the network:
 *
 *     npm run wp-env -- start | stop | status | destroy
 *
 * wp-env writes into its core, so it gets a copy in `.wp/core`; and it asks for the newest WordPress version
 * even when the core is local, so its cache is told beforehand.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyTree } from '../src-runtime/site/site-files.ts';
import { wordPressSources } from '../src-runtime/wordpress/sources.ts';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const core = join( root, '.wp', 'core' );
const home = process.env.WP_ENV_HOME ?? join( homedir(), '.wp-env' );

async function prepare(): Promise< void > {
	const { wordpress, key } = await wordPressSources();
	const stamp = join( root, '.wp', 'core.key' );
	if ( ! existsSync( stamp ) || readFileSync( stamp, 'utf8' ) !== key ) {
		rmSync( core, { recursive: true, force: true } );
		await copyTree( wordpress, core );
		writeFileSync( stamp, key );
	}
	const version = /\$wp_version = '([^']+)'/.exec(
		readFileSync( join( core, 'wp-includes/version.php' ), 'utf8' )
	)?.[ 1 ];
	const project = createHash( 'md5' ).update( join( root, '.wp-env.json' ) ).digest( 'hex' );
	const cache = join( home, project, 'wp-env-cache.json' );
	mkdirSync( join( home, project ), { recursive: true } );
	const known = existsSync( cache ) ? ( JSON.parse( readFileSync( cache, 'utf8' ) ) as object ) : {};
	writeFileSync( cache, JSON.stringify( { ...known, latestWordPressVersion: version } ) );
}

const [ command = '--help', ...rest ] = process.argv.slice( 2 );
if ( command === 'start' ) {
	await prepare();
}
const args = [ command, ...( command === 'start' ? [ '--runtime=playground' ] : [] ), ...rest ];
const wpEnv = spawnSync( process.execPath, [ 'node_modules/@wordpress/env/bin/wp-env', ...args ], {
	cwd: root,
	stdio: 'inherit',
	env: { ...process.env, WP_ENV_HOME: home },
} );
process.exit( wpEnv.status ?? 3 );
