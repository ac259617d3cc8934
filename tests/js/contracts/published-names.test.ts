import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath( new URL( '../../../', import.meta.url ) );
const published = JSON.parse( readFileSync( new URL( './published-names.json', import.meta.url ), 'utf8' ) ) as Record<
	string,
	{ values: string[]; types: string[] }
>;
const page = readFileSync( `${ root }docs/contracts/not-provided.md`, 'utf8' );
const packageExports = (
	JSON.parse( readFileSync( `${ root }package.json`, 'utf8' ) ) as {
		exports: Record< string, { default: string } >;
	}
 ).exports;

const source = ( entrypoint: string ): string =>
	root + packageExports[ entrypoint ]!.default.replace( './dist/', '' ).replace( /\.js$/, '.ts' );

const config = ts.parseJsonConfigFileContent(
	ts.readConfigFile( `${ root }tsconfig.json`, ts.sys.readFile ).config,
	ts.sys,
	root
);
const entrypoints = [ ...Object.keys( published ), './core' ];
const program = ts.createProgram( entrypoints.map( source ), config.options );
const checker = program.getTypeChecker();
const exported = new Map(
	entrypoints.map( ( entrypoint ) => {
		const file = program.getSourceFile( source( entrypoint ) )!;
		return [
			entrypoint,
			new Set( checker.getExportsOfModule( checker.getSymbolAtLocation( file )! ).map( ( { name } ) => name ) ),
		];
	} )
);

function listed( entrypoint: string ): Map< string, string > {
	const section = page.split( /^## /m ).find( ( part ) => part.startsWith( `${ entrypoint }\n` ) ) ?? '';
	return new Map(
		[ ...section.matchAll( /^\| `(\w+)` \| (.+) \|$/gm ) ].map( ( [ , name, reason ] ) => [ name!, reason! ] )
	);
}

describe.each( Object.keys( published ) )( '%s', ( entrypoint ) => {
	const names = [ ...published[ entrypoint ]!.values, ...published[ entrypoint ]!.types ];

	it( 'exports every published name or lists it with a reason', () => {
		const missing = names.filter(
			( name ) => ! exported.get( entrypoint )!.has( name ) && ! listed( entrypoint ).has( name )
		);
		expect( missing ).toEqual( [] );
	} );

	it( 'lists nothing that it exports, and nothing that was never published', () => {
		const wrong = [ ...listed( entrypoint ).keys() ].filter(
			( name ) => exported.get( entrypoint )!.has( name ) || ! names.includes( name )
		);
		expect( wrong ).toEqual( [] );
	} );

	it( 'exports values as values', async () => {
		const module = ( await import( source( entrypoint ) ) ) as object;
		const gone = published[ entrypoint ]!.values.filter(
			( name ) => ! ( name in module ) && ! listed( entrypoint ).has( name )
		);
		expect( gone ).toEqual( [] );
	} );
} );

it( 'the barrel exports what the focused entrypoints export', () => {
	const barrel = exported.get( './core' )!;
	// An entrypoint that reads files is for Node alone; the barrel runs everywhere.
	for ( const entrypoint of Object.keys( published ).filter( ( name ) =>
		source( name ).includes( '/src-shared/' )
	) ) {
		expect( [ ...exported.get( entrypoint )! ].filter( ( name ) => ! barrel.has( name ) ) ).toEqual( [] );
	}
} );
