import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChunk, type ChunkCase } from '../../../src-runtime/fuzz/run-chunk.ts';
import { withTemporarySite } from '../../../src-runtime/native/temporary-site.ts';
import { UNSERVED_URL } from '../../../src-runtime/site/site-recipe.ts';

const root = fileURLToPath( new URL( '../../..', import.meta.url ) );

/** How each route of the fixture ends; WASM has no signals, so nothing ends a loop but the parent. */
const ENDINGS: Readonly< Record< string, RegExp > > = {
	exit: /^exited$/,
	'exit-message': /^exited$/,
	'die-in-hook': /^exited$/,
	'wp-die': /^exited$/,
	uncaught: /^threw$/,
	fatal: /^fatal$/,
	memory: /^(memory|fatal)$/,
	loop: /^timeout$/,
	recursion: /^(memory|fatal|threw)$/,
	ob: /^returned$/,
	user: /^returned$/,
	drop: /^returned$/,
	commit: /^returned$/,
	files: /^returned$/,
	hooks: /^returned$/,
	chdir: /^returned$/,
};

function fuzzCase( name: string, index: number ): ChunkCase {
	const path = `/codebox-killers/v1/${ name }`;
	return {
		id: `${ name }-${ index }`,
		index,
		kind: 'rest',
		entry: path,
		input: { path, method: 'POST' },
		role: 'anonymous',
	};
}

test( 'in WASM each killer has its result and the case behind it runs', async () => {
	await withTemporarySite(
		{ database: 'sqlite', multisite: false, url: UNSERVED_URL, pluginFolder: join( root, 'plugin' ) },
		async ( site ) => {
			const muPlugins = join( site.directory, 'wp-content', 'mu-plugins' );
			await cp( join( root, 'tests/fixtures/plugins/killers' ), muPlugins, { recursive: true } );
			const cases = Object.keys( ENDINGS ).flatMap( ( name, index ) => [
				fuzzCase( name, 2 * index ),
				fuzzCase( 'survivor', 2 * index + 1 ),
			] );
			const seen = await runChunk( cases, {
				wordpress: site.directory,
				url: UNSERVED_URL,
				folders: [ join( root, 'plugin' ), join( root, 'php' ) ],
				script: join( root, 'php/Fuzz/Run/worker.php' ),
				seconds: 3,
				mutations: true,
			} );
			expect( seen ).toHaveLength( cases.length );
			for ( const [ index, [ name, ended ] ] of Object.entries( ENDINGS ).entries() ) {
				expect( `${ name }: ${ seen[ 2 * index ]?.ended }` ).toMatch(
					new RegExp( `^${ name }: (?:${ ended.source.slice( 1, -1 ) })$` )
				);
				const survivor = seen[ 2 * index + 1 ];
				expect( [ name, survivor?.status, survivor?.data ] ).toEqual( [
					name,
					200,
					expect.objectContaining( { alive: true, hooks: true, posts: true, user: 0, committed: false } ),
				] );
			}
		}
	);
}, 300_000 );
