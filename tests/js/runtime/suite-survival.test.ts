import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Runtime } from '../../../src-runtime/backend/runtime-backend.ts';
import { silentProgress } from '../../../src-runtime/progress/progress.ts';
import { wasmBackend } from '../../../src-runtime/wasm/wasm-backend.ts';

const root = fileURLToPath( new URL( '../../..', import.meta.url ) );

interface SuiteResult {
	readonly success: boolean;
	readonly cases: readonly { id: string; status: string }[];
	readonly metadata: { interrupted?: { resume_after: string; remaining: number } };
}

/** Routes of the fixture, by the position of their case. */
const ROUTES = [ 'survivor', 'exit', 'survivor', 'fatal', 'survivor', 'exit', 'survivor' ] as const;

function statuses( result: SuiteResult ): string[] {
	return result.cases.map( ( { id, status } ) => `${ id } ${ status }` );
}

/** A command that never ends with 0, for each of these suites has a case that failed. */
async function run( runtime: Runtime, suite: object ): Promise< SuiteResult > {
	const ran = await runtime.wpCli( [ 'codebox', 'run-fuzz-suite', `--input-json=${ JSON.stringify( suite ) }` ] );
	expect( ran.exitCode ).not.toBe( 0 );
	const result = JSON.parse( ran.stdout ) as SuiteResult;
	expect( result.success ).toBe( false );
	return result;
}

test( 'in WASM a suite answers whatever its cases do, and the next call goes on', async () => {
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
		const first = await run( runtime, suite );
		expect( statuses( first ) ).toEqual( [
			'survivor-0 passed',
			'exit-1 failed',
			'survivor-2 passed',
			'fatal-3 failed',
			'survivor-4 skipped',
			'exit-5 skipped',
			'survivor-6 skipped',
		] );
		expect( first.metadata.interrupted ).toMatchObject( { resume_after: 'fatal-3', remaining: 3 } );
		const second = await run( runtime, { ...suite, metadata: { resume_after: 'fatal-3' } } );
		expect( statuses( second ) ).toEqual( [ 'survivor-4 passed', 'exit-5 failed', 'survivor-6 passed' ] );
	} finally {
		await runtime.dispose();
		await rm( folder, { recursive: true, force: true, maxRetries: 3 } );
	}
}, 300_000 );
