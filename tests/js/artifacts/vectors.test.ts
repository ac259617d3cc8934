/**
 * The vectors that PHPUnit runs too: PHP and Node agree on bytes, paths and violations.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../../src-shared/artifacts/canonical-json.ts';
import { bundleId, fileListBytes, type FileListEntry } from '../../../src-shared/artifacts/file-list.ts';
import { foldCase, pathCollisions, pathProblem } from '../../../src-shared/artifacts/path-policy.ts';
import { BundleRefusedError } from '../../../src-runtime/artifacts/bundle-refused-error.ts';
import { importArtifactBundle } from '../../../src-runtime/artifacts/import-bundle.ts';
import { sha256 } from '../../../src-runtime/artifacts/sha256.ts';
import { verifyArtifactBundle } from '../../../src-runtime/artifacts/verify-bundle.ts';
import { writeArtifactBundle, type BundleDraft } from '../../../src-runtime/artifacts/write-bundle.ts';
import { archiveOf, type ArchiveVector } from './archives.ts';
import { applyStep, flip, type TamperStep } from './tampering.ts';

interface TamperingVectors {
	draft: BundleDraft;
	id: string;
	manifest: string;
	cases: { name: string; steps: TamperStep[]; violations: object[] }[];
	flips: Record< string, [ string, string ][] >;
}

let scratch: string;

beforeEach( () => {
	scratch = mkdtempSync( join( tmpdir(), 'wp-codebox-test-' ) );
} );

afterEach( () => {
	rmSync( scratch, { recursive: true, force: true } );
} );

test( 'canonical JSON', () => {
	for ( const vector of vectors< { json: string; canonical: string }[] >( 'canonical-json' ) ) {
		expect( canonicalJson( JSON.parse( vector.json ) ) ).toBe( vector.canonical );
	}
} );

test( 'paths', () => {
	for ( const vector of vectors< { path: string; problem: string | null }[] >( 'paths' ) ) {
		expect( [ vector.path, pathProblem( vector.path ) ?? null ] ).toEqual( [ vector.path, vector.problem ] );
	}
	expect( pathProblem( 'a\ud800' ) ).toBe( 'path-not-utf8' );
} );

test( 'collisions', () => {
	for ( const vector of vectors< { paths: string[]; problem: string | null; folded: string[] }[] >( 'collisions' ) ) {
		expect( pathCollisions( vector.paths )[ 0 ]?.problem ?? null ).toBe( vector.problem );
		expect( vector.paths.map( foldCase ) ).toEqual( vector.folded );
	}
} );

test( 'file lists', () => {
	for ( const vector of vectors< { files: FileListEntry[]; bytes: string; id: string }[] >( 'file-lists' ) ) {
		expect( fileListBytes( vector.files ) ).toBe( vector.bytes );
		expect( bundleId( sha256( vector.bytes ) ) ).toBe( vector.id );
	}
} );

test( 'the writer makes the bytes of the vector', async () => {
	const { draft, id, manifest } = vectors< TamperingVectors >( 'tampering' );
	const written = await writeArtifactBundle( scratch, draft );
	expect( written.id ).toBe( id );
	expect( readFileSync( join( written.directory, 'manifest.json' ), 'utf8' ) ).toBe( manifest );
	expect( ( await writeArtifactBundle( scratch, draft ) ).status ).toBe( 'existing' );
} );

test( 'every kind of tampering has its violations', async () => {
	const { draft, cases } = vectors< TamperingVectors >( 'tampering' );
	const { id, directory } = await writeArtifactBundle( join( scratch, 'whole' ), draft );
	for ( const [ index, { name, steps, violations } ] of cases.entries() ) {
		const copy = join( scratch, String( index ), id );
		cpSync( directory, copy, { recursive: true } );
		steps.forEach( ( step ) => applyStep( copy, step ) );
		const found = ( await verifyArtifactBundle( copy ) ).violations.map( ( violation ) => ( {
			...violation,
			message: undefined,
		} ) );
		expect( { name, violations: found } ).toEqual( { name, violations } );
	}
} );

// Every byte in PHP, where it costs a few seconds; here every fifth, with the same expectations.
test( 'any flipped byte is found', async () => {
	const { draft, flips } = vectors< TamperingVectors >( 'tampering' );
	const { directory } = await writeArtifactBundle( scratch, draft );
	for ( const [ path, changes ] of Object.entries( flips ) ) {
		const bytes = readFileSync( join( directory, path ) );
		const expected = new Map( changes.map( ( [ offset, codes ] ) => [ Number( offset ), codes ] ) );
		let codes = '';
		for ( let offset = 0; offset < bytes.length; offset++ ) {
			codes = expected.get( offset ) ?? codes;
			if ( offset % 5 !== 0 ) {
				continue;
			}
			writeFileSync( join( directory, path ), flip( bytes, offset ) );
			const { valid, violations } = await verifyArtifactBundle( directory );
			expect( [ path, offset, valid, violations.map( ( { code } ) => code ).join( ' ' ) ] ).toEqual( [
				path,
				offset,
				false,
				codes,
			] );
		}
		writeFileSync( join( directory, path ), bytes );
	}
	expect( ( await verifyArtifactBundle( directory ) ).valid ).toBe( true );
}, 60_000 );

test( 'archives are refused with the code that PHP has', async () => {
	for ( const vector of vectors< ArchiveVector[] >( 'archives' ) ) {
		writeFileSync( join( scratch, 'archive.zip' ), archiveOf( vector ) );
		const refused = await importArtifactBundle( join( scratch, 'archive.zip' ), join( scratch, 'root' ) ).then(
			() => 'imported',
			( error: unknown ) => ( error instanceof BundleRefusedError ? error.code : String( error ) )
		);
		expect( [ vector.name, refused ] ).toEqual( [ vector.name, vector.violation ] );
		expect( existsSync( join( scratch, 'root' ) ) ? readdirSync( join( scratch, 'root' ) ) : [] ).toEqual( [] );
	}
} );

function vectors< Shape >( name: string ): Shape {
	return JSON.parse( readFileSync( join( 'tests/vectors/artifacts', `${ name }.json` ), 'utf8' ) ) as Shape;
}
