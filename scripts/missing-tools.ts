import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MariadbServer } from '../src-runtime/mariadb/mariadb-server.ts';
import { findPhp } from '../src-runtime/native/php-binary.ts';

const CHROMIUM = [ '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome' ];

/** One sentence for each thing that the whole test run needs and this machine lacks. */
export async function missingTools( root: string ): Promise< string[] > {
	const php = await findPhp( [ 'pdo_sqlite', 'sqlite3', 'mysqli', 'zip', 'curl', 'gd' ] );
	const chromium = process.env.WP_CODEBOX_CHROMIUM ?? CHROMIUM.find( ( path ) => existsSync( path ) );
	return [
		...( typeof php === 'string' ? [ php ] : [] ),
		...( ( await MariadbServer.version() ) ? [] : [ 'MariaDB’s server (Debian: mariadb-server).' ] ),
		...( chromium && existsSync( chromium ) ? [] : [ 'Chromium (Debian: chromium; or WP_CODEBOX_CHROMIUM).' ] ),
		...( existsSync( join( root, 'vendor', 'autoload.php' ) )
			? []
			: [ 'PHP’s development tools; run composer install.' ] ),
	];
}
