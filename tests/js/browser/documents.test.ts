import { createHmac } from 'node:crypto';
import {
	browserArtifactPersistenceProjection,
	browserCallbackSignature,
	browserSdkResult,
	createBrowserConnectorRequest,
	createRuntimeTaskRequest,
	isBrowserArtifactPersistenceRef,
	normalizeBrowserSdkError,
	verifyBrowserCallbackSignature,
} from '../../../src-shared/entrypoints/browser.ts';
import { normalizeBrowserRunResult } from '../../../src-shared/observation/run-results.ts';

describe( 'normalizeBrowserSdkError()', () => {
	it.each( [
		[ 'a string', 'broken', { code: 'browser_sdk_error', message: 'broken', phase: 'browser_sdk', status: null } ],
		[ 'nothing', undefined, { code: 'browser_sdk_error', message: 'Something failed without saying why.' } ],
		[
			'an answer of the REST API',
			{ code: 'rest_forbidden', message: 'No.', data: { status: 401 } },
			{ code: 'rest_forbidden', message: 'No.', status: 401 },
		],
		[ 'an abort', new DOMException( 'Stop', 'AbortError' ), { message: 'Stop' } ],
	] )( 'reads %s', ( _, error, expected ) => {
		expect( normalizeBrowserSdkError( error ) ).toMatchObject( {
			schema: 'wp-codebox/browser-sdk-error/v1',
			...expected,
		} );
	} );

	it( 'redacts what names itself a secret, however deep', () => {
		const circular: Record< string, unknown > = { apiKey: 'k', list: [ { password: 'p', shown: 'yes' } ] };
		circular.self = circular;
		const text = JSON.stringify( normalizeBrowserSdkError( { message: 'm', data: circular } ) );
		expect( text ).toContain( '"shown":"yes"' );
		expect( text ).not.toMatch( /"k"|"p"/ );
	} );
} );

it( 'browserSdkResult() never throws', async () => {
	expect( await browserSdkResult( 'a', () => 1 ) ).toMatchObject( {
		operation: 'a',
		success: true,
		data: 1,
		error: null,
	} );
	expect(
		await browserSdkResult( 'b', () => {
			throw new Error( 'no' );
		} )
	).toMatchObject( { operation: 'b', success: false, data: null, error: { message: 'no' } } );
} );

describe( 'createRuntimeTaskRequest()', () => {
	it( 'fills in the schema, takes the alias and drops it', () => {
		expect( createRuntimeTaskRequest( { targetId: 'a', task: 'b' }, { mode: 'c' } ) ).toEqual( {
			schema: 'wp-codebox/runtime-task-request/v1',
			target_id: 'a',
			task: 'b',
			mode: 'c',
		} );
	} );

	it.each( [
		[ {}, 'runtime_task_target_id_required', 'target_id' ],
		[ { target_id: '  ', task: 'b' }, 'runtime_task_target_id_required', 'target_id' ],
		[ { target_id: 'a' }, 'runtime_task_required', 'task' ],
		[ { target_id: 'a', task: {} }, 'runtime_task_required', 'task' ],
	] )( 'refuses %j', ( input, code, field ) => {
		expect( () => createRuntimeTaskRequest( input ) ).toThrow( expect.objectContaining( { code, field } ) );
	} );
} );

it( 'createBrowserConnectorRequest() groups the session ids and names a missing field', () => {
	expect(
		createBrowserConnectorRequest( { connector: 'c', operation: 'o', request: { a: 1 }, job_id: 'j' } )
	).toEqual( {
		schema: 'wp-codebox/browser-connector-request/v1',
		connector: 'c',
		operation: 'o',
		payload: { a: 1 },
		session: { job_id: 'j' },
	} );
	expect( () => createBrowserConnectorRequest( { connector: 'c' } ) ).toThrow(
		expect.objectContaining( { field: 'operation' } )
	);
} );

describe( 'normalizeBrowserRunResult()', () => {
	it( 'names an artifact once, whatever its digest is called', () => {
		const digest = 'a'.repeat( 64 );
		const { artifactRefs } = normalizeBrowserRunResult( {
			result: {},
			artifactRefs: [
				{ role: 'report', path: 'a.json', sha256: digest },
				{ kind: 'report', directory: 'a.json', content_digest: `sha256:${ digest }` },
				'nonsense',
			],
		} );
		expect( artifactRefs ).toEqual( [
			expect.objectContaining( {
				kind: 'report',
				path: 'a.json',
				digest: { algorithm: 'sha256', value: digest },
			} ),
		] );
	} );

	it( 'drops severities that are none, and results that are no object', () => {
		const result = normalizeBrowserRunResult( {
			status: 'completed',
			result: 'text',
			diagnostics: [
				{ message: 'a', severity: 'loud' },
				{ message: 'b', severity: 'info' },
				{ severity: 'info' },
			],
		} );
		expect( result ).toMatchObject( { status: 'failed', result: null } );
		expect( result.diagnostics ).toEqual( [ { message: 'a' }, { message: 'b', severity: 'info' } ] );
	} );
} );

it( 'browserArtifactPersistenceProjection() names bundle and files of a persistence', () => {
	const ref = browserArtifactPersistenceProjection( {
		success: true,
		artifact_id: 'artifact-bundle-sha256-1',
		artifact_ref: { artifact_id: 'artifact-bundle-sha256-1', content_digest: 'f'.repeat( 64 ) },
		artifact: { id: 'artifact-bundle-sha256-1' },
		persisted_bundle: {
			files: [
				{
					path: 'a.txt',
					artifact_path: 'files/browser/a.txt',
					kind: 'note',
					size: 3,
					sha256: { algorithm: 'sha256', value: '0' },
				},
			],
		},
	} );
	expect( isBrowserArtifactPersistenceRef( ref ) ).toBe( true );
	expect( ref.artifactRefs.map( ( { kind, path, id } ) => [ kind, path ?? id ] ) ).toEqual( [
		[ 'artifact-bundle', 'artifact-bundle-sha256-1' ],
		[ 'note', 'files/browser/a.txt' ],
	] );
	expect( isBrowserArtifactPersistenceRef( {} ) ).toBe( false );
} );

it( 'a callback signature is HMAC-SHA256 over timestamp and body', () => {
	const signature = browserCallbackSignature( '{"a":1}', 'secret', '1000' );
	expect( signature ).toBe( `sha256=${ createHmac( 'sha256', 'secret' ).update( '1000.{"a":1}' ).digest( 'hex' ) }` );
	const given = { body: '{"a":1}', signature, timestamp: '1000', secret: 'secret', now: 1100 };
	expect( verifyBrowserCallbackSignature( given ) ).toBe( true );
	expect( verifyBrowserCallbackSignature( { ...given, body: '{"a":2}' } ) ).toBe( false );
	expect( verifyBrowserCallbackSignature( { ...given, now: 1301 } ) ).toBe( false );
	expect( verifyBrowserCallbackSignature( { ...given, signature: '' } ) ).toBe( false );
} );
