import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { silentProgress } from '../../../src-runtime/progress/progress.ts';
import { wasmBackend } from '../../../src-runtime/wasm/wasm-backend.ts';

const root = fileURLToPath( new URL( '../../..', import.meta.url ) );

interface SuiteResult {
	readonly success: boolean;
	readonly cases: readonly { id: string; status: string }[];
	readonly metadata: { interrupted?: { resume_after: string; remaining: number; run_id: string } };
}

/** Routes of the fixture, by the position of their case. */
const ROUTES = [ 'survivor', 'exit', 'survivor', 'memory', 'survivor', 'exit', 'survivor' ] as const;

function statuses( result: SuiteResult ): string[] {
	return result.cases.map( ( { id, status } ) => `${ id } ${ status }` );
}

test( 'in WASM a suite answers whatever its cases do, and the queue does the rest', async () => {
	const folder = await mkdtemp( join( tmpdir(), 'wpcb-suite-survival-' ) );
	const runtime = await wasmBackend.boot( {
		pluginFolder: join( root, 'plugin' ),
		directory: join( folder, 'site' ),
		port: 8934,
		progress: silentProgress,
	} );
	try {
		await cp(
			join( root, 'tests/fixtures/plugins/killers' ),
			join( runtime.directory, 'wp-content', 'mu-plugins' ),
			{ recursive: true }
		);
		const suite = {
			id: 'killers',
			cases: ROUTES.map( ( route, index ) => ( {
				id: `${ route }-${ index }`,
				target: { kind: 'rest' },
				input: { method: 'GET', path: `/codebox-killers/v1/${ route }` },
			} ) ),
		};
		const ran = await runtime.wpCli( [ 'codebox', 'run-fuzz-suite', `--input-json=${ JSON.stringify( suite ) }` ] );
		expect( ran.exitCode ).not.toBe( 0 );
		const result = JSON.parse( ran.stdout ) as SuiteResult;
		expect( result.success ).toBe( false );
		expect( statuses( result ) ).toEqual( [
			'survivor-0 passed',
			'exit-1 failed',
			'survivor-2 passed',
			'memory-3 failed',
			'survivor-4 skipped',
			'exit-5 skipped',
			'survivor-6 skipped',
		] );
		expect( result.metadata.interrupted ).toMatchObject( { resume_after: 'memory-3', remaining: 3 } );

		// A minute later, when nobody holds the run any more.
		await runtime.runPhp(
			`<?php require '${ runtime.directory }/wp-load.php'; $wpdb->query( "UPDATE {$wpdb->prefix}codebox_run_batches SET lease_until = 1" );`
		);
		const run = result.metadata.interrupted!.run_id;
		let state: { state: string; result?: SuiteResult } = { state: 'running' };
		for ( let visits = 0; visits < 4 && state.state === 'running'; visits++ ) {
			await runtime.wpCli( [ 'codebox', 'runs', 'work' ] );
			await runtime.runPhp(
				`<?php require '${ runtime.directory }/wp-load.php'; $wpdb->query( "UPDATE {$wpdb->prefix}codebox_run_batches SET lease_until = 1" );`
			);
			state = JSON.parse( ( await runtime.wpCli( [ 'codebox', 'runs', 'get', run ] ) ).stdout );
		}
		expect( state.state ).toBe( 'finished' );
		expect( statuses( state.result! ) ).toEqual( [
			'survivor-0 passed',
			'exit-1 failed',
			'survivor-2 passed',
			'memory-3 failed',
			'survivor-4 passed',
			'exit-5 failed',
			'survivor-6 passed',
		] );
	} finally {
		await runtime.dispose();
		await rm( folder, { recursive: true, force: true, maxRetries: 3 } );
	}
}, 300_000 );
