/**
 * Boots a real WordPress with the plugin active, fuzzes core's own REST API and abilities, prints what came
 * out, how long each part took and where the report is. Started by scripts/start.mjs (`npm start`).
 *
 * Exit status: 0 the run completed (findings are printed, they are not its exit status), 2 bad usage,
 * 3 it did not complete.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { BACKEND_CHOICES, chooseBackend, type BackendChoice } from '../src-runtime/backend/choose-backend.ts';
import { terminalProgress } from '../src-runtime/progress/progress.ts';
import { printSuiteResult, readSuiteResult, type SuiteResult } from './suite-summary.ts';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const SUITE = `${ root }examples/core-rest-and-abilities.fuzz-suite.json`;
const REPORT = `${ root }build/quickstart/result.json`;

async function quickstart( choice: BackendChoice ): Promise< void > {
	const times: [ string, number ][] = [ [ 'dependencies', Number( process.env.WP_CODEBOX_INSTALL_MS ?? 0 ) ] ];
	const timed = async < T >( part: string, work: () => Promise< T > ): Promise< T > => {
		const started = performance.now();
		const result = await work();
		times.push( [ part, performance.now() - started ] );
		return result;
	};
	const backend = await chooseBackend( choice );
	const runtime = await timed( 'boot', () =>
		backend.boot( { pluginFolder: `${ root }plugin`, mounts: [ dirname( SUITE ) ] } )
	);
	let result: SuiteResult;
	try {
		const run = await timed( 'fuzzing', () =>
			terminalProgress.step( `Fuzzing WordPress core (PHP ${ runtime.phpVersion }, ${ runtime.backend })`, () =>
				runtime.wpCli( [ 'codebox', 'run-fuzz-suite', `--input-file=${ SUITE }`, '--format=json' ] )
			)
		);
		result = readSuiteResult( run );
	} finally {
		await runtime.dispose();
	}
	mkdirSync( dirname( REPORT ), { recursive: true } );
	writeFileSync( REPORT, `${ JSON.stringify( result, null, '\t' ) }\n` );
	printSuiteResult( result );
	const parts = times.map( ( [ part, ms ] ) => `${ part } ${ ( ms / 1000 ).toFixed( 1 ) } s` ).join( ', ' );
	process.stdout.write( `\nReport: ${ relative( process.cwd(), REPORT ) }\n` );
	process.stdout.write( `Took: ${ parts } (PHP ${ runtime.phpVersion }, ${ runtime.backend }).\n` );
}

await new Command( 'npm start --' )
	.description( 'Boots a real WordPress and fuzzes its REST API and abilities.' )
	.addOption( new Option( '--runtime <name>', 'what runs PHP' ).choices( BACKEND_CHOICES ).default( 'wasm' ) )
	.action( ( options: { runtime: BackendChoice } ) => quickstart( options.runtime ) )
	.parseAsync()
	.then(
		() => process.exit( 0 ),
		( error: Error ) => {
			process.stderr.write( `${ error.message }\n` );
			process.exit( 3 );
		}
	);
