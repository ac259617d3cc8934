import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The folder that holds everything this machine has cached: `WP_CODEBOX_CACHE`, else `wp-codebox` below
 * the XDG cache folder (`$XDG_CACHE_HOME`, `~/.cache`).
 */
export function cacheRoot( environment: NodeJS.ProcessEnv = process.env ): string {
	if ( environment.WP_CODEBOX_CACHE ) {
		return resolve( environment.WP_CODEBOX_CACHE );
	}
	// XDG: a relative path is invalid and has to be ignored.
	const xdg = environment.XDG_CACHE_HOME?.startsWith( '/' ) ? environment.XDG_CACHE_HOME : undefined;
	return join( xdg ?? join( homedir(), '.cache' ), 'wp-codebox' );
}
