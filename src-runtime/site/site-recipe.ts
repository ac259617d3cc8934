/** The database under a site. */
export type SiteDatabase = 'sqlite' | 'mariadb';

/** What kind of site to make. */
export interface SiteRecipe {
	readonly database: SiteDatabase;
	/** Subfolder network instead of a single site. */
	readonly multisite: boolean;
	/** Address without a trailing slash. */
	readonly url: string;
}

/** The account that every site has; so do `editor`, `author`, `contributor` and `subscriber`, with the same password. */
export const ADMIN_LOGIN = { user: 'admin', password: 'password' } as const;

/** Address of sites that nobody serves: they are used through WP-CLI and PHPUnit. */
export const UNSERVED_URL = 'http://localhost';

/** Increase it when the installation scripts change what a site holds. */
export const RECIPE_VERSION = 1;

/** Path of the plugin's main file below the plugins folder. */
export const PLUGIN_FILE = 'wp-codebox/wp-codebox.php';

/** Names the installation that a snapshot holds: same key, same database. */
export function snapshotKey( recipe: SiteRecipe, sourcesKey: string, engine: string ): string {
	// A network keeps its address in its tables.
	const network = recipe.multisite
		? `multisite-${ new URL( recipe.url ).host.replace( /[^\w.-]/g, '_' ) }`
		: 'single';
	return `${ recipe.database }-${ network }-v${ RECIPE_VERSION }-${ engine }-${ sourcesKey }`;
}
