import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath( new URL( '../vectors/', import.meta.url ) );

/** One vector: what both languages have to make of an input. */
export interface Vector< Input = unknown, Expected = unknown > {
	readonly name: string;
	readonly input: Input;
	readonly expected: Expected;
}

/**
 * The vectors of `tests/vectors/<area>/*.json`, each file an array of vectors; PHPUnit runs the same files
 * (`WP_Codebox\Tests\Vectors`).
 *
 * @param area Folder, or a folder and file name without `.json`.
 */
export function vectors< Input = unknown, Expected = unknown >( area: string ): Vector< Input, Expected >[] {
	const single = area.includes( '/' );
	const files = single
		? [ `${ area }.json` ]
		: readdirSync( join( folder, area ) )
				.filter( ( name ) => name.endsWith( '.json' ) )
				.sort()
				.map( ( name ) => `${ area }/${ name }` );
	const found = files.flatMap(
		( file ) => JSON.parse( readFileSync( join( folder, file ), 'utf8' ) ) as Vector< Input, Expected >[]
	);
	if ( found.length === 0 ) {
		throw new Error( `tests/vectors/${ area } holds no vectors.` );
	}
	return found;
}
