/**
 * Writes the contracts that PHP reads to php/Contracts/generated/.
 *
 * `npm run contracts` writes; `npm run contracts -- --check` only says whether a file is stale (exit 1).
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emittedContracts } from '../src-shared/contracts/emitted.ts';
import { phpArrayFile } from '../src-shared/contracts/php-array.ts';

const target = fileURLToPath( new URL( '../php/Contracts/generated/', import.meta.url ) );
const checkOnly = process.argv.includes( '--check' );

const wanted = new Map(
	emittedContracts().map( ( contract ) => [
		`${ contract.name }.php`,
		phpArrayFile( contract.value, contract.source ),
	] )
);
const present = existsSync( target )
	? readdirSync( target, { recursive: true, encoding: 'utf8' } ).filter( ( name ) => name.endsWith( '.php' ) )
	: [];

const stale = [ ...wanted ]
	.filter( ( [ name, text ] ) => ! present.includes( name ) || readFileSync( join( target, name ), 'utf8' ) !== text )
	.map( ( [ name ] ) => name );
const orphaned = present.filter( ( name ) => ! wanted.has( name ) );

if ( checkOnly ) {
	for ( const name of [ ...stale, ...orphaned ] ) {
		process.stderr.write( `stale: php/Contracts/generated/${ name }\n` );
	}
	process.exitCode = stale.length + orphaned.length > 0 ? 1 : 0;
} else {
	for ( const name of orphaned ) {
		rmSync( join( target, name ) );
	}
	for ( const name of stale ) {
		mkdirSync( dirname( join( target, name ) ), { recursive: true } );
		writeFileSync( join( target, name ), wanted.get( name ) as string );
	}
	process.stderr.write( `${ wanted.size } contracts, ${ stale.length } written, ${ orphaned.length } removed\n` );
}
