import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath( new URL( '../../..', import.meta.url ) );
const packageJson = JSON.parse( readFileSync( join( root, 'package.json' ), 'utf8' ) ) as {
	version: string;
	exports: Record< string, { types: string; default: string } >;
};
let project: string;
let installed: string;

function run( command: string, ...args: string[] ): string {
	const { status, stdout, stderr } = spawnSync( command, args, { cwd: project, encoding: 'utf8' } );
	expect( { status, stderr: status === 0 ? '' : stderr } ).toEqual( { status: 0, stderr: '' } );
	return stdout;
}

/** A project that depends on the packed package, beside the dependencies of this checkout. */
beforeAll( () => {
	project = mkdtempSync( join( tmpdir(), 'wpcb-package-' ) );
	if ( ! existsSync( join( root, 'dist' ) ) || ! existsSync( join( root, 'build/remote/manifest.json' ) ) ) {
		run( 'npm', 'run', '--silent', '--prefix', root, 'build' );
	}
	run( 'npm', 'pack', root, '--ignore-scripts', '--silent' );
	installed = join( project, 'node_modules', 'wp-codebox' );
	mkdirSync( installed, { recursive: true } );
	run( 'tar', '-xzf', `wp-codebox-${ packageJson.version }.tgz`, '-C', installed, '--strip-components=1' );
	for ( const name of readdirSync( join( root, 'node_modules' ) ) ) {
		if ( name !== 'wp-codebox' ) {
			symlinkSync( join( root, 'node_modules', name ), join( project, 'node_modules', name ) );
		}
	}
}, 600_000 );
afterAll( () => rmSync( project, { recursive: true, force: true } ) );

describe( 'the npm package', () => {
	it( 'holds what its exports name, and neither tests nor sources', () => {
		const files = Object.values( packageJson.exports ).flatMap( ( entry ) => [ entry.types, entry.default ] );
		expect( files.filter( ( file ) => ! existsSync( join( installed, file ) ) ) ).toEqual( [] );
		expect( readdirSync( installed ).sort() ).toEqual(
			[ 'CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'build', 'dist', 'package.json', 'php', 'plugin' ].sort()
		);
	} );

	it( 'gives the entrypoints to an importer, and the command without TypeScript', () => {
		const names = Object.keys( packageJson.exports ).filter( ( name ) => name !== './browser' );
		const script = names
			.map(
				( name ) =>
					`await import( 'wp-codebox${ name.slice( 1 ) }' ).then( ( all ) => Object.keys( all ).length )`
			)
			.join( ', ' );
		const counts = JSON.parse(
			run( process.execPath, '--input-type=module', '-e', `console.log( JSON.stringify( [ ${ script } ] ) )` )
		) as number[];
		expect( counts.every( ( count ) => count > 0 ) ).toBe( true );
		const command = join( installed, 'bin/wp-codebox.mjs' );
		expect( run( process.execPath, command, '--version' ) ).toBe( `${ packageJson.version }\n` );
		expect( JSON.parse( run( process.execPath, command, 'runtime', 'descriptor', '--json' ) ) ).toMatchObject( {
			schema: 'wp-codebox/runtime-descriptor/v1',
		} );
	} );

	it( 'fuzzes a plugin with its own copy of the WordPress plugin', () => {
		const command = join( installed, 'bin/wp-codebox.mjs' );
		const plugin = join( root, 'examples/buggy-plugin' );
		const { status, stdout } = spawnSync(
			process.execPath,
			[ command, 'fuzz', plugin, '--cases=12', '--time=60', '--runtime=wasm', '--format=json' ],
			{ cwd: project, encoding: 'utf8' }
		);
		expect( JSON.parse( stdout ) ).toMatchObject( { schema: 'wp-codebox/fuzz-suite-result/v1' } );
		expect( [ 0, 1 ] ).toContain( status );
	}, 120_000 );
} );
