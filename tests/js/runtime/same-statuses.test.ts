import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuntimeBackend } from '../../../src-runtime/backend/runtime-backend.ts';
import { nativeBackend } from '../../../src-runtime/native/native-backend.ts';
import { withTemporarySite } from '../../../src-runtime/native/temporary-site.ts';
import { runProcess, type ProcessResult } from '../../../src-runtime/process/run-process.ts';
import { silentProgress } from '../../../src-runtime/progress/progress.ts';
import { UNSERVED_URL } from '../../../src-runtime/site/site-recipe.ts';
import { wasmBackend } from '../../../src-runtime/wasm/wasm-backend.ts';
import { wordPressSources } from '../../../src-runtime/wordpress/sources.ts';

const pluginFolder = fileURLToPath( new URL( '../../../plugin', import.meta.url ) );
const suite = fileURLToPath( new URL( '../../../examples/core-rest-and-abilities.fuzz-suite.json', import.meta.url ) );
const cases = ( JSON.parse( readFileSync( suite, 'utf8' ) ) as { cases: { id: string }[] } ).cases;
const command = [ 'codebox', 'run-fuzz-suite', `--input-file=${ suite }`, '--format=json' ];

async function onBackend( backend: RuntimeBackend, multisite: boolean ): Promise< ProcessResult > {
	const runtime = await backend.boot( {
		pluginFolder,
		multisite,
		mounts: [ dirname( suite ) ],
		progress: silentProgress,
	} );
	try {
		return await runtime.wpCli( command );
	} finally {
		await runtime.dispose();
	}
}

async function onMariadb(): Promise< ProcessResult > {
	const { wpCli } = await wordPressSources();
	return withTemporarySite(
		{ database: 'mariadb', multisite: false, url: UNSERVED_URL, pluginFolder },
		( { php, directory } ) => runProcess( php, [ wpCli, '--allow-root', `--path=${ directory }`, ...command ] )
	);
}

/** Case → status. */
function statuses( { stdout }: ProcessResult ): Record< string, string > {
	const result = JSON.parse( stdout ) as { cases: { id: string; status: string }[] };
	return Object.fromEntries( result.cases.map( ( { id, status } ) => [ id, status ] ) );
}

describe( 'the suite over core’s REST API and abilities', () => {
	let onSqlite: Record< string, string >;
	beforeAll( async () => {
		onSqlite = statuses( await onBackend( nativeBackend, false ) );
	}, 300_000 );

	it( 'runs every case natively on SQLite', () => {
		expect( Object.keys( onSqlite ) ).toEqual( cases.map( ( { id } ) => id ) );
		expect( Object.values( onSqlite ) ).toContain( 'passed' );
		expect( Object.values( onSqlite ) ).not.toContain( 'skipped' );
	} );

	it.each( [
		[ 'natively on MariaDB', onMariadb ],
		[ 'in WASM', () => onBackend( wasmBackend, false ) ],
		[ 'on a multisite', () => onBackend( nativeBackend, true ) ],
	] )(
		'gives the same statuses %s',
		async ( _place, run ) => {
			expect( statuses( await run() ) ).toEqual( onSqlite );
		},
		300_000
	);
} );
