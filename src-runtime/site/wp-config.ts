import { randomBytes } from 'node:crypto';

/** What differs from site to site. */
export interface WpConfigOptions {
	/** Address of the site; fixes it whatever the database says. Not for a multisite. */
	readonly url?: string;
	/** Where the site puts what it needs for a moment; the machine's own temporary folder when left out. */
	readonly temporaryFolder?: string;
	/** Domain of the network; only for a multisite whose tables exist. */
	readonly networkDomain?: string;
	/** MySQL or MariaDB; without it the SQLite drop-in is in charge. */
	readonly mysql?: { readonly host: string; readonly name: string; readonly user: string; readonly password: string };
}

const KEYS = [ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY' ].flatMap( ( name ) => [
	name,
	name.replace( 'KEY', 'SALT' ),
] );

/** A write-ahead log takes memory that processes share, and those of WebAssembly share none. */
const SQLITE_IN_WASM =
	"'Emscripten' !== php_uname( 's' ) || defined( 'SQLITE_JOURNAL_MODE' ) || define( 'SQLITE_JOURNAL_MODE', 'DELETE' );";

/** A PHP literal; strings are single-quoted. */
const php = ( value: string | boolean | number ) =>
	typeof value === 'string' ? `'${ value.replace( /[\\']/g, '\\$&' ) }'` : String( value );

/**
 * The text of wp-config.php: a local site that shows no errors to visitors, updates nothing, runs no cron by
 * itself and reaches no other host.
 */
export function wpConfig( options: WpConfigOptions ): string {
	const { url, networkDomain, mysql, temporaryFolder } = options;
	const constants: Record< string, string | boolean | number > = {
		DB_NAME: mysql?.name ?? 'wordpress',
		DB_USER: mysql?.user ?? 'wordpress',
		DB_PASSWORD: mysql?.password ?? '',
		DB_HOST: mysql?.host ?? 'localhost',
		DB_CHARSET: 'utf8mb4',
		DB_COLLATE: '',
		...Object.fromEntries( KEYS.map( ( key ) => [ key, randomBytes( 32 ).toString( 'base64' ) ] ) ),
		WP_ENVIRONMENT_TYPE: 'local',
		WP_DEBUG: true,
		WP_DEBUG_DISPLAY: false,
		WP_DEBUG_LOG: false,
		WP_HTTP_BLOCK_EXTERNAL: true,
		AUTOMATIC_UPDATER_DISABLED: true,
		DISABLE_WP_CRON: true,
		...( temporaryFolder ? { WP_TEMP_DIR: temporaryFolder } : {} ),
		...( url && ! networkDomain ? { WP_HOME: url, WP_SITEURL: url } : {} ),
		...( networkDomain
			? {
					WP_ALLOW_MULTISITE: true,
					MULTISITE: true,
					SUBDOMAIN_INSTALL: false,
					DOMAIN_CURRENT_SITE: networkDomain,
					PATH_CURRENT_SITE: '/',
					SITE_ID_CURRENT_SITE: 1,
					BLOG_ID_CURRENT_SITE: 1,
				}
			: {} ),
	};
	const defines = Object.entries( constants ).map(
		( [ name, value ] ) => `defined( '${ name }' ) || define( '${ name }', ${ php( value ) } );`
	);
	return [
		'<?php',
		...defines,
		...( mysql ? [] : [ SQLITE_IN_WASM ] ),
		"$table_prefix = 'wp_';",
		"defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );",
		"require_once ABSPATH . 'wp-settings.php';",
		'',
	].join( '\n' );
}

/** The drop-in that puts WordPress on SQLite, from the integration's template. */
export function sqliteDropIn( template: string ): string {
	// The template finds the plugin beside itself when its folder placeholder names nothing.
	return template.replaceAll( '{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php' );
}
