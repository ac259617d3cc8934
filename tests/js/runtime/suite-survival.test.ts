import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Runtime } from '../../../src-runtime/backend/runtime-backend.ts';
import { silentProgress } from '../../../src-runtime/progress/progress.ts';
import { wasmBackend } from '../../../src-runtime/wasm/wasm-backend.ts';

const root = fileURLToPath( new URL( '../../..', import.meta.url ) );

interface SuiteResult {
	readonly summary: { readonly total: number };
	readonly cases: readonly {
		readonly id: string;
		readonly status: string;
		readonly metadata: { readonly observations: readonly { readonly ended: string }[] };
	}[];
	readonly findings: readonly { readonly oracle: string }[];
}

/** How each route of the fixture ends; a segmentation fault cannot be made in WASM. */
const ENDINGS: Readonly< Record< string, string > > = {
	exit: 'exited',
	'exit-message': 'exited',
	'die-in-hook': 'exited',
	'wp-die': 'exited',
	uncaught: 'threw',
	fatal: 'fatal',
	memory: 'memory|fatal',
	loop: 'timeout',
	recursion: 'memory|fatal|threw',
	ob: 'returned',
	user: 'returned',
	drop: 'returned',
	commit: 'returned',
	files: 'returned',
	hooks: 'returned',
	chdir: 'returned',
};

/** What the route answers after whatever killer, in part. */
const UNHARMED = { alive: true, hooks: true, posts: true, user: 0, committed: false };

let runtime: Runtime;
beforeAll( async () => {
	runtime = await wasmBackend.boot( { pluginFolder: join( root, 'plugin' ), progress: silentProgress } );
	const muPlugins = join( runtime.directory, 'wp-content', 'mu-plugins' );
	await cp( join( root, 'tests/fixtures/plugins/killers' ), muPlugins, { recursive: true } );
}, 180_000 );
afterAll( () => runtime?.dispose() );

async function run( ...words: string[] ): Promise< SuiteResult > {
	const { stdout, stderr } = await runtime.wpCli( [ 'codebox', ...words, '--format=json' ] );
	if ( stdout === '' ) {
		throw new Error( stderr );
	}
	return JSON.parse( stdout ) as SuiteResult;
}

test( 'in WASM each killer has its result and the case behind it runs', async () => {
	const cases = Object.keys( ENDINGS ).flatMap( ( name ) =>
		[ name, 'survivor' ].map( ( route ) => ( {
			id: `${ name }/${ route }`,
			target: { kind: 'rest' },
			input: { method: 'GET', path: `/codebox-killers/v1/${ route }` },
			expect: route === 'survivor' ? { status: 200, body: UNHARMED } : {},
		} ) )
	);
	const result = await run( 'run-fuzz-suite', `--input-json=${ JSON.stringify( { id: 'killers', cases } ) }` );
	const seen = new Map( result.cases.map( ( each ) => [ each.id, each ] ) );
	expect( seen.size ).toBe( cases.length );
	for ( const [ name, ended ] of Object.entries( ENDINGS ) ) {
		const killer = seen.get( `${ name }/${ name }` )?.metadata.observations[ 0 ]?.ended;
		expect( `${ name }: ${ killer }` ).toMatch( new RegExp( `^${ name }: (?:${ ended })$` ) );
		expect( `${ name }, then: ${ seen.get( `${ name }/survivor` )?.status }` ).toBe( `${ name }, then: passed` );
	}
}, 400_000 );

test( 'in WASM a campaign goes on behind cases that end their process', async () => {
	const result = await run(
		'fuzz',
		'--namespace=codebox-killers/v1',
		'--roles=anonymous',
		'--cases=6',
		'--time=300',
		'--no-bundle'
	);
	expect( result.summary.total ).toBe( 6 );
	expect( result.findings.map( ( { oracle } ) => oracle ) ).toContain( 'crash.exit' );
}, 400_000 );
