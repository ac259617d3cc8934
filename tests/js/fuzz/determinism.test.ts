import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuntimeBackend } from '../../../src-runtime/backend/runtime-backend.ts';
import { nativeBackend } from '../../../src-runtime/native/native-backend.ts';
import { silentProgress } from '../../../src-runtime/progress/progress.ts';
import { wasmBackend } from '../../../src-runtime/wasm/wasm-backend.ts';

const pluginFolder = fileURLToPath( new URL( '../../../plugin', import.meta.url ) );

/** Generates on the site in this folder, which is made by the first backend that opens it. */
async function suites( backend: RuntimeBackend, directory: string, port: number ): Promise< string[] > {
	const runtime = await backend.boot( { pluginFolder, directory, port, progress: silentProgress } );
	try {
		const texts: string[] = [];
		for ( const seed of [ '1', '1', 'another seed' ] ) {
			const input = JSON.stringify( { seed, cases: 600, allowMutations: true } );
			const result = await runtime.wpCli( [ 'codebox', 'generate-fuzz-suite', `--input-json=${ input }` ] );
			expect( { exitCode: result.exitCode, stderr: result.stderr } ).toEqual( { exitCode: 0, stderr: '' } );
			texts.push( result.stdout );
		}
		return texts;
	} finally {
		await runtime.dispose();
	}
}

it( 'the same seed and site give the same cases, byte for byte, natively and in WASM', async () => {
	const folder = mkdtempSync( join( tmpdir(), 'wpcb-determinism-' ) );
	try {
		const site = join( folder, 'site' );
		const native = await suites( nativeBackend, site, 8931 );
		const wasm = await suites( wasmBackend, site, 8931 );
		const [ first, again, other ] = native as [ string, string, string ];
		expect( again ).toBe( first );
		expect( other ).not.toBe( first );
		expect( JSON.parse( first ).cases.length ).toBe( 600 );
		expect( JSON.parse( wasm[ 0 ]! ).metadata ).toEqual( JSON.parse( first ).metadata );
		expect( wasm ).toEqual( native );
	} finally {
		rmSync( folder, { recursive: true, force: true, maxRetries: 3 } );
	}
}, 600_000 );
