/**
 * Runs PHPUnit inside real WordPress sites that exist only for the run.
 *
 *     npm run test:php                                   all three sites
 *     npm run test:php -- --site=sqlite tests/php/Fuzz   one site, PHPUnit's own arguments after it
 *
 * Exit status: 0 all passed, 1 a test failed, 2 bad usage, 3 a site could not be made.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanupOnSignal } from '../src-runtime/process/cleanup-on-signal.ts';
import { withTemporarySite } from '../src-runtime/native/temporary-site.ts';
import { wordPressSources } from '../src-runtime/wordpress/sources.ts';
import { UNSERVED_URL, type SiteDatabase } from '../src-runtime/site/site-recipe.ts';

const SITES: Readonly< Record< string, { database: SiteDatabase; multisite: boolean } > > = {
	sqlite: { database: 'sqlite', multisite: false },
	mariadb: { database: 'mariadb', multisite: false },
	multisite: { database: 'sqlite', multisite: true },
};

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const given = process.argv.slice( 2 );
const chosen = given.find( ( argument ) => argument.startsWith( '--site=' ) )?.slice( '--site='.length ) ?? 'all';
const phpunitArguments = given.filter( ( argument ) => ! argument.startsWith( '--site=' ) );
const names = chosen === 'all' ? Object.keys( SITES ) : [ chosen ];

/** The tests start WordPress in hundreds of processes; one that finds it compiled starts in a third of the time. */
const compiled = mkdtempSync( join( tmpdir(), 'wpcb-opcache-' ) );
const removeCompiled = () => rmSync( compiled, { recursive: true, force: true, maxRetries: 3 } );
cleanupOnSignal( removeCompiled );
process.once( 'exit', removeCompiled );
mkdirSync( join( compiled, 'cache' ) );
writeFileSync(
	join( compiled, 'opcache.ini' ),
	`opcache.enable_cli=1\nopcache.file_cache=${ join( compiled, 'cache' ) }\nopcache.file_cache_only=1\n`
);

async function phpunit( php: string, site: string, name: string ): Promise< boolean > {
	const counts = process.env.WP_CODEBOX_JUNIT_DIR;
	const child = spawn(
		php,
		[
			'-d',
			'memory_limit=1G',
			'vendor/bin/phpunit',
			...( counts ? [ '--log-junit', `${ counts }/phpunit-${ name }.xml` ] : [] ),
			...phpunitArguments,
		],
		{
			cwd: root,
			stdio: 'inherit',
			env: {
				...process.env,
				// Empty in front: the machine's own settings first.
				PHP_INI_SCAN_DIR: `${ process.env.PHP_INI_SCAN_DIR ?? '' }:${ compiled }`,
				WP_CODEBOX_TEST_SITE: site,
				WP_CODEBOX_TEST_WP_CLI: ( await wordPressSources() ).wpCli,
			},
		}
	);
	const [ code ] = ( await once( child, 'exit' ) ) as [ number | null ];
	return code === 0;
}

if ( names.some( ( name ) => ! ( name in SITES ) ) ) {
	process.stderr.write( `--site is one of ${ Object.keys( SITES ).join( ', ' ) }, all; not "${ chosen }".\n` );
	process.exit( 2 );
}

const outcomes: string[] = [];
for ( const name of names ) {
	const started = performance.now();
	try {
		const passed = await withTemporarySite(
			{ ...SITES[ name ]!, url: UNSERVED_URL, pluginFolder: `${ root }plugin` },
			( site ) => {
				process.stderr.write( `\nPHPUnit on ${ name }\n` );
				return phpunit( site.php, site.directory, name );
			}
		);
		process.exitCode = passed ? process.exitCode : process.exitCode || 1;
		outcomes.push( `${ name } ${ passed ? 'passed' : 'FAILED' } in ${ seconds( started ) }` );
	} catch ( error ) {
		process.stderr.write( `${ error instanceof Error ? error.message : String( error ) }\n` );
		process.exitCode = 3;
		outcomes.push( `${ name } COULD NOT RUN` );
	}
}
process.stderr.write( `${ outcomes.join( ' · ' ) }\n` );

function seconds( since: number ): string {
	return `${ ( ( performance.now() - since ) / 1000 ).toFixed( 1 ) } s`;
}
