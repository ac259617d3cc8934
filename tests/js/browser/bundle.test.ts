import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { browserValidators } from '../../../scripts/browser-validators.ts';
import { wordPressSources } from '../../../src-runtime/wordpress/sources.ts';

const root = fileURLToPath( new URL( '../../../', import.meta.url ) );
const build = join( root, 'build' );
const LIMIT = 20_000;

/** What WordPress loads for a script: its own file and those of its dependencies. */
function withDependencies( packages: Record< string, { dependencies: string[] } >, handles: string[] ): Set< string > {
	const found = new Set< string >();
	for ( const handle of handles ) {
		const name = handle.replace( /^wp-/, '' );
		found.add( name );
		for ( const below of withDependencies( packages, packages[ `${ name }.js` ]?.dependencies ?? [] ) ) {
			found.add( below );
		}
	}
	return found;
}

describe( 'the bundle of the browser SDK', () => {
	beforeAll( () => {
		if ( ! existsSync( join( build, 'browser.js' ) ) ) {
			const { status, stdout } = spawnSync( 'npm', [ 'run', 'build:sdk' ], { cwd: root, encoding: 'utf8' } );
			if ( status !== 0 ) {
				throw new Error( stdout );
			}
		}
	}, 180_000 );

	it( 'is at most 20 kB gzipped before a method is called, with every script of WordPress that it asks for', async () => {
		const { wordpress } = await wordPressSources();
		const php = [
			`$packages = require '${ wordpress }/wp-includes/assets/script-loader-packages.php';`,
			`$asset = require '${ join( build, 'browser.asset.php' ) }';`,
			'echo json_encode( array( $packages, $asset ) );',
		].join( ' ' );
		const [ packages, asset ] = JSON.parse( spawnSync( 'php', [ '-r', php ], { encoding: 'utf8' } ).stdout ) as [
			Record< string, { dependencies: string[] } >,
			{ dependencies: string[] },
		];
		const sizes = [ ...withDependencies( packages, asset.dependencies ) ].map(
			( name ) =>
				gzipSync( readFileSync( `${ wordpress }/wp-includes/js/dist/${ name }.min.js` ), { level: 9 } ).length
		);
		const own = gzipSync( readFileSync( join( build, 'browser.js' ) ), { level: 9 } ).length;
		expect( sizes.length ).toBeGreaterThan( 0 );
		expect( own + sizes.reduce( ( sum, size ) => sum + size, 0 ) ).toBeLessThanOrEqual( LIMIT );
	} );

	it( 'makes no code at run time', () => {
		const files = readdirSync( build, { recursive: true, encoding: 'utf8' } ).filter( ( name ) =>
			/^(module\/)?(browser|\d)[\w-]*\.js$/.test( name )
		);
		expect( files.length ).toBeGreaterThan( 5 );
		for ( const name of files ) {
			expect( readFileSync( join( build, name ), 'utf8' ) ).not.toMatch(
				/\beval\s*\(|new Function\b|\bFunction\s*\(/
			);
		}
	} );

	it( 'has validators of the contracts as they are', () => {
		expect( readFileSync( join( root, 'src-browser/sdk/generated/validators.js' ), 'utf8' ) ).toBe(
			browserValidators()
		);
	} );
} );
