/** Bundles on their way: exported, imported, changed on the way, named wrongly. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { runCommandLine } from '../../../src-cli/program.ts';
import { exportArtifactBundle } from '../../../src-runtime/artifacts/export-bundle.ts';
import { importArtifactBundle } from '../../../src-runtime/artifacts/import-bundle.ts';
import { verifyArtifactBundle } from '../../../src-runtime/artifacts/verify-bundle.ts';
import { writeArtifactBundle, type BundleDraft } from '../../../src-runtime/artifacts/write-bundle.ts';
import { pathCollisions, pathProblem } from '../../../src-shared/artifacts/path-policy.ts';
import { archiveOf, type ArchiveVector } from './archives.ts';

let scratch: string;

beforeEach( () => {
	scratch = mkdtempSync( join( tmpdir(), 'wp-codebox-test-' ) );
} );
afterEach( () => {
	rmSync( scratch, { recursive: true, force: true } );
	process.exitCode = undefined;
} );

const segment = fc.oneof(
	fc.string( { minLength: 1, maxLength: 12, unit: 'grapheme' } ).map( ( text ) => text.normalize( 'NFC' ) ),
	fc.constantFrom( 'ü', '日本語', '😀', 'a.b', '.hidden', '0', 'x'.repeat( 200 ) )
);
const path = fc
	.array( segment, { minLength: 1, maxLength: 8 } )
	.map( ( segments ) => segments.join( '/' ) )
	.filter( ( text ) => pathProblem( text ) === undefined );
const tree = fc
	.uniqueArray( fc.tuple( path, fc.uint8Array( { maxLength: 3000 } ) ), { minLength: 1, maxLength: 8 } )
	.filter( ( files ) => {
		const taken = [ 'manifest.json', 'metadata.json', 'provenance.intoto.json' ];
		return pathCollisions( [ ...taken, ...files.map( ( [ name ] ) => name ) ] ).length === 0;
	} );

const draftOf = ( files: [ string, Uint8Array ][] ): BundleDraft => ( {
	runtime: { name: 'property' },
	createdAt: '2026-01-01T00:00:00Z',
	files: files.map( ( [ name, source ] ) => ( {
		path: name,
		kind: 'data',
		contentType: 'application/octet-stream',
		source,
	} ) ),
} );

test( 'any tree that may be stored verifies, and comes out of its zip as it went in', async () => {
	let round = 0;
	await fc.assert(
		fc.asyncProperty( tree, async ( files ) => {
			const folder = join( scratch, String( round++ ) );
			const written = await writeArtifactBundle( join( folder, 'first' ), draftOf( files ) );
			expect( await verifyArtifactBundle( written.directory ) ).toMatchObject( { valid: true, violations: [] } );
			const exported = await exportArtifactBundle( written.directory, join( folder, 'bundle.zip' ) );
			const imported = await importArtifactBundle( join( folder, 'bundle.zip' ), join( folder, 'second' ), {
				id: written.id,
			} );
			expect( imported ).toMatchObject( { status: 'created', artifactBundle: { id: written.id } } );
			for ( const [ name, bytes ] of files ) {
				expect( readFileSync( join( folder, 'second', written.id, name ) ).equals( bytes ) ).toBe( true );
			}
			const again = await exportArtifactBundle(
				join( folder, 'second', written.id ),
				join( folder, 'again.zip' )
			);
			expect( again ).toEqual( exported );
		} ),
		{ numRuns: 30, seed: 1121 }
	);
} );

test( 'any byte that is changed, added or taken away in a zip is found, and nothing is stored', async () => {
	const { directory } = await writeArtifactBundle(
		join( scratch, 'whole' ),
		draftOf( [ [ 'files/a.txt', Buffer.from( 'abc'.repeat( 30 ) ) ] ] )
	);
	await exportArtifactBundle( directory, join( scratch, 'whole.zip' ) );
	const bytes = readFileSync( join( scratch, 'whole.zip' ) );
	// What an archive says about versions, dates and attributes is no part of the bundle.
	const whole = readFileSync( join( directory, 'manifest.json' ) );
	await fc.assert(
		fc.asyncProperty(
			fc.nat( bytes.length - 1 ),
			fc.integer( { min: 1, max: 255 } ),
			fc.constantFrom( 'change', 'add', 'remove' ),
			async ( at, by, how ) => {
				const changed = Buffer.concat( [
					bytes.subarray( 0, at ),
					Buffer.from( how === 'remove' ? [] : [ ( bytes[ at ]! + by ) % 256 ] ),
					bytes.subarray( how === 'add' ? at : at + 1 ),
				] );
				const root = join( scratch, 'root' );
				writeFileSync( join( scratch, 'changed.zip' ), changed );
				const taken = await importArtifactBundle( join( scratch, 'changed.zip' ), root ).catch(
					() => undefined
				);
				if ( taken ) {
					const stored = join( root, taken.artifactBundle!.id! );
					expect( ( await verifyArtifactBundle( stored ) ).valid ).toBe( true );
					expect( readFileSync( join( stored, 'manifest.json' ) ).equals( whole ) ).toBe( true );
				} else {
					expect( existsSync( root ) ? readdirSync( root ) : [] ).toEqual( [] );
				}
				rmSync( root, { recursive: true, force: true } );
			}
		),
		{ numRuns: 200, seed: 1121 }
	);
} );

test( 'the command takes a zip, and says why it does not under the code that PHP has', async () => {
	const { id, directory } = await writeArtifactBundle(
		join( scratch, 'first' ),
		draftOf( [ [ 'a.txt', Buffer.from( 'a' ) ] ] )
	);
	await exportArtifactBundle( directory, join( scratch, 'bundle.zip' ) );
	expect( JSON.parse( ( await run( 'artifacts', 'import', 'bundle.zip', 'second' ) ).out ) ).toMatchObject( {
		status: 'created',
		artifactBundle: { id },
	} );
	expect( readdirSync( join( scratch, 'second' ) ) ).toEqual( [ id ] );
	const refused = async ( vector: Pick< ArchiveVector, 'members' | 'edit' > ) => {
		writeFileSync( join( scratch, 'hostile.zip' ), archiveOf( { name: '', violation: '', ...vector } ) );
		const { status, err } = await run( 'artifacts', 'import', 'hostile.zip', 'third' );
		expect( existsSync( join( scratch, 'third' ) ) ? readdirSync( join( scratch, 'third' ) ) : [] ).toEqual( [] );
		return [ status, /\[(\w+)\]/.exec( err )?.[ 1 ] ];
	};
	const member = ( name: string, more: object = { text: 'x' } ) => ( { members: [ { name, ...more } ] } );
	expect( await refused( member( '../a' ) ) ).toEqual( [ 2, 'wp_codebox_browser_artifact_path_invalid' ] );
	expect( await refused( member( 'a.php' ) ) ).toEqual( [ 2, 'wp_codebox_browser_artifact_extension_blocked' ] );
	expect( await refused( member( 'z', { zeros: 3e6 } ) ) ).toEqual( [ 2, 'wp_codebox_artifact_zip_bomb' ] );
	expect( await refused( { members: [], edit: { only: 'x' } } ) ).toEqual( [ 2, 'wp_codebox_artifact_zip_invalid' ] );
	expect( await refused( member( 'l', { text: 'x', mode: '120777' } ) ) ).toEqual( [
		2,
		'wp_codebox_artifact_import_link_refused',
	] );
	expect( await refused( member( 'a' ) ) ).toEqual( [ 1, 'wp_codebox_artifact_verification_failed' ] );
	const many = Array.from( { length: 10_000 }, ( _, index ) => ( { name: `f${ index }`, text: '' } ) );
	expect( await refused( { members: many } ) ).toEqual( [ 2, 'wp_codebox_artifact_too_many_files' ] );
	expect( ( await run( 'artifacts', 'import', 'nothing.zip', 'third' ) ).err ).toContain(
		'wp_codebox_artifact_import_source_missing'
	);
	expect(
		( await run( 'artifacts', 'import', 'bundle.zip', 'third', '--expected-content-digest', '0' ) ).err
	).toContain( 'wp_codebox_artifact_import_digest_mismatch' );
} );

test( 'a place that cannot be written is said, and a full disk takes nothing along', async () => {
	const { id, directory } = await writeArtifactBundle(
		join( scratch, 'first' ),
		draftOf( [ [ 'a.bin', Buffer.alloc( 300_000 ) ] ] )
	);
	await exportArtifactBundle( directory, join( scratch, 'bundle.zip' ) );
	for ( const root of [ '/proc/wp-codebox', 'bundle.zip/root' ] ) {
		expect( await run( 'artifacts', 'import', 'bundle.zip', root ) ).toMatchObject( {
			status: 3,
			err: expect.stringContaining( 'wp_codebox_artifact_write_failed' ),
		} );
	}
	const bin = join( process.cwd(), 'bin/wp-codebox.mjs' );
	const words = `"${ process.execPath }" "${ bin }" artifacts import bundle.zip first`;
	writeFileSync( join( directory, 'a.bin' ), 'damaged' );
	const full = spawnSync( 'bash', [ '-c', `trap '' XFSZ; ulimit -f 64; ${ words }` ], {
		cwd: scratch,
		encoding: 'utf8',
	} );
	expect( full ).toMatchObject( {
		status: 3,
		stderr: expect.stringContaining( 'wp_codebox_artifact_write_failed' ),
	} );
	expect( readdirSync( join( scratch, 'first' ) ) ).toEqual( [ id ] );
} );

async function run( ...args: string[] ) {
	let out = '';
	let err = '';
	const status = await runCommandLine( args, {
		cwd: scratch,
		out: ( text ) => ( out += text ),
		err: ( text ) => ( err += text ),
	} );
	return { status, out, err };
}
