/**
 * The figures that the fuzz engine is held to, each with its target: medians of 5 interleaved rounds in one run.
 *
 *     npm run bench:fuzz                             everything, on SQLite and on MariaDB
 *     npm run bench:fuzz -- --db=sqlite              one database
 *     npm run bench:fuzz -- --part=overhead,writes   some parts: overhead, cold, writes, memory, http
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { NativeSite } from '../../src-runtime/native/native-site.ts';
import { withTemporarySite } from '../../src-runtime/native/temporary-site.ts';
import { UNSERVED_URL, type SiteDatabase } from '../../src-runtime/site/site-recipe.ts';

interface Overhead {
	readonly environment: string;
	readonly rows: readonly {
		readonly cases: number;
		readonly bareMs: number;
		readonly suiteMs: number;
		readonly ratio: number;
		/** Of processor time. */
		readonly cpuRatio: number;
		readonly casesPerSecond: number;
	}[];
}

interface Writes {
	readonly environment: string;
	readonly committedMs: number;
	readonly rolledBackMs: number;
	readonly ratio: number;
}

interface Memory {
	readonly environment: string;
	readonly cases: number;
	readonly peakMiB: number;
	readonly seconds: number;
}

interface Http {
	readonly environment: string;
	readonly requestsPerSecond: number;
	readonly casesPerSecond: number;
	readonly ratio: number;
	/** Of processor time, the server's included. */
	readonly cpuRatio: number;
	readonly barePerSecond: number;
	readonly coldPerSecond: number;
	/** Requests a second of the same client where PHP compiles every file anew. */
	readonly withoutOpcache: number;
}

const MIB_OF_GROWTH = 16;
const root = fileURLToPath( new URL( '../..', import.meta.url ) );

function option( name: string ): string[] | undefined {
	return process.argv
		.find( ( argument ) => argument.startsWith( `--${ name }=` ) )
		?.slice( name.length + 3 )
		.split( ',' );
}

function chosen< Name extends string >( flag: string, known: readonly Name[] ): Name[] {
	const wanted = option( flag ) ?? known;
	const unknown = wanted.find( ( name ) => ! known.some( ( each ) => each === name ) );
	if ( unknown !== undefined ) {
		process.stderr.write( `--${ flag } is one of ${ known.join( ', ' ) }, not "${ unknown }".\n` );
		process.exit( 2 );
	}
	return known.filter( ( name ) => wanted.includes( name ) );
}

async function measure< Result >( site: NativeSite, script: string, ...values: string[] ): Promise< Result > {
	const { stdout } = await promisify( execFile )(
		site.php,
		[ '-d', 'opcache.enable_cli=1', '-d', 'pcov.enabled=0', `${ root }bench/fuzz/${ script }.php`, ...values ],
		{ env: { ...process.env, WP_CODEBOX_TEST_SITE: site.directory }, maxBuffer: 2 ** 24 }
	);
	return JSON.parse( stdout ) as Result;
}

function print( ...lines: string[] ): void {
	process.stdout.write( `${ lines.join( '\n' ) }\n` );
}

async function overhead( site: NativeSite, state: 'warm' | 'cold' ): Promise< void > {
	const { environment, rows } = await measure< Overhead >( site, 'overhead', state );
	print(
		`\n## Read cases, ${ state } object cache (target: at most 1.25 on SQLite)\n`,
		`${ environment }, eight routes of core\n`,
		'| cases | bare ms/request | suite ms/case | ratio | of processor time | cases/s |',
		'|---:|---:|---:|---:|---:|---:|',
		...rows.map(
			( row ) =>
				`| ${ row.cases } | ${ row.bareMs } | ${ row.suiteMs } | ${ row.ratio } | ${ row.cpuRatio } | ${ row.casesPerSecond } |`
		)
	);
}

function quotient( one: number, other: number ): string {
	return ( one / other ).toFixed( 1 );
}

function times( perSecond: number, seen: Http ): string {
	return quotient( perSecond, seen.requestsPerSecond );
}

const parts = {
	overhead: ( site: NativeSite ) => overhead( site, 'warm' ),
	cold: ( site: NativeSite ) => overhead( site, 'cold' ),
	writes: async ( site: NativeSite ) => {
		const { environment, committedMs, rolledBackMs, ratio } = await measure< Writes >( site, 'writes' );
		print(
			'\n## A rolled-back POST against a committed one (target: below 1)\n',
			`${ environment }: committed ${ committedMs } ms, rolled back and judged ${ rolledBackMs } ms, ratio ${ ratio }`
		);
	},
	memory: async ( site: NativeSite ) => {
		const few = await measure< Memory >( site, 'memory', '1000' );
		const many = await measure< Memory >( site, 'memory', '100000' );
		const growth = ( many.peakMiB - few.peakMiB ).toFixed( 2 );
		print(
			`\n## Peak memory from 1,000 to 100,000 cases (target: less than ${ MIB_OF_GROWTH } MiB more)\n`,
			`${ many.environment }: ${ few.peakMiB } MiB and ${ many.peakMiB } MiB, ${ growth } MiB more, in ${ many.seconds } s`
		);
	},
	http: async ( site: NativeSite ) => {
		const seen = await measure< Http >( site, 'http' );
		print(
			'\n## Cases against HTTP requests a second (target: at least 40 times)\n',
			`${ seen.environment }; each against ${ seen.requestsPerSecond } requests/s\n`,
			'| in process | a second | times |',
			'|---|---:|---:|',
			`| cases of a suite | ${ seen.casesPerSecond } | ${ seen.ratio } |`,
			`| the bare loop of the same requests | ${ seen.barePerSecond } | ${ times( seen.barePerSecond, seen ) } |`,
			`| cases of a suite, cold object cache | ${ seen.coldPerSecond } | ${ times( seen.coldPerSecond, seen ) } |`,
			`\nWithout OPcache: ${ seen.withoutOpcache } requests/s, so ${ quotient( seen.casesPerSecond, seen.withoutOpcache ) } times. By processor time: ${ seen.cpuRatio } times.`
		);
	},
};

const databases = chosen< SiteDatabase >( 'db', [ 'sqlite', 'mariadb' ] );
const wanted = chosen( 'part', [ 'overhead', 'cold', 'writes', 'memory', 'http' ] );
for ( const database of databases ) {
	await withTemporarySite(
		{ database, multisite: false, url: UNSERVED_URL, pluginFolder: `${ root }plugin` },
		async ( site ) => {
			for ( const part of wanted ) {
				await parts[ part ]( site );
			}
		}
	);
}
