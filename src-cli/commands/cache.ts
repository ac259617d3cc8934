import { pruneCache } from '../../src-runtime/cache/cache-prune.ts';
import { ContentCache, type CacheEntry } from '../../src-runtime/cache/content-cache.ts';
import { CliFailure } from '../cli-failure.ts';
import { printJson, type CliContext } from '../context.ts';
import type { RegisterCommand } from './command.ts';

interface PruneFlags {
	readonly json?: boolean;
	readonly maxMb?: string;
	readonly maxAgeDays?: string;
}

const MEGABYTE = 1024 ** 2;
const DAY_MS = 24 * 3600 * 1000;

export const registerCache: RegisterCommand = ( program, context ) => {
	const cache = program.command( 'cache' ).description( 'Downloads and installed snapshots that were kept.' );
	cache
		.command( 'status' )
		.description( 'What the cache holds.' )
		.option( '--json', 'write JSON' )
		.action( ( flags: { readonly json?: boolean } ) => {
			const kept = new ContentCache();
			report( context, kept.root, kept.entries(), flags.json );
		} );
	cache
		.command( 'prune' )
		.description( 'Removes what was not used lately, or what is over a size.' )
		.option( '--max-mb <megabytes>', 'keep at most so much, the latest used first' )
		.option( '--max-age-days <days>', 'remove what was not used for so long' )
		.option( '--json', 'write JSON' )
		.action( ( flags: PruneFlags ) => {
			const maxMb = amount( flags.maxMb, '--max-mb' );
			const maxAgeDays = amount( flags.maxAgeDays, '--max-age-days' );
			if ( maxMb === undefined && maxAgeDays === undefined ) {
				throw new CliFailure(
					'wp_codebox_cli_invalid_argument',
					'cache prune needs --max-mb or --max-age-days.',
					'--max-mb'
				);
			}
			const kept = new ContentCache();
			const removed = pruneCache( kept, {
				...( maxMb === undefined ? {} : { maxBytes: maxMb * MEGABYTE } ),
				...( maxAgeDays === undefined ? {} : { maxAgeMs: maxAgeDays * DAY_MS } ),
			} );
			report( context, kept.root, removed, flags.json );
		} );
};

function report( context: CliContext, root: string, entries: readonly CacheEntry[], json?: boolean ): void {
	const bytes = entries.reduce( ( sum, entry ) => sum + entry.bytes, 0 );
	if ( json ) {
		printJson( context, { root, bytes, entries } );
		return;
	}
	for ( const entry of entries ) {
		context.out(
			`${ entry.kind }/${ entry.key }  ${ ( entry.bytes / MEGABYTE ).toFixed( 1 ) } MB  ${ entry.lastUsed.toISOString() }\n`
		);
	}
	context.out( `${ entries.length } entries, ${ ( bytes / MEGABYTE ).toFixed( 1 ) } MB in ${ root }\n` );
}

function amount( text: string | undefined, flag: string ): number | undefined {
	if ( text === undefined ) {
		return undefined;
	}
	const value = Number( text );
	if ( text.trim() === '' || ! Number.isFinite( value ) || value < 0 ) {
		throw new CliFailure( 'wp_codebox_cli_invalid_argument', `${ flag } has to be a number of 0 or more.`, flag );
	}
	return value;
}
