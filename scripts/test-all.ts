/**
 * `npm test`: everything that CI runs; prints how long each step took, the names of the tests that failed and, as the
 * last line, `N passed, N failed` over all of them. A check without a count of its own (types, lint, …) counts as
 * one. Two steps run at a time, those that are marked alone; the output of each stays in one piece, in the order of
 * the list.
 *
 *     npm test -- [step …]     only these steps (or all whose name begins with it: "test:php", "e2e")
 *
 * Exit status: 0 all passed, 1 something failed, 2 bad usage.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
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
	/** Nothing else runs meanwhile. */
	readonly isAlone?: boolean;
}

const npm = ( ...args: string[] ): string[] => [ 'npm', 'run', '--silent', ...args ];
const jestReport = join( reports, 'jest.json' );

/** Each folder of `e2e/` with a configuration is a step. */
function playwrightConfigs(): string[] {
	return readdirSync( join( root, 'e2e' ) )
		.sort()
		.map( ( folder ) => join( 'e2e', folder, 'playwright.config.ts' ) )
		.filter( ( path ) => existsSync( join( root, path ) ) );
}

const STEPS: readonly Step[] = [
	{ name: 'build', command: npm( 'build' ), isAlone: true },
	{ name: 'contracts', command: npm( 'contracts', '--', '--check' ) },
	{ name: 'types', command: npm( 'types' ) },
	{ name: 'types:remote', command: npm( 'types:remote' ) },
	{ name: 'types:php', command: npm( 'types:php', '--', '--no-progress' ) },
	{ name: 'lint:js', command: npm( 'lint:js' ) },
	{ name: 'lint:php', command: npm( 'lint:php', '--', '-q', '-n' ) },
	{ name: 'lint:imports', command: npm( 'lint:imports' ) },
	{
		name: 'test:js',
		command: npm( 'test:js', '--', '--json', `--outputFile=${ jestReport }` ),
		count: () => countJest( readFileSync( jestReport, 'utf8' ) ),
	},
	...[ 'sqlite', 'mariadb', 'multisite' ].map( ( site ): Step => ( {
		name: `test:php ${ site }`,
		command: npm( 'test:php', '--', `--site=${ site }` ),
		environment: { WP_CODEBOX_JUNIT_DIR: reports },
		count: () => countJunit( readFileSync( join( reports, `phpunit-${ site }.xml` ), 'utf8' ) ),
	} ) ),
	...playwrightConfigs().map( ( config ): Step => {
		const report = join( reports, `${ basename( dirname( config ) ) }.json` );
		return {
			name: `e2e ${ basename( dirname( config ) ) }`,
			command: [ 'npx', 'playwright', 'test', '--config', config, '--reporter=list,json' ],
			environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
			count: () => countPlaywright( readFileSync( report, 'utf8' ) ),
			isAlone: true,
		};
	} ),
	{ name: 'start', command: npm( 'start' ), isAlone: true },
	{ name: 'start on native PHP', command: npm( 'start', '--', '--runtime=native' ), isAlone: true },
];

async function runStep( step: Step, output: Output ): Promise< Counts > {
	const child = spawn( step.command[ 0 ]!, step.command.slice( 1 ), {
		cwd: root,
		stdio: [ 'ignore', 'pipe', 'pipe' ],
		env: { ...process.env, ...step.environment },
	} );
	child.stdout.on( 'data', output.write );
	child.stderr.on( 'data', output.write );
	const code = await new Promise< number | null >( ( resolve ) => {
		child.once( 'error', ( error ) => {
			output.write( `${ error.message }\n` );
			resolve( null );
		} );
		child.once( 'close', resolve );
	} );
	const own = step.count === undefined ? undefined : counted( step.count );
	if ( own === undefined ) {
		return code === 0 ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [ 'the step' ] };
	}
	// A runner that failed without a failed test, or that ran nothing, has failed all the same.
	const silent = ( code !== 0 && own.failed === 0 ) || own.passed + own.failed === 0;
	return silent ? { ...own, failed: own.failed + 1, failures: [ `the runner, which ended with ${ code }` ] } : own;
}

function counted( count: () => Counts ): Counts {
	try {
		return count();
	} catch {
		// No readable report: the runner did not get that far, which counts as a failure.
		return { passed: 0, failed: 0, failures: [] };
	}
}

/** Shows what the first unfinished step says at once, and holds back what the others say until it is their turn. */
class Output {
	private static readonly waiting: Output[] = [];
	private held: ( Uint8Array | string )[] = [];
	private isClosed = false;

	constructor() {
		Output.waiting.push( this );
	}

	readonly write = ( bytes: Uint8Array | string ): void => {
		if ( Output.waiting[ 0 ] === this ) {
			process.stdout.write( bytes );
		} else {
			this.held.push( bytes );
		}
	};

	close(): void {
		this.isClosed = true;
		while ( Output.waiting[ 0 ]?.isClosed ) {
			Output.waiting.shift();
			const next = Output.waiting[ 0 ];
			next?.held.splice( 0 ).forEach( next.write );
		}
	}
}

const wanted = process.argv.slice( 2 );
const isMeant = ( { name }: Step, by: string ) => name === by || name.startsWith( `${ by } ` );
const unknown = wanted.filter( ( by ) => ! STEPS.some( ( step ) => isMeant( step, by ) ) );
if ( unknown.length > 0 ) {
	const names = STEPS.map( ( { name } ) => name ).join( ', ' );
	process.stderr.write( `There is no step ${ unknown.join( ', ' ) }; the steps are ${ names }.\n` );
	process.exit( 2 );
}
const missing = await missingTools( root );
missing.forEach( ( sentence ) => process.stderr.write( `Missing: ${ sentence }\n` ) );

const LANES = 2;
const chosen = STEPS.filter( ( step ) => wanted.length === 0 || wanted.some( ( by ) => isMeant( step, by ) ) );
const table: string[] = [];
const failedTests: string[][] = [];
const total = { passed: 0, failed: missing.length };

async function take( step: Step, index: number ): Promise< void > {
	const started = performance.now();
	const output = new Output();
	output.write( `\n=== ${ step.name }\n` );
	const { passed, failed, failures } = await runStep( step, output );
	failedTests[ index ] = failures.map( ( name ) => `FAILED ${ step.name }: ${ name }` );
	total.passed += passed;
	total.failed += failed;
	const seconds = ( ( performance.now() - started ) / 1000 ).toFixed( 1 );
	table[ index ] =
		`${ step.name.padEnd( 20 ) }${ seconds.padStart( 8 ) } s${ String( passed ).padStart( 7 ) } passed${ String( failed ).padStart( 5 ) } failed`;
	output.write( `--- ${ table[ index ] }\n` );
	output.close();
}

const running = new Set< Promise< void > >();
for ( const [ index, step ] of chosen.entries() ) {
	while ( running.size >= ( step.isAlone ? 1 : LANES ) ) {
		await Promise.race( running );
	}
	const one: Promise< void > = take( step, index ).finally( () => running.delete( one ) );
	running.add( one );
	if ( step.isAlone ) {
		await one;
	}
}
await Promise.all( running );
rmSync( reports, { recursive: true, force: true } );
process.stdout.write( `\n${ [ ...table, ...failedTests.flat() ].join( '\n' ) }\n` );
process.stdout.write( `${ total.passed } passed, ${ total.failed } failed\n` );
process.exitCode = total.failed > 0 ? 1 : 0;
