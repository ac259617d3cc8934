/**
 * `npm test`: everything that CI runs, one step after the other; prints how long each took and, as the last
 * line, `N passed, N failed` over all of them. A check without a count of its own (types, lint, …) counts as one.
 *
 *     npm test -- [step …]     only these steps
 *
 * Exit status: 0 all passed, 1 something failed, 2 bad usage.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanupOnSignal } from '../src-runtime/process/cleanup-on-signal.ts';
import { missingTools } from './missing-tools.ts';
import { countJest, countJunit, countPlaywright, type Counts } from './test-counts.ts';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const reports = mkdtempSync( join( tmpdir(), 'wpcb-reports-' ) );
cleanupOnSignal( () => rmSync( reports, { recursive: true, force: true } ) );

interface Step {
	readonly name: string;
	readonly command: readonly string[];
	readonly environment?: Readonly< Record< string, string > >;
	/** What the step's runner reported; without it the step counts as one. */
	readonly count?: () => Counts;
}

const npm = ( ...args: string[] ): string[] => [ 'npm', 'run', '--silent', ...args ];
const jestReport = join( reports, 'jest.json' );
const playwrightReport = join( reports, 'playwright.json' );

const STEPS: readonly Step[] = [
	{ name: 'contracts', command: npm( 'contracts', '--', '--check' ) },
	{ name: 'types', command: npm( 'types' ) },
	{ name: 'types:php', command: npm( 'types:php', '--', '--no-progress' ) },
	{ name: 'lint:js', command: npm( 'lint:js' ) },
	{ name: 'lint:php', command: npm( 'lint:php', '--', '-q' ) },
	{ name: 'lint:imports', command: npm( 'lint:imports' ) },
	{
		name: 'test:js',
		command: npm( 'test:js', '--', '--json', `--outputFile=${ jestReport }` ),
		count: () => countJest( readFileSync( jestReport, 'utf8' ) ),
	},
	{
		name: 'test:php',
		command: npm( 'test:php' ),
		environment: { WP_CODEBOX_JUNIT_DIR: reports },
		count: () =>
			readdirSync( reports )
				.filter( ( name ) => name.endsWith( '.xml' ) )
				.map( ( name ) => countJunit( readFileSync( join( reports, name ), 'utf8' ) ) )
				.reduce( ( sum, one ) => ( { passed: sum.passed + one.passed, failed: sum.failed + one.failed } ), {
					passed: 0,
					failed: 0,
				} ),
	},
	...( existsSync( join( root, 'playwright.config.ts' ) )
		? [
				{
					name: 'test:e2e',
					command: npm( 'test:e2e', '--', '--reporter=list,json' ),
					environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
					count: () => countPlaywright( readFileSync( playwrightReport, 'utf8' ) ),
				},
			]
		: [] ),
	{ name: 'start', command: npm( 'start' ) },
	{ name: 'start in WASM', command: npm( 'start', '--', '--runtime=wasm' ) },
];

async function runStep( step: Step ): Promise< Counts > {
	const child = spawn( step.command[ 0 ]!, step.command.slice( 1 ), {
		cwd: root,
		stdio: [ 'ignore', 'inherit', 'inherit' ],
		env: { ...process.env, ...step.environment },
	} );
	const [ code ] = ( await once( child, 'exit' ) ) as [ number | null ];
	const own = step.count === undefined ? undefined : counted( step.count );
	if ( own === undefined ) {
		return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	}
	// A runner that failed without a failed test, or that ran nothing, has failed all the same.
	const silent = ( code !== 0 && own.failed === 0 ) || own.passed + own.failed === 0;
	return silent ? { ...own, failed: own.failed + 1 } : own;
}

function counted( count: () => Counts ): Counts {
	try {
		return count();
	} catch {
		// No readable report: the runner did not get that far, which counts as a failure.
		return { passed: 0, failed: 0 };
	}
}

const wanted = process.argv.slice( 2 );
const unknown = wanted.filter( ( name ) => ! STEPS.some( ( step ) => step.name === name ) );
if ( unknown.length > 0 ) {
	const names = STEPS.map( ( { name } ) => name ).join( ', ' );
	process.stderr.write( `There is no step ${ unknown.join( ', ' ) }; the steps are ${ names }.\n` );
	process.exit( 2 );
}
const missing = await missingTools( root );
missing.forEach( ( sentence ) => process.stderr.write( `Missing: ${ sentence }\n` ) );

const table: string[] = [];
const total = { passed: 0, failed: missing.length };
for ( const step of STEPS.filter( ( { name } ) => wanted.length === 0 || wanted.includes( name ) ) ) {
	const started = performance.now();
	process.stdout.write( `\n=== ${ step.name }\n` );
	const { passed, failed } = await runStep( step );
	total.passed += passed;
	total.failed += failed;
	const seconds = ( ( performance.now() - started ) / 1000 ).toFixed( 1 );
	table.push(
		`${ step.name.padEnd( 16 ) }${ seconds.padStart( 8 ) } s${ String( passed ).padStart( 7 ) } passed${ String( failed ).padStart( 5 ) } failed`
	);
}
rmSync( reports, { recursive: true, force: true } );
process.stdout.write( `\n${ table.join( '\n' ) }\n` );
process.stdout.write( `${ total.passed } passed, ${ total.failed } failed\n` );
process.exit( total.failed > 0 ? 1 : 0 );
