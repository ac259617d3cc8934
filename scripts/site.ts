/**
 * Makes a WordPress on the machine's own PHP, with this checkout's plugin active.
 *
 *     npm run site -- <folder> [--db=sqlite|mariadb] [--multisite] [--url=http://…] [--fresh]
 *     npm run site -- <folder> --db=mariadb -- <command …>     runs a command while the database is up
 *
 * The command finds the folder in WP_CODEBOX_TEST_SITE. Without a command, a MariaDB site stays up until Ctrl-C.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { NativeSite } from '../src-runtime/native/native-site.ts';
import { cleanupOnSignal } from '../src-runtime/process/cleanup-on-signal.ts';
import { ADMIN_LOGIN, UNSERVED_URL, type SiteRecipe } from '../src-runtime/site/site-recipe.ts';

/** Lies in every site that this script made, so that it never empties another folder. */
const MARKER = '.wp-codebox-site.json';

interface Options {
	readonly db: SiteRecipe[ 'database' ];
	readonly multisite: boolean;
	readonly url: string;
	readonly fresh: boolean;
}

async function openSite( directory: string, options: Options ): Promise< NativeSite | undefined > {
	const marker = join( directory, MARKER );
	const recipe: SiteRecipe = { database: options.db, multisite: options.multisite, url: options.url };
	const occupied = existsSync( directory ) && readdirSync( directory ).length > 0;
	if ( occupied && ! existsSync( marker ) ) {
		throw new Error( `${ directory } is not empty and was not made by this command.` );
	}
	if ( occupied && ! options.fresh ) {
		if ( readFileSync( marker, 'utf8' ) !== JSON.stringify( recipe ) ) {
			throw new Error( `${ directory } holds another kind of site; --fresh replaces it.` );
		}
		return recipe.database === 'mariadb' ? NativeSite.reopen( directory ) : undefined;
	}
	rmSync( directory, { recursive: true, force: true } );
	const pluginFolder = fileURLToPath( new URL( '../plugin', import.meta.url ) );
	const site = await NativeSite.create( directory, { ...recipe, pluginFolder } );
	writeFileSync( marker, JSON.stringify( recipe ) );
	return site;
}

async function run( folder: string, command: string[], options: Options ): Promise< void > {
	const directory = resolve( folder );
	const site = await openSite( directory, options );
	cleanupOnSignal( () => site?.stop() );
	process.stderr.write( `${ directory } is ready; ${ ADMIN_LOGIN.user } / ${ ADMIN_LOGIN.password }\n` );
	if ( command.length > 0 ) {
		const child = spawn( command[ 0 ]!, command.slice( 1 ), {
			stdio: 'inherit',
			env: { ...process.env, WP_CODEBOX_TEST_SITE: directory },
		} );
		const [ code ] = ( await once( child, 'exit' ) ) as [ number | null ];
		process.exitCode = code ?? 3;
	} else if ( options.db === 'mariadb' ) {
		process.stderr.write( 'The database runs until Ctrl-C.\n' );
		setInterval( () => undefined, 2 ** 30 );
		return;
	}
	await site?.stop();
}

await new Command( 'npm run site --' )
	.description( 'Makes a WordPress on the machine’s own PHP, with this checkout’s plugin active.' )
	.argument( '<folder>', 'where to put it' )
	.argument( '[command...]', 'runs while the database is up; write it after --' )
	.addOption( new Option( '--db <database>', 'the database' ).choices( [ 'sqlite', 'mariadb' ] ).default( 'sqlite' ) )
	.option( '--multisite', 'a network with subfolders', false )
	.option( '--url <url>', 'address of the site', UNSERVED_URL )
	.option( '--fresh', 'replaces the site when it is there', false )
	.action( run )
	.parseAsync()
	.catch( ( error: Error ) => {
		process.stderr.write( `${ error.message }\n` );
		process.exitCode = 3;
	} );
