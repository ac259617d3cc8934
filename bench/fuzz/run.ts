/**
 * Measures what `run-fuzz-suite` costs over a bare `rest_do_request()` loop of the same requests:
 * 100, 1,000 and 5,000 cases, medians of 5 interleaved rounds, on SQLite and on MariaDB.
 *
 *     npm run bench:fuzz                   both databases
 *     npm run bench:fuzz -- --db=sqlite    one
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { withTemporarySite } from '../../src-runtime/native/temporary-site.ts';
import { UNSERVED_URL, type SiteDatabase } from '../../src-runtime/site/site-recipe.ts';

interface Measurement {
	readonly php: string;
	readonly database: string;
	readonly rows: readonly {
		readonly cases: number;
		readonly bareMs: number;
		readonly suiteMs: number;
		readonly ratio: number;
		readonly casesPerSecond: number;
	}[];
}

const root = fileURLToPath( new URL( '../..', import.meta.url ) );
const chosen = process.argv.find( ( argument ) => argument.startsWith( '--db=' ) )?.slice( '--db='.length );
const databases = ( [ 'sqlite', 'mariadb' ] as const ).filter( ( name ) => chosen === undefined || chosen === name );
if ( databases.length === 0 ) {
	process.stderr.write( `--db is sqlite or mariadb, not "${ chosen }".\n` );
	process.exit( 2 );
}

async function measure( database: SiteDatabase ): Promise< Measurement > {
	return withTemporarySite(
		{ database, multisite: false, url: UNSERVED_URL, pluginFolder: `${ root }plugin` },
		async ( site ) => {
			const { stdout } = await promisify( execFile )(
				site.php,
				[ '-d', 'opcache.enable_cli=1', '-d', 'pcov.enabled=0', `${ root }bench/fuzz/overhead.php` ],
				{
					env: { ...process.env, WP_CODEBOX_TEST_SITE: site.directory },
					maxBuffer: 2 ** 24,
				}
			);
			return JSON.parse( stdout ) as Measurement;
		}
	);
}

for ( const database of databases ) {
	const measurement = await measure( database );
	process.stdout.write( `\nPHP ${ measurement.php }, ${ measurement.database }, eight routes of core\n\n` );
	process.stdout.write(
		'| cases | bare ms/request | suite ms/case | ratio | cases/s |\n|---:|---:|---:|---:|---:|\n'
	);
	for ( const row of measurement.rows ) {
		process.stdout.write(
			`| ${ row.cases } | ${ row.bareMs } | ${ row.suiteMs } | ${ row.ratio } | ${ row.casesPerSecond } |\n`
		);
	}
}
