/**
 * Runs bench/artifacts.php in a WordPress that exists only for the run: `npm run bench:artifacts`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { withTemporarySite } from '../src-runtime/native/temporary-site.ts';
import { UNSERVED_URL } from '../src-runtime/site/site-recipe.ts';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
process.exitCode = await withTemporarySite(
	{ database: 'sqlite', multisite: false, url: UNSERVED_URL, pluginFolder: `${ root }plugin` },
	async ( site ) => {
		const child = spawn( site.php, [ 'bench/artifacts.php' ], {
			cwd: root,
			stdio: 'inherit',
			env: { ...process.env, WP_CODEBOX_TEST_SITE: site.directory },
		} );
		const [ code ] = ( await once( child, 'exit' ) ) as [ number | null ];
		return code ?? 3;
	}
);
