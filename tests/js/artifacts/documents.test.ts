/**
 * Documents about bundles: envelopes, references, diagnostics, evidence, addresses, captured files.
 */
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	artifactDiagnosticsResultEnvelope,
	artifactResultEnvelope,
	buildArtifactDiagnostics,
	buildReviewerArtifactExportLinks,
	calculateArtifactContentDigest,
	calculateArtifactManifestFileListDigest,
	captureArtifactFile,
	discoverInterruptedRunEvidence,
	discoverPartialRunArtifacts,
	evidenceArtifactEnvelope,
	exportArtifactBundle,
	importArtifactBundle,
	normalizeArtifactDigest,
	normalizeArtifactResultEnvelope,
	normalizeReviewerArtifactBaseUrl,
	publicArtifactRefGroups,
	reviewerArtifactExportUrl,
	validateEvidenceArtifactEnvelope,
	verifyArtifactBundle,
	writeArtifactBundle,
	writeArtifactManifestJson,
	writeArtifactPart,
	type ArtifactManifest,
} from '../../../src-runtime/artifacts/index.ts';
import { runCommandLine } from '../../../src-cli/program.ts';

const HEX = 'a'.repeat( 64 );
let scratch: string;

beforeEach( () => {
	scratch = mkdtempSync( join( tmpdir(), 'wp-codebox-test-' ) );
} );

afterEach( () => {
	rmSync( scratch, { recursive: true, force: true } );
	process.exitCode = 0;
} );

function bundle() {
	return writeArtifactBundle( join( scratch, 'store' ), {
		runtime: { name: 'test', session: 's-1' },
		createdAt: '2026-01-02T03:04:05Z',
		files: [
			{ path: 'files/a b.txt', kind: 'log', contentType: 'text/plain', source: 'a' },
			{
				path: 'files/ü.bin',
				kind: 'data',
				contentType: 'application/octet-stream',
				source: new Uint8Array( 100_000 ),
			},
		],
	} );
}

test( 'success follows from the status and is never claimed', () => {
	expect( artifactResultEnvelope( { operation: 'open', status: 'failed' } ) ).toMatchObject( {
		success: false,
		error: { name: 'Error' },
	} );
	expect( artifactResultEnvelope( { operation: 'open', status: 'created' } ).success ).toBe( true );
	for ( const lie of [
		{ success: true },
		{ status: 'fine', success: true },
		{ status: 'created', success: false },
		{ status: 'created', error: { message: 'x' } },
		null,
	] ) {
		expect( normalizeArtifactResultEnvelope( lie ) ).toMatchObject( { status: 'failed', success: false } );
	}
	expect(
		artifactDiagnosticsResultEnvelope( { operation: 'open', diagnostics: [ { code: 'c', message: 'm' } ] } )
	).toMatchObject( { status: 'failed', error: { code: 'c' } } );
	expect(
		artifactDiagnosticsResultEnvelope( {
			operation: 'open',
			diagnostics: [ { code: 'c', message: 'm', severity: 'info' } ],
		} ).status
	).toBe( 'skipped' );
} );

test( 'references are read in every spelling and once', () => {
	const groups = publicArtifactRefGroups( {
		artifactBundle: { kind: 'artifact-bundle', id: 'b', content_digest: `sha256:${ HEX }` },
		artifactRefs: [
			{ role: 'patch', path: 'files/patch.diff' },
			{ kind: 'patch', path: 'files/patch.diff' },
			{ kind: 'changed-files', path: 'files/changed-files.json', bytes: 3 },
			{},
			null,
		],
	} );
	expect( groups.all ).toHaveLength( 3 );
	expect( groups.patches ).toEqual( [
		{ schema: 'wp-codebox/artifact-ref/v1', kind: 'patch', path: 'files/patch.diff' },
	] );
	expect( groups.artifact_bundles[ 0 ] ).toMatchObject( { sha256: HEX } );
	expect( groups.changed_files[ 0 ] ).toMatchObject( { size_bytes: 3 } );
	expect( normalizeArtifactDigest( { digest: { sha256: HEX.toUpperCase() } } ) ).toEqual( {
		algorithm: 'sha256',
		value: HEX,
	} );
	expect( normalizeArtifactDigest( { algorithm: 'md5', value: HEX } ) ).toBeUndefined();
} );

test( 'diagnostics are counted', () => {
	expect( buildArtifactDiagnostics( [] ).status ).toBe( 'clean' );
	expect(
		buildArtifactDiagnostics( { violations: [ { code: 'missing-file', message: 'm' } ], warnings: [ 'w' ] } )
			.summary
	).toEqual( { total: 2, errors: 1, warnings: 1, infos: 0 } );
} );

test( 'addresses are public and paths are escaped', () => {
	for ( const url of [
		'http://localhost/',
		'https://127.0.0.1/',
		'https://10.1.2.3/',
		'https://[::1]/',
		'https://[fd00::1]/',
		'https://host/',
		'https://a.internal/',
		'ftp://a.org/',
		'https://u:p@a.org/',
		'x',
		'http://2130706433/',
	] ) {
		expect( () => normalizeReviewerArtifactBaseUrl( url ) ).toThrow( 'baseUrl' );
	}
	expect( normalizeReviewerArtifactBaseUrl( 'https://a.org/x?y#z' ) ).toBe( 'https://a.org/x/' );
	expect( reviewerArtifactExportUrl( 'https://a.org', 'files/a b#.txt' ) ).toBe( 'https://a.org/files/a%20b%23.txt' );
	expect( () => reviewerArtifactExportUrl( 'https://a.org', '../x' ) ).toThrow( 'path-traversal' );
} );

test( 'evidence names its mistakes', () => {
	const envelope = evidenceArtifactEnvelope( {
		id: 'e',
		status: 'passed',
		createdAt: new Date( 0 ),
		artifacts: [ { path: 'a.png', kind: 'screenshot' } ],
		browserCaptures: [ { id: 'c', status: 'odd' } ],
	} );
	expect( validateEvidenceArtifactEnvelope( envelope ) ).toEqual( { valid: true, errors: [] } );
	expect( envelope.browserCaptures[ 0 ]!.status ).toBe( 'unknown' );
	expect( () => evidenceArtifactEnvelope( { id: 'e', artifacts: [ { path: '/a', kind: 'x' } ] } ) ).toThrow(
		'path-absolute'
	);
	expect( () =>
		evidenceArtifactEnvelope( {
			id: 'e',
			artifacts: [ { path: 'a', kind: 'x', publicUrl: 'http://localhost/a' } ],
		} )
	).toThrow( 'publicUrl' );
	expect(
		validateEvidenceArtifactEnvelope( { ...envelope, status: 'fine', artifacts: [ { path: '../a', kind: 'x' } ] } )
			.errors
	).toEqual( [
		'status has to be one of passed, failed, errored, skipped, unknown',
		'artifacts[0].path is not allowed: path-traversal',
	] );
} );

test( 'a file is captured, or the answer says why not', async () => {
	const root = join( scratch, 'capture' );
	const source = join( scratch, 'secret.txt' );
	writeFileSync( source, 'token' );
	symlinkSync( source, join( scratch, 'link' ) );
	const base = { root, path: 'a.txt', kind: 'log' };
	expect( await captureArtifactFile( { ...base, sourcePath: source } ) ).toMatchObject( {
		status: 'captured',
		bytes: 5,
		binary: false,
	} );
	expect( await captureArtifactFile( { ...base, sourcePath: join( scratch, 'link' ) } ) ).toMatchObject( {
		status: 'skipped',
		reason: 'not a regular file',
	} );
	expect( await captureArtifactFile( { ...base, sourcePath: source, allowedRoots: [ root ] } ) ).toMatchObject( {
		status: 'skipped',
		reason: 'outside the allowed roots',
	} );
	expect( await captureArtifactFile( { ...base, sourcePath: source, maxBytes: 4 } ) ).toMatchObject( {
		status: 'oversized',
		originalBytes: 5,
	} );
	expect(
		await captureArtifactFile( { ...base, contents: 'token', redact: () => '***', skipSensitiveText: true } )
	).toMatchObject( { status: 'sensitive' } );
	expect( await captureArtifactFile( { ...base, contents: 'token', redact: () => '***' } ) ).toMatchObject( {
		status: 'captured',
		bytes: 3,
		originalBytes: 5,
	} );
	expect( await captureArtifactFile( { ...base, path: '../a', contents: '' } ) ).toMatchObject( {
		status: 'failed',
		reason: 'path-traversal',
	} );
} );

test( 'digests on disk and in the manifest are the same, and a manifest made by hand verifies', async () => {
	const { directory, manifest } = await bundle();
	const paths = manifest.files.map( ( { path } ) => path ).filter( ( path ) => path !== 'manifest.json' );
	expect( await calculateArtifactContentDigest( directory, paths ) ).toBe( manifest.contentDigest.value );
	expect( calculateArtifactManifestFileListDigest( manifest.files ) ).toBe( manifest.contentDigest.value );
	const part = await writeArtifactPart( {
		root: join( scratch, 'hand' ),
		path: 'files/a.txt',
		kind: 'log',
		contentType: 'text/plain',
		contents: 'ä',
	} );
	const value = calculateArtifactManifestFileListDigest( [ part.manifestFile ] );
	const byHand: ArtifactManifest = {
		...manifest,
		id: `artifact-bundle-sha256-${ value }`,
		contentDigest: { ...manifest.contentDigest, value },
		files: [ manifest.files[ 0 ]!, part.manifestFile ],
	};
	await writeArtifactManifestJson( join( scratch, 'hand' ), 'manifest.json', byHand );
	expect( ( await verifyArtifactBundle( join( scratch, 'hand' ) ) ).violations ).toEqual( [] );
} );

test( 'import verifies before and after, and export is the same bytes each time', async () => {
	const { directory, id } = await bundle();
	const root = join( scratch, 'other' );
	await expect( importArtifactBundle( directory, root, { id: 'x' } ) ).rejects.toMatchObject( {
		code: 'id-mismatch',
	} );
	await expect( importArtifactBundle( directory, root, { contentDigest: HEX } ) ).rejects.toMatchObject( {
		code: 'digest-mismatch',
	} );
	expect( await importArtifactBundle( directory, root, { id } ) ).toMatchObject( {
		status: 'created',
		artifactBundle: { id },
	} );
	expect( await importArtifactBundle( directory, root ) ).toMatchObject( { status: 'existing' } );
	const first = await exportArtifactBundle( directory, join( scratch, '1.zip' ) );
	utimesSync( join( directory, 'files/a b.txt' ), 0, 0 );
	expect( await exportArtifactBundle( join( root, id ), join( scratch, '2.zip' ) ) ).toEqual( first );
	expect( readFileSync( join( scratch, '1.zip' ) ).subarray( 0, 4 ).toString( 'latin1' ) ).toBe( 'PK\x03\x04' );
	expect(
		(
			await buildReviewerArtifactExportLinks( directory, { baseUrl: 'https://a.org', includeKinds: [ 'log' ] } )
		).files.map( ( { url } ) => url )
	).toEqual( [ 'https://a.org/files/a%20b.txt' ] );
	writeFileSync( join( directory, 'files/a b.txt' ), 'b' );
	await expect( importArtifactBundle( directory, root ) ).rejects.toMatchObject( { code: 'file-hash-mismatch' } );
	await expect( exportArtifactBundle( directory, join( scratch, '3.zip' ) ) ).rejects.toMatchObject( {
		code: 'file-hash-mismatch',
	} );
	await expect( buildReviewerArtifactExportLinks( directory, { baseUrl: 'https://a.org' } ) ).rejects.toThrow(
		'does not verify'
	);
} );

test( 'what an interrupted run left is found', async () => {
	const { directory } = await bundle();
	mkdirSync( join( scratch, 'store/half/files' ), { recursive: true } );
	writeFileSync( join( scratch, 'store/half/manifest.json' ), '{' );
	const found = await discoverPartialRunArtifacts( { artifactsRoot: scratch } );
	expect( found ).toMatchObject( { selectedBy: 'all-candidates', candidateCount: 2 } );
	expect( found.artifacts.find( ( one ) => one.directory !== directory )!.manifest.available ).toBe( false );
	expect(
		( await discoverPartialRunArtifacts( { artifactsRoot: scratch, sessionId: 's-1' } ) ).artifacts.map(
			( one ) => one.directory
		)
	).toEqual( [ directory ] );
	expect( await discoverInterruptedRunEvidence( { artifactsRoot: scratch, sessionId: 's-1' } ) ).toMatchObject( {
		artifact_ref_count: 1,
	} );
} );

test( 'the command line says 0 for a whole bundle and 1 for a damaged one', async () => {
	const { directory } = await bundle();
	const run = async ( ...args: string[] ) => {
		let out = '';
		process.exitCode = 0;
		const status = await runCommandLine( [ 'artifacts', ...args ], {
			cwd: scratch,
			out: ( text ) => void ( out += text ),
			err: () => undefined,
		} );
		return { status, out };
	};
	expect( await run( 'verify', directory ) ).toMatchObject( { status: 0 } );
	expect( await run( 'list', 'store' ) ).toMatchObject( { status: 0 } );
	expect( ( await run( 'export', directory, 'out.zip' ) ).status ).toBe( 0 );
	expect( ( await run( 'import', directory, 'new' ) ).status ).toBe( 0 );
	expect( ( await run( 'verify' ) ).status ).toBe( 2 );
	expect( ( await run( 'list', 'missing' ) ).status ).toBe( 2 );
	writeFileSync( join( directory, 'files/a b.txt' ), 'b' );
	const verified = await run( 'verify', '--bundle', directory, '--json' );
	expect( verified.status ).toBe( 1 );
	expect( JSON.parse( verified.out ) ).toMatchObject( {
		valid: false,
		violations: [ { code: 'file-hash-mismatch', file: 'files/a b.txt' } ],
	} );
	expect( ( await run( 'inspect', directory, '--json' ) ).status ).toBe( 1 );
	expect( ( await run( 'list', 'store', '--json' ) ).status ).toBe( 1 );
	expect( ( await run( 'import', directory, 'new' ) ).status ).toBe( 1 );
} );
