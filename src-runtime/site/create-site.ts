import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SNAPSHOT_LIMITS, pruneCache } from '../cache/cache-prune.ts';
import { ContentCache } from '../cache/content-cache.ts';
import { MariadbServer } from '../mariadb/mariadb-server.ts';
import { terminalProgress, type Progress } from '../progress/progress.ts';
import { wordPressSources, type WordPressSources } from '../wordpress/sources.ts';
import { runInstallStep, type InstallInput, type PhpScriptRunner } from './install-steps.ts';
import { configureSite, copyTree, linkPlugin, placeWordPress } from './site-files.ts';
import { PLUGIN_FILE, snapshotKey, type SiteRecipe } from './site-recipe.ts';
import type { WpConfigOptions } from './wp-config.ts';

/** What a site is made with. */
export interface SiteOptions extends SiteRecipe {
	/** Folder of the plugin to activate; without it none is. */
	readonly pluginFolder?: string;
	/** See WpConfigOptions. */
	readonly temporaryFolder?: string;
	readonly cache?: ContentCache;
	readonly progress?: Progress;
}

/** A site on disk; `server` is what runs for it and has to be stopped. */
export interface CreatedSite {
	readonly sources: WordPressSources;
	readonly server: MariadbServer | undefined;
}

/** Where MariaDB keeps its data, below the site. */
export const MARIADB_FOLDER = '.mariadb';
const MARIADB_DATABASE = 'wordpress';

/**
 * Makes a site in `directory`, which must not exist or be empty. Its installation comes from the cache when
 * one like it was made before, by whatever PHP.
 *
 * @throws Error that says what the machine lacks, or what PHP said.
 */
export async function createSite(
	directory: string,
	options: SiteOptions,
	php: PhpScriptRunner
): Promise< CreatedSite > {
	const progress = options.progress ?? terminalProgress;
	const cache = options.cache ?? new ContentCache();
	const sources = await wordPressSources( { cache, progress } );
	const engine = options.database === 'sqlite' ? 'sqlite' : await installedMariadb();
	const snapshot = await cache.directory( 'snapshots', snapshotKey( options, sources.key, engine ), ( place ) =>
		progress.step( `Installing WordPress (${ options.database }${ options.multisite ? ', multisite' : '' })`, () =>
			installSnapshot( place, php, sources, options )
		)
	);
	pruneCache( cache, SNAPSHOT_LIMITS );

	await placeWordPress( directory, sources, options.database === 'sqlite' );
	const server = await restoreDatabase( directory, snapshot, options );
	try {
		configureSite( directory, finalConfig( options, server ) );
		if ( options.pluginFolder ) {
			linkPlugin( directory, options.pluginFolder );
			await runInstallStep( php, 'activate', installInput( directory, options ) );
		}
	} catch ( error ) {
		await server?.stop();
		throw error;
	}
	return { sources, server };
}

async function installedMariadb(): Promise< string > {
	const version = await MariadbServer.version();
	if ( ! version ) {
		throw new Error( 'No MariaDB server was found: neither mariadbd nor mysqld is installed.' );
	}
	return `mariadb-${ version }`;
}

const installInput = ( root: string, recipe: SiteRecipe ): InstallInput => ( {
	root,
	url: recipe.url,
	title: 'WP Codebox',
	multisite: recipe.multisite,
	plugin: PLUGIN_FILE,
} );

const mysqlConfig = ( server: MariadbServer | undefined ): WpConfigOptions =>
	server
		? { mysql: { host: `localhost:${ server.socket }`, name: MARIADB_DATABASE, user: 'root', password: '' } }
		: {};

function finalConfig( options: SiteOptions, server: MariadbServer | undefined ): WpConfigOptions {
	const { multisite, url, temporaryFolder } = options;
	const place = multisite ? { networkDomain: new URL( url ).host } : { url };
	return { ...place, ...mysqlConfig( server ), temporaryFolder };
}

/** Installs WordPress once and keeps the database alone: `database/` of SQLite or `data/` of MariaDB. */
async function installSnapshot(
	place: string,
	php: PhpScriptRunner,
	sources: WordPressSources,
	recipe: SiteRecipe
): Promise< void > {
	// In the temporary folder: MariaDB's user may not look below a home folder.
	const work = mkdtempSync( join( tmpdir(), 'wpcb-' ) );
	chmodSync( work, 0o711 );
	const site = join( work, 'site' );
	const sqlite = recipe.database === 'sqlite';
	const server = sqlite ? undefined : await MariadbServer.start( mkdirInside( work, 'db' ) );
	try {
		await placeWordPress( site, sources, sqlite );
		await server?.createDatabase( MARIADB_DATABASE );
		configureSite( site, mysqlConfig( server ) );
		await runInstallStep( php, 'install', installInput( site, recipe ) );
		configureSite( site, finalConfig( { ...recipe, temporaryFolder: undefined }, server ) );
		await runInstallStep( php, 'configure', installInput( site, recipe ) );
		await server?.stop();
		await ( sqlite
			? copyTree( join( site, 'wp-content', 'database' ), join( place, 'database' ) )
			: copyTree( join( work, 'db', 'data' ), join( place, 'data' ) ) );
	} finally {
		await server?.stop();
		rmSync( work, { recursive: true, force: true } );
	}
}

async function restoreDatabase(
	site: string,
	snapshot: string,
	recipe: SiteRecipe
): Promise< MariadbServer | undefined > {
	if ( recipe.database === 'sqlite' ) {
		rmSync( join( site, 'wp-content', 'database' ), { recursive: true, force: true } );
		await copyTree( join( snapshot, 'database' ), join( site, 'wp-content', 'database' ) );
		return undefined;
	}
	const folder = mkdirInside( site, MARIADB_FOLDER );
	await copyTree( join( snapshot, 'data' ), join( folder, 'data' ) );
	return MariadbServer.start( folder );
}

function mkdirInside( parent: string, name: string ): string {
	const path = join( parent, name );
	mkdirSync( path, { recursive: true } );
	return path;
}
