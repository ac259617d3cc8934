/** Node's writers are killed at seeded moments: what is seen is whole, what was reported is there, what is left is cleared. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { exportArtifactBundle } from '../../../src-runtime/artifacts/export-bundle.ts';
import { verifyArtifactBundle } from '../../../src-runtime/artifacts/verify-bundle.ts';
import { writeArtifactBundle } from '../../../src-runtime/artifacts/write-bundle.ts';
import { isBundleId } from '../../../src-shared/artifacts/file-list.ts';

const POINTS = 10;
const draft = ( name: string ) => ( {
	runtime: { name },
	files: [
		{ path: 'a.bin', kind: 'data', contentType: 'application/octet-stream', source: Buffer.alloc( 900_000, name ) },
	],
} );

test( 'killed writers leave whole bundles only, and lose none', async () => {
	const scratch = mkdtempSync( join( tmpdir(), 'wp-codebox-test-' ) );
	const root = join( scratch, 'root' );
	const kept = await writeArtifactBundle( root, draft( 'kept' ) );
	const other = await writeArtifactBundle( join( scratch, 'other' ), draft( 'other' ) );
	await exportArtifactBundle( other.directory, join( scratch, 'other.zip' ) );
	const reported = new Set( [ kept.id ] );
	let atWork = 0;
	for ( let point = 0; point < POINTS; point++ ) {
		const child = spawn(
			process.execPath,
			[ '--import', 'tsx', 'tests/js/artifacts/writer.ts', root, join( scratch, 'other.zip' ) ],
			{ stdio: [ 'ignore', 'pipe', 'inherit' ] }
		);
		const lines = createInterface( { input: child.stdout } )[ Symbol.asyncIterator ]();
		expect( ( await lines.next() ).value ).toBe( 'ready' );
		// From one to about 300 milliseconds, so that a fast disk and a slow one are hit alike.
		setTimeout( () => child.kill( 'SIGKILL' ), 1.9 ** point );
		for ( let line = await lines.next(); ! line.done; line = await lines.next() ) {
			reported.add( line.value );
		}
		if ( child.signalCode === null ) {
			await once( child, 'exit' );
		}
		const names = readdirSync( root );
		atWork += names.some( ( name ) => name.startsWith( '.staging-' ) ) ? 1 : 0;
		expect( [ ...reported ].filter( ( id ) => isBundleId( id ) && ! names.includes( id ) ) ).toEqual( [] );
		for ( const id of names.filter( isBundleId ) ) {
			expect( ( await verifyArtifactBundle( join( root, id ) ) ).violations ).toEqual( [] );
		}
	}
	expect( atWork ).toBeGreaterThan( 0 );
	await writeArtifactBundle( root, draft( 'after' ) );
	expect( readdirSync( root ).filter( ( name ) => ! isBundleId( name ) ) ).toEqual( [] );
	rmSync( scratch, { recursive: true } );
}, 120_000 );
