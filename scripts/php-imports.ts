import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The `php` part of import-rules.json. */
export interface PhpImportRules {
	/** Areas from the outermost to the innermost; each imports only inner ones. `*` is every other area. */
	readonly layers: readonly ( readonly string[] )[];
	/** Files that wire everything: they may import all, and outer layers may import them. */
	readonly compositionRoot: readonly string[];
	/** File below php/ → area that this one file may import besides → why. */
	readonly exceptions: Readonly< Record< string, Readonly< Record< string, string > > > >;
}

/** `file` (below php/) uses something of `area`. */
export interface PhpImport {
	readonly file: string;
	readonly area: string;
}

/** Every import from one area into another. An area is a folder below php/, or a file directly in it. */
export function findPhpImports( folder: string ): PhpImport[] {
	return readdirSync( folder, { recursive: true, encoding: 'utf8' } )
		.filter( ( file ) => file.endsWith( '.php' ) && ! file.includes( 'generated' ) )
		.map( ( file ) => file.split( sep ).join( '/' ) )
		.flatMap( ( file ) => {
			const text = readFileSync( join( folder, file ), 'utf8' );
			const areas = [ ...text.matchAll( /^use (?:function |const )?WP_Codebox\\(\w+)/gm ) ].map(
				( match ) => match[ 1 ]!
			);
			return [ ...new Set( areas ) ]
				.filter( ( area ) => area !== areaOf( file ) )
				.map( ( area ) => ( { file, area } ) );
		} );
}

/** One sentence for each import that the layers forbid, and for each circle between areas. */
export function phpImportViolations( imports: readonly PhpImport[], rules: PhpImportRules ): string[] {
	const layerOf = ( area: string ) => {
		const named = rules.layers.findIndex( ( layer ) => layer.includes( area ) );
		return named >= 0 ? named : rules.layers.findIndex( ( layer ) => layer.includes( '*' ) );
	};
	const isRoot = ( file: string ) => rules.compositionRoot.includes( file );
	const judged = imports.filter(
		( { file, area } ) => ! isRoot( file ) && rules.exceptions[ file ]?.[ area ] === undefined
	);
	const services = layerOf( '' );
	const reachesRoot = judged
		.filter( ( { file, area } ) => isRoot( `${ area }.php` ) && layerOf( areaOf( file ) ) >= services )
		.map(
			( { file, area } ) =>
				`php/${ file }: a service gets what it needs through its constructor, not from ${ area }.`
		);
	const between = judged.filter( ( { area } ) => ! isRoot( `${ area }.php` ) );
	const unused = Object.entries( rules.exceptions ).flatMap( ( [ file, areas ] ) =>
		Object.keys( areas )
			.filter( ( area ) => ! imports.some( ( one ) => one.file === file && one.area === area ) )
			.map( ( area ) => `import-rules.json: the exception of php/${ file } for ${ area } is not needed.` )
	);
	const outward = between
		.filter( ( { file, area } ) => layerOf( area ) < layerOf( areaOf( file ) ) )
		.map(
			( { file, area } ) =>
				`php/${ file }: ${ areaOf( file ) } must not import ${ area }, which lies further out.`
		);
	const circular = circles( between ).map(
		( path ) => `PHP areas import each other in a circle: ${ path.join( ' → ' ) }`
	);
	return [ ...outward, ...reachesRoot, ...circular, ...unused ];
}

const areaOf = ( file: string ): string => file.split( '/' )[ 0 ]!.replace( /\.php$/, '' );

function circles( imports: readonly PhpImport[] ): string[][] {
	const edges = new Map< string, Set< string > >();
	for ( const { file, area } of imports ) {
		edges.set( areaOf( file ), ( edges.get( areaOf( file ) ) ?? new Set() ).add( area ) );
	}
	const done = new Set< string >();
	const found: string[][] = [];
	const visit = ( area: string, path: readonly string[] ): void => {
		if ( path.includes( area ) ) {
			found.push( [ ...path.slice( path.indexOf( area ) ), area ] );
		} else if ( ! done.has( area ) ) {
			edges.get( area )?.forEach( ( next ) => visit( next, [ ...path, area ] ) );
			done.add( area );
		}
	};
	[ ...edges.keys() ].sort().forEach( ( area ) => visit( area, [] ) );
	return found;
}
