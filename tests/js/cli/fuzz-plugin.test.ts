import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath( new URL( '../../..', import.meta.url ) );
let work: string;
let plugin: string;
/** The temporary folder of the command. */
let temporary: string;

beforeAll( () => {
	work = mkdtempSync( join( tmpdir(), 'wpcb-fuzz-plugin-' ) );
	plugin = join( work, 'workshops' );
	temporary = join( work, 'tmp' );
	mkdirSync( temporary );
	cpSync( join( root, 'examples/buggy-plugin' ), plugin, { recursive: true } );
} );
afterAll( () => rmSync( work, { recursive: true, force: true } ) );

const command = ( ...words: string[] ) =>
	spawnSync( process.execPath, [ join( root, 'bin/wp-codebox.mjs' ), ...words ], {
		cwd: plugin,
		encoding: 'utf8',
		env: { ...process.env, TMPDIR: temporary },
	} );

describe( 'wp-codebox fuzz in the folder of a plugin', () => {
	it( 'fuzzes it in a WordPress that is gone afterwards, and replays what was found', () => {
		const before = readdirSync( plugin, { recursive: true } );
		const output = join( work, 'results', 'workshops.json' );
		const bundles = join( work, 'bundles' );
		const fuzz = command(
			...[ 'fuzz', '--cases=120', '--time=60', '--seed=3', `--output=${ output }`, `--bundle=${ bundles }` ]
		);
		expect( fuzz.stderr ).toContain( 'Activating workshops' );
		expect( fuzz.stdout ).toMatch( /^ {3}(?:\.\/)?buggy\/[\w/-]+\.php:\d+$/m );
		expect( fuzz.stdout ).not.toContain( 'wp-content/plugins/workshops' );
		expect( fuzz.status ).toBe( 1 );
		const result = JSON.parse( readFileSync( output, 'utf8' ) ) as {
			schema: string;
			findings: { replay: { id: string }; fingerprint: string }[];
			metadata: { artifact: { id: string } };
		};
		const { id } = result.metadata.artifact;
		expect( fuzz.stdout ).toContain( `wp-codebox artifacts export ../bundles/${ id } <file.zip>` );
		const verified = command( 'artifacts', 'verify', join( bundles, id ) );
		expect( verified ).toMatchObject( { status: 0, stdout: `valid: ${ id }\n` } );
		expect( result.schema ).toBe( 'wp-codebox/fuzz-suite-result/v1' );
		expect( readdirSync( plugin, { recursive: true } ) ).toEqual( before );

		const replay = command( 'replay', output, `--case=${ result.findings[ 0 ]!.replay.id }` );
		const verdicts = JSON.parse( replay.stdout ) as { findings: { fingerprint: string; verdict: string }[] };
		expect( verdicts.findings ).toContainEqual(
			expect.objectContaining( { fingerprint: result.findings[ 0 ]!.fingerprint, verdict: 'FAILED' } )
		);
		expect( replay.status ).toBe( 1 );
		// What is there is the loader's of TypeScript, which a package has none of.
		expect( readdirSync( temporary ).filter( ( name ) => ! name.startsWith( 'tsx-' ) ) ).toEqual( [] );
	}, 240_000 );

	it( 'names the flag of a folder that cannot be made, and a result that is broken, before WordPress is booted', () => {
		const taken = join( work, 'broken.json' );
		writeFileSync( taken, '{' );
		const nowhere = command( 'fuzz', `--output=${ taken }/result.json` );
		expect( nowhere ).toMatchObject( { status: 2, stdout: '' } );
		expect( nowhere.stderr ).toContain( `--output: ${ taken } is no folder` );
		const broken = command( 'replay', taken );
		expect( broken ).toMatchObject( { status: 2, stdout: '' } );
		expect( broken.stderr ).toContain( 'wp_codebox_invalid_json' );
		expect( nowhere.stderr + broken.stderr ).not.toContain( 'Booting' );
	} );

	it( 'refuses a folder that is no plugin by name', () => {
		const refused = command( 'fuzz', work );
		expect( refused ).toMatchObject( { status: 2, stdout: '' } );
		expect( refused.stderr ).toContain( `${ work } is no plugin: no PHP file in it has a "Plugin Name:" header.` );
	} );
} );
