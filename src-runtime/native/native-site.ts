import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SNAPSHOT_LIMITS, pruneCache } from '../cache/cache-prune.ts';
import { ContentCache } from '../cache/content-cache.ts';
import { MariadbServer } from '../mariadb/mariadb-server.ts';
import { terminalProgress, type Progress } from '../progress/progress.ts';
import { PLUGIN_FILE, snapshotKey, type SiteRecipe } from '../wordpress/site-recipe.ts';
import { wordPressSources, type WordPressSources } from '../wordpress/sources.ts';
import type { WpConfigOptions } from '../wordpress/wp-config.ts';
import { runInstallStep, type InstallInput } from './installer.ts';
import { DATABASE_EXTENSIONS, findPhp } from './php-binary.ts';
import { configureSite, copyTree, linkPlugin, placeWordPress } from './site-files.ts';

/** What a native site is made with. */
export interface NativeSiteOptions extends SiteRecipe {
	/** Folder of the plugin to activate; without it none is. */
	readonly pluginFolder?: string;
	readonly cache?: ContentCache;
	readonly progress?: Progress;
}

/** Where MariaDB keeps its data, below the site. */
const MARIADB_FOLDER = '.mariadb';
const MARIADB_DATABASE = 'wordpress';

/** A WordPress on the machine's own PHP. */
export class NativeSite {
	public readonly directory: string;
	/** The PHP that runs it. */
	public readonly php: string;
	private readonly server: MariadbServer | undefined;

	private constructor( directory: string, php: string, server: MariadbServer | undefined ) {
		this.directory = directory;
		this.php = php;
		this.server = server;
	}

	/**
	 * Makes a site in `directory`, which must not exist or be empty; its installation comes from the cache
	 * when one like it was made before.
	 *
	 * @throws Error that says what the machine lacks, or what PHP said.
	 */
	public static async create( directory: string, options: NativeSiteOptions ): Promise< NativeSite > {
		const progress = options.progress ?? terminalProgress;
		const cache = options.cache ?? new ContentCache();
		const php = await findPhp( DATABASE_EXTENSIONS[ options.database ] );
		if ( typeof php === 'string' ) {
			throw new Error( php );
		}
		const sources = await wordPressSources( { cache, progress } );
		const engine = options.database === 'sqlite' ? 'sqlite' : await installedMariadb();
		const key = snapshotKey( options, sources.key, engine );
		const snapshot = await cache.directory( 'snapshots', key, ( place ) =>
			progress.step(
				`Installing WordPress (${ options.database }${ options.multisite ? ', multisite' : '' })`,
				() => installSnapshot( place, php.path, sources, options )
			)
		);
		pruneCache( cache, SNAPSHOT_LIMITS );

		await placeWordPress( directory, sources, options.database === 'sqlite' );
		const server = await restoreDatabase( directory, snapshot, options );
		try {
			configureSite( directory, finalConfig( options, server ) );
			if ( options.pluginFolder ) {
				linkPlugin( directory, options.pluginFolder );
				await runInstallStep( php.path, 'activate', installInput( directory, options ) );
			}
		} catch ( error ) {
			await server?.stop();
			throw error;
		}
		return new NativeSite( directory, php.path, server );
	}

	/** Starts the database of a MariaDB site that was made before. */
	public static async reopen( directory: string ): Promise< NativeSite > {
		const php = await findPhp( DATABASE_EXTENSIONS.mariadb );
		if ( typeof php === 'string' ) {
			throw new Error( php );
		}
		return new NativeSite( directory, php.path, await MariadbServer.start( join( directory, MARIADB_FOLDER ) ) );
	}

	/** Ends what runs for the site; its files stay. */
	public async stop(): Promise< void > {
		await this.server?.stop();
	}

	/** Ends what runs for the site and removes its files. */
	public async destroy(): Promise< void > {
		await this.stop();
		rmSync( this.directory, { recursive: true, force: true } );
	}
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

function finalConfig( recipe: SiteRecipe, server: MariadbServer | undefined ): WpConfigOptions {
	const place = recipe.multisite ? { networkDomain: new URL( recipe.url ).host } : { url: recipe.url };
	return { ...place, ...mysqlConfig( server ) };
}

/** Installs WordPress once and keeps the database alone: `database/` of SQLite or `data/` of MariaDB. */
async function installSnapshot(
	place: string,
	php: string,
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
		configureSite( site, finalConfig( recipe, server ) );
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
