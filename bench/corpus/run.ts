/**
 * Fuzzes real plugins with known, fixed defects and prints which were found.
 *
 *     npm run bench:corpus -- <folder> [--time=120] [--results=<folder>] [--only=<id>] [--side=vulnerable|fixed]
 *
 * Each tree gets a fresh native SQLite site; nothing is named to the engine but the plugin. A result that is in the
 * results folder already is used again.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { withTemporarySite } from '../../src-runtime/native/temporary-site.ts';
import { UNSERVED_URL } from '../../src-runtime/site/site-recipe.ts';
import { wordPressSources } from '../../src-runtime/wordpress/sources.ts';
import { matches, readCorpus, type CorpusFinding } from './corpus.ts';

interface Options {
	readonly time: string;
	readonly results: string;
	readonly only?: string;
	readonly side?: string;
}

interface FuzzResult {
	readonly findings: readonly CorpusFinding[];
	readonly summary: { readonly total: number };
	readonly coverageSummary: { readonly discovered: number };
}

async function php( words: readonly string[] ): Promise< number > {
	const child = spawn( 'php', [ '-d', 'memory_limit=1G', ...words ], { stdio: [ 'ignore', 'ignore', 'inherit' ] } );
	const [ code ] = ( await once( child, 'exit' ) ) as [ number | null ];
	return code ?? 3;
}

interface Tree {
	readonly folder: string;
	readonly slug: string;
	/** Files that bring the plugin into the state in which a site uses it. */
	readonly setup: readonly string[];
}

async function fuzz( tree: Tree, output: string, seconds: string ): Promise< FuzzResult | undefined > {
	if ( ! existsSync( output ) ) {
		const pluginFolder = fileURLToPath( new URL( '../../plugin', import.meta.url ) );
		const prepare = fileURLToPath( new URL( './prepare.php', import.meta.url ) );
		const { wpCli } = await wordPressSources();
		await withTemporarySite(
			{ database: 'sqlite', multisite: false, url: UNSERVED_URL, pluginFolder },
			async ( { directory } ) => {
				cpSync( tree.folder, join( directory, 'wp-content/plugins', tree.slug ), { recursive: true } );
				// The first activation of some plugins ends the process; the second finds their tables.
				await php( [ prepare, directory, tree.slug ] );
				await php( [ prepare, directory, tree.slug ] );
				for ( const fixture of tree.setup ) {
					await php( [ prepare, directory, tree.slug, fixture ] );
				}
				await php( [
					wpCli,
					'--allow-root',
					`--path=${ directory }`,
					// The campaign loads it in processes of its own; some plugins upset the command line.
					`--skip-plugins=${ tree.slug }`,
					'codebox',
					'fuzz',
					`--plugin=${ tree.slug }`,
					'--allow-mutations',
					`--time=${ seconds }`,
					'--format=json',
					`--output=${ output }`,
				] );
			}
		);
	}
	return existsSync( output ) ? ( JSON.parse( readFileSync( output, 'utf8' ) ) as FuzzResult ) : undefined;
}

const program = new Command( 'bench:corpus' )
	.argument( '<folder>', 'folder with corpus.json and the plugin trees' )
	.option( '--time <seconds>', 'seconds for each tree', '120' )
	.option( '--results <folder>', 'where the results are kept', 'bench/results/corpus' )
	.option( '--only <id>', 'one pair or plugin' )
	.option( '--side <side>', 'one release of each pair: vulnerable or fixed' )
	.parse();
const folder = resolve( program.args[ 0 ]! );
const options = program.opts< Options >();
const corpus = readCorpus( folder );
mkdirSync( options.results, { recursive: true } );
const run = ( name: string, slug: string, setup: readonly string[] = [] ) =>
	fuzz(
		{ folder: join( folder, name, slug ), slug, setup: setup.map( ( file ) => join( folder, file ) ) },
		join( resolve( options.results ), `${ name }.json` ),
		options.time
	);
const wanted = ( id: string ) => options.only === undefined || options.only === id;

const rows: string[] = [];
let found = 0;
let triggers = 0;
for ( const pair of corpus.pairs.filter( ( { id } ) => wanted( id ) ) ) {
	const vulnerable = options.side === 'fixed' ? undefined : await run( pair.vulnerable, pair.slug, pair.setup );
	const fixed = options.side === 'vulnerable' ? undefined : await run( pair.fixed, pair.slug, pair.setup );
	for ( const trigger of pair.triggers ) {
		triggers++;
		const hits = matches( trigger, vulnerable?.findings ?? [] );
		// The fix of some defects only narrows who may call: the same finding of another role is no failure.
		const left = matches( trigger, fixed?.findings ?? [] );
		const gone = hits.filter( ( hit ) => ! left.some( ( { fingerprint } ) => fingerprint === hit.fingerprint ) );
		const isFound = gone.length > 0;
		found += isFound ? 1 : 0;
		rows.push(
			`| ${ trigger.id } | ${ pair.slug } | ${ trigger.targets[ 0 ] } | ${ isFound ? 'found' : 'missed' } | ${
				isFound ? Math.min( ...gone.map( ( hit ) => hit.secondsToFirst ?? 0 ) ) : ''
			} | ${ gone.length } / ${ hits.length - gone.length } | ${ vulnerable?.summary.total ?? 'no result' } |`
		);
	}
}
process.stdout.write(
	`| trigger | plugin | target | result | seconds to first | fingerprints gone / still there in the fixed release | cases |\n|---|---|---|---|---|---|---|\n${ rows.join(
		'\n'
	) }\n\n${ found } of ${ triggers } triggers found.\n`
);
for ( const plugin of corpus.wellKept.filter( ( { id } ) => wanted( id ) ) ) {
	const result = await run( plugin.folder, plugin.slug, plugin.setup );
	process.stdout.write(
		`\n${ plugin.slug }: ${ result?.coverageSummary.discovered ?? '?' } endpoints, ${ result?.findings.length ?? '?' } findings to review\n${ (
			result?.findings ?? []
		)
			.map(
				( finding ) =>
					`- ${ finding.severity } ${ finding.oracle } ${ finding.target.id }: ${ finding.message }`
			)
			.join( '\n' ) }\n`
	);
}
