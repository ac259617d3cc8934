/**
 * The statement of a bundle is signed and checked by tools that know nothing of us: openssl signs the DSSE envelope,
 * openssl and Sigstore's verifier check it, sha256sum checks the files. docs/signing-bundles.md says the same for people.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFromJSON, bundleToJSON, toDSSEBundle } from '@sigstore/bundle';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { writeArtifactBundle } from '../../../src-runtime/artifacts/write-bundle.ts';
import { PROVENANCE_ARTIFACT_PATH } from '../../../src-shared/artifacts/schemas.ts';

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

interface Statement {
	_type: string;
	subject: { name: string; digest: { sha256: string } }[];
	predicateType: string;
}

let scratch: string;
let bundle: string;
let statement: Buffer;

beforeAll( async () => {
	scratch = mkdtempSync( join( tmpdir(), 'wp-codebox-test-' ) );
	const text = ( path: string, source: string ) => ( { path, kind: 'log', contentType: 'text/plain', source } );
	const written = await writeArtifactBundle( scratch, {
		runtime: { name: 'signing' },
		files: [ text( 'files/a b.txt', 'a' ), text( 'files/ü/日本.txt', 'b' ), text( 'empty.txt', '' ) ],
	} );
	bundle = written.directory;
	statement = readFileSync( join( bundle, PROVENANCE_ARTIFACT_PATH ) );
} );
afterAll( () => rmSync( scratch, { recursive: true, force: true } ) );

const at = ( name: string ) => join( scratch, name );
const openssl = ( ...args: string[] ) => spawnSync( 'openssl', args, { encoding: 'utf8' } );
const preAuthentication = ( payload: Buffer ) =>
	Buffer.concat( [
		Buffer.from( `DSSEv1 ${ PAYLOAD_TYPE.length } ${ PAYLOAD_TYPE } ${ payload.length } ` ),
		payload,
	] );

function sign( ...algorithm: string[] ): Buffer {
	writeFileSync( at( 'pae' ), preAuthentication( statement ) );
	execFileSync( 'openssl', [ 'genpkey', ...algorithm, '-out', at( 'key.pem' ) ], { stdio: 'pipe' } );
	execFileSync( 'openssl', [ 'pkey', '-in', at( 'key.pem' ), '-pubout', '-out', at( 'key.pub' ) ] );
	const digest = algorithm.includes( 'EC' ) ? [ '-digest', 'sha256' ] : [];
	execFileSync( 'openssl', [
		...[ 'pkeyutl', '-sign', '-rawin', ...digest, '-inkey', at( 'key.pem' ), '-in', at( 'pae' ) ],
		...[ '-out', at( 'sig' ) ],
	] );
	return readFileSync( at( 'sig' ) );
}

test( 'openssl signs the statement with Ed25519 and finds a changed one', () => {
	sign( '-algorithm', 'ED25519' );
	const check = () =>
		openssl(
			...[ 'pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', at( 'key.pub' ), '-in', at( 'pae' ) ],
			...[ '-sigfile', at( 'sig' ) ]
		);
	expect( check() ).toMatchObject( { status: 0, stdout: expect.stringContaining( 'Verified Successfully' ) } );
	writeFileSync(
		at( 'pae' ),
		preAuthentication( Buffer.from( String( statement ).replace( 'files/a b', 'files/a c' ) ) )
	);
	expect( check().status ).not.toBe( 0 );
} );

test( "Sigstore's verifier takes the envelope, and refuses another statement under its signature", () => {
	const signature = sign( '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256' );
	const envelope = ( artifact: Buffer ) =>
		bundleFromJSON(
			JSON.parse(
				JSON.stringify(
					bundleToJSON( toDSSEBundle( { artifact, artifactType: PAYLOAD_TYPE, signature, keyHint: 'ours' } ) )
				)
			)
		);
	const rawBytes = createPublicKey( readFileSync( at( 'key.pub' ) ) ).export( { format: 'der', type: 'spki' } );
	const trusted = toTrustMaterial(
		{ mediaType: '', tlogs: [], certificateAuthorities: [], ctlogs: [], timestampAuthorities: [] },
		{ ours: { rawBytes, keyDetails: 5, validFor: { start: new Date( 0 ) } } }
	);
	const verifier = new Verifier( trusted, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 } );
	expect( verifier.verify( toSignedEntity( envelope( statement ) ) ).key ).toBeDefined();
	expect( () => verifier.verify( toSignedEntity( envelope( Buffer.from( '{}' ) ) ) ) ).toThrow( /signature/ );
} );

test( 'sha256sum checks every file of the bundle against the statement', () => {
	const { _type: type, subject, predicateType } = JSON.parse( String( statement ) ) as Statement;
	expect( [ type, predicateType ] ).toEqual( [
		'https://in-toto.io/Statement/v1',
		expect.stringMatching( /^https:\/\// ),
	] );
	const sums = subject.map( ( { name, digest } ) => `${ digest.sha256 }  ${ name }\n` ).join( '' );
	const check = () =>
		spawnSync( 'sha256sum', [ '--check', '--strict' ], { cwd: bundle, input: sums, encoding: 'utf8' } );
	expect( check() ).toMatchObject( { status: 0, stdout: expect.stringContaining( 'files/ü/日本.txt: OK' ) } );
	expect( subject.map( ( { name } ) => name ) ).toEqual( [
		...[ 'empty.txt', 'files/a b.txt', 'files/ü/日本.txt', 'metadata.json' ],
	] );
	appendFileSync( join( bundle, 'files/a b.txt' ), 'x' );
	expect( check() ).toMatchObject( { status: 1, stdout: expect.stringContaining( 'files/a b.txt: FAILED' ) } );
} );
