import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publish, writeTitle } from '../preview/block-editor.ts';
// Declares window.wpCodeboxBrowser.
import type {} from '../../src-browser/sdk/publish.ts';
import { expect, test } from './fixtures.ts';
import { startPreview, type FileClient } from './start-preview.ts';

const checkout = resolve( dirname( fileURLToPath( import.meta.url ) ), '../..' );

test( 'the facade is frozen through and through, and says what it can do', async ( { product } ) => {
	const page = await product();
	const facts = await page.evaluate( () => {
		const browser = window.wpCodeboxBrowser!;
		const { v1 } = browser;
		const writes: string[] = [];
		for ( const target of [ browser, v1, v1.methods, v1.capabilities, window.wpCodebox ] as Record<
			string,
			unknown
		>[] ) {
			try {
				Reflect.set( target, 'added', 1 );
				Reflect.set( target, Object.keys( target )[ 0 ]!, 1 );
			} finally {
				writes.push( Object.isFrozen( target ) ? 'frozen' : 'open' );
			}
		}
		return {
			writes,
			keys: Object.keys( v1 ),
			same: Object.entries( v1.methods ).every(
				( [ name, method ] ) => ( browser as unknown as Record< string, unknown > )[ name ] === method
			),
			functionsFrozen: Object.values( v1 ).every( ( member ) => Object.isFrozen( member ) ),
			info: v1.info(),
			starts: window.wpCodebox!.startBrowserPreview === v1.startBrowserPreview,
		};
	} );
	expect( facts.writes ).toEqual( [ 'frozen', 'frozen', 'frozen', 'frozen', 'frozen' ] );
	expect( facts.same && facts.functionsFrozen && facts.starts ).toBe( true );
	expect( facts.info ).toMatchObject( {
		schema: 'wp-codebox/browser-sdk/v1',
		apiVersion: 'v1',
		version: '1.0.0',
		globals: { name: 'wpCodeboxBrowser', facade: 'wpCodeboxBrowser.v1' },
	} );
	expect( facts.info.capabilities ).toContain( 'runtime-task:run' );
	// What is not built is absent.
	for ( const absent of [ 'consumeContainedSiteSync', 'aggregateFanoutOutputs', 'dispatchParentTool' ] ) {
		expect( facts.keys ).not.toContain( absent );
	}
} );

test( 'a strict CSP runs the whole bundle, and nothing asks for eval', async ( { product } ) => {
	const page = await product( 'strict' );
	const violations: string[] = [];
	page.on( 'console', ( message ) => {
		if (
			/Content Security Policy/.test( message.text() ) &&
			! /favicon|style-src|font-src/.test( message.text() )
		) {
			violations.push( message.text() );
		}
	} );
	const errors = await page.evaluate( async () => {
		const { v1 } = window.wpCodeboxBrowser!;
		const client = {} as FileClient;
		const outcomes = await Promise.all( [
			v1.result( 'task', () => v1.runRuntimeTask( { target_id: 'a', task: 'b', unknown: 1 } as never ) ),
			v1.result( 'files', () => v1.readFile( client, '' ) ),
			v1.result( 'patch', () => v1.applyPatch( client, 'no diff' ) ),
			v1.result( 'recipe', () => v1.runBrowserSessionRecipe( client, { session_id: 's' } ) ),
			v1.result( 'preview', () => v1.startBrowserPreview( {} ) ),
			v1.result( 'site', () => v1.openOrCreateBrowserContainedSite( {} as never ) ),
		] );
		return outcomes.map( ( { operation, success, error } ) => ( { operation, success, code: error?.code } ) );
	} );
	expect( errors ).toEqual( [
		{ operation: 'task', success: false, code: 'runtime_task_invalid' },
		{ operation: 'files', success: false, code: 'browser_file_path_invalid' },
		{ operation: 'patch', success: false, code: 'browser_patch_invalid' },
		{ operation: 'recipe', success: false, code: 'wp_codebox_browser_runtime_materialization_failed' },
		{ operation: 'preview', success: false, code: 'browser_preview_boot_missing' },
		{ operation: 'site', success: false, code: 'browser_contained_site_invalid' },
	] );
	expect( violations ).toEqual( [] );
} );

test( 'a runtime task runs by REST, by the ability of the page, and by a supplied adapter', async ( { product } ) => {
	const page = await product( 'open' );
	const results = await page.evaluate( async () => {
		const { v1 } = window.wpCodeboxBrowser!;
		const request = v1.createRuntimeTaskRequest( {
			targetId: 'wp-codebox/browser-playground',
			task: 'Look around',
		} );
		const name = '@wordpress/abilities';
		const abilities = ( await import( name ) ) as { getAbility: ( id: string ) => unknown };
		while ( ! abilities.getAbility( 'wp-codebox/run-runtime-task' ) ) {
			await new Promise( ( wait ) => setTimeout( wait, 50 ) );
		}
		const sent: unknown[] = [];
		const rest = await v1.runRuntimeTask( request, { transport: 'rest' } );
		return {
			request,
			rest,
			ability: await v1.runRuntimeTask( request, { transport: 'ability' } ),
			supplied: await v1.runRuntimeTask( request, {
				executeAbility: ( ...call ) => {
					sent.push( call );
					return rest;
				},
			} ),
			sent,
			unsupported: await v1.result( 'task', () => v1.runRuntimeTask( { target_id: 'nobody', task: 'x' } ) ),
			aborted: await v1.result( 'task', () => v1.runRuntimeTask( request, { signal: AbortSignal.abort() } ) ),
		};
	} );
	for ( const result of [ results.rest, results.ability ] ) {
		expect( result ).toMatchObject( {
			schema: 'wp-codebox/runtime-task-result/v1',
			success: true,
			status: 'ready',
			execution: { provider: 'wp-codebox-runtime', target_id: 'wp-codebox/browser-playground' },
			result: {
				schema: 'wp-codebox/browser-task-product-dto/v1',
				preview_boot: { schema: 'wp-codebox/browser-preview-boot-config/v1' },
			},
		} );
		// Public documents never hold the blueprint, nor a nonce.
		expect( JSON.stringify( result ) ).not.toMatch( /"blueprint"|_wpnonce/ );
	}
	expect( results.sent ).toEqual( [ [ 'wp-codebox/run-runtime-task', results.request ] ] );
	expect( results.supplied ).toEqual( results.rest );
	expect( results.unsupported.error ).toMatchObject( {
		code: 'wp_codebox_runtime_task_unsupported_target',
		status: 422,
	} );
	expect( results.aborted.error?.code ).toBe( 'browser_sdk_aborted' );
} );

test( 'preview, files, recipe: a recipe runs, its files are persisted, verified and inspected', async ( {
	product,
}, info ) => {
	const page = await product();
	const started = await startPreview( page );
	expect( started ).toMatchObject( { action: 'created', mode: 'origin' } );
	const preview = page.frameLocator( '#preview' ).frameLocator( 'iframe' );
	await expect( preview.getByRole( 'link', { name: 'Hello world!' } ).first() ).toBeVisible();
	await page.screenshot( { path: info.outputPath( 'front-page.png' ) } );

	await page.evaluate( () => window.client.goTo( '/wp-admin/' ) );
	await expect( preview.getByRole( 'heading', { name: 'Dashboard' } ) ).toBeVisible();
	await page.screenshot( { path: info.outputPath( 'wp-admin.png' ) } );
	expect( await page.evaluate( () => window.client.getCurrentURL() ) ).toBe( '/wp-admin/' );

	await page.evaluate( () => window.client.goTo( '/wp-admin/post-new.php' ) );
	await writeTitle( preview, 'Written through v1' );
	await page.screenshot( { path: info.outputPath( 'editor.png' ) } );
	await publish( preview );
	const rest = await page.evaluate( async () => {
		const { httpStatusCode, text } = await window.client.request( { url: '/wp-json/wp/v2/posts' } );
		return {
			status: httpStatusCode,
			titles: ( JSON.parse( text ) as { title: { rendered: string } }[] ).map( ( post ) => post.title.rendered ),
		};
	} );
	expect( rest ).toEqual( { status: 200, titles: [ 'Written through v1', 'Hello world!' ] } );
	await page.evaluate( () => window.client.goTo( '/' ) );
	await expect( preview.getByRole( 'link', { name: 'Written through v1' } ).first() ).toBeVisible();
	await page.screenshot( { path: info.outputPath( 'front-page-after.png' ) } );

	const files = await page.evaluate( async () => {
		const { v1 } = window.wpCodeboxBrowser!;
		const { client } = window;
		const directory = await v1.ensureDirectory( client, 'wp-content/made/by' );
		const written = await v1.writeFile( client, 'wp-content/made/by/sdk.txt', 'one\ntwo\nthree\n' );
		const edited = await v1.editFile( client, 'wp-content/made/by/sdk.txt', { find: 'two', replace: 'zwei' } );
		const patched = await v1.applyPatch(
			client,
			'--- a/sdk.txt\n+++ b/sdk.txt\n@@ -1,3 +1,3 @@\n one\n zwei\n-three\n+drei\n',
			{ root: 'wp-content/made/by' }
		);
		const ambiguous = await v1.result( 'edit', () =>
			v1.editFile( client, 'wp-content/made/by/sdk.txt', { find: 'e', replace: '' } )
		);
		return {
			directory,
			written,
			edited,
			patched,
			ambiguous: ambiguous.error?.code,
			read: await v1.readFile( client, '/wordpress/wp-content/made/by/sdk.txt' ),
			listed: await v1.listDirectory( client, 'wp-content/made', { recursive: true } ),
			found: await v1.grep( client, /^z/, { path: 'wp-content/made' } ),
			php: ( await window.wpCodeboxBrowser!.runPhpRequest( client, '<?php echo 6 * 7;' ) ).text,
		};
	} );
	expect( files.read.content ).toBe( 'one\nzwei\ndrei\n' );
	expect( files ).toMatchObject( {
		directory: { created: true },
		edited: { replacements: 1 },
		patched: { files: [ { status: 'modified' } ] },
		ambiguous: 'browser_file_edit_mismatch',
		php: '42',
	} );
	expect( files.listed.entries.map( ( entry ) => entry.path ) ).toContain( '/wordpress/wp-content/made/by/sdk.txt' );
	expect( files.found.matches ).toEqual( [
		{ path: '/wordpress/wp-content/made/by/sdk.txt', line: 2, text: 'zwei' },
	] );

	const run = await page.evaluate( async () => {
		const { v1 } = window.wpCodeboxBrowser!;
		const progress: string[] = [];
		const result = await v1.runBrowserSessionRecipe(
			window.client,
			window.contract,
			{
				recipe: {
					steps: [
						{ step: 'mkdir', path: 'wp-content/report' },
						{
							step: 'runPHP',
							code: "<?php require '/wordpress/wp-load.php'; file_put_contents( '/wordpress/wp-content/report/posts.json', wp_json_encode( wp_count_posts() ) );",
						},
						{ step: 'writeFile', path: 'wp-content/report/raw.bin', data: 'caf\u00e9' },
						{ step: 'request', request: { url: '/wp-json/wp/v2/posts' } },
						{ step: 'goTo', path: '/?p=1' },
					],
					collect: [ { path: 'wp-content/report', as: 'report', kind: 'report' } ],
				},
			},
			{ onProgress: ( { phase, completed, total } ) => progress.push( `${ phase } ${ completed }/${ total }` ) }
		);
		const bundle = result.artifactRefs.find( ( ref ) => ref.kind === 'artifact-bundle' );
		const wp = (
			window as unknown as { wp: { apiFetch: ( options: unknown ) => Promise< Record< string, unknown > > } }
		 ).wp;
		const inspected = await wp.apiFetch( {
			path: `/wp-abilities/v1/abilities/wp-codebox/inspect-artifact/run?input[artifact_id]=${ String( bundle?.id ) }`,
		} );
		return { result, progress, inspected, ref: v1.browserArtifactPersistenceRef( result.result!.persistence ) };
	} );
	expect( run.result ).toMatchObject( {
		schema: 'wp-codebox/browser-run-result/v1',
		status: 'completed',
		success: true,
		result: { verified: true },
		metadata: { metrics: { steps_passed: 5 }, metric_refs: [ { kind: 'browser-metrics' } ] },
	} );
	expect( run.result.artifactRefs.map( ( ref ) => ref.kind ) ).toEqual(
		expect.arrayContaining( [ 'artifact-bundle', 'report', 'browser-metrics' ] )
	);
	expect( run.progress[ 0 ] ).toBe( 'validate 0/5' );
	expect( run.progress ).toEqual(
		expect.arrayContaining( [ 'steps 5/5', 'collect 1/1', 'persist 3/3', 'done 5/5' ] )
	);
	expect( run.inspected ).toMatchObject( { schema: 'wp-codebox/artifact-inspection/v1', success: true } );
	expect( run.ref.schema ).toBe( 'wp-codebox/browser-artifact-persistence/ref/v1' );

	const bad = await page.evaluate( async () => {
		const { v1 } = window.wpCodeboxBrowser!;
		const { client, contract } = window;
		const failed = await v1.runBrowserSessionRecipe( client, contract, {
			recipe: {
				steps: [
					{ step: 'runPHP', code: '<?php throw new Exception( "on purpose" );' },
					{ step: 'goTo', path: '/' },
				],
			},
		} );
		const controller = new AbortController();
		const aborting = v1.runBrowserSessionRecipe(
			client,
			contract,
			{
				recipe: {
					steps: [
						{ step: 'runPHP', code: '<?php sleep( 2 );' },
						{ step: 'goTo', path: '/' },
					],
				},
			},
			{
				signal: controller.signal,
				onProgress: ( { phase } ) => phase === 'validate' && setTimeout( () => controller.abort(), 200 ),
			}
		);
		const invalid = await v1.result( 'recipe', () =>
			v1.runBrowserSessionRecipe( client, contract, { recipe: { steps: [ { step: 'unzip' } ] } } )
		);
		return { failed, aborted: await aborting, invalid: invalid.error };
	} );
	expect( bad.failed ).toMatchObject( {
		status: 'failed',
		success: false,
		error: { code: 'browser_recipe_php_failed' },
		// The evidence is stored all the same.
		result: { verified: true, steps: [ { status: 'failed' }, { status: 'not-run' } ] },
	} );
	expect( bad.aborted ).toMatchObject( {
		status: 'failed',
		success: false,
		error: { code: 'browser_run_aborted' },
		artifactRefs: [],
	} );
	expect( bad.invalid ).toMatchObject( { code: 'browser_recipe_invalid', data: { field: 'steps[0].step' } } );

	const disposed = await page.evaluate( () => window.started.dispose() );
	expect( disposed ).toMatchObject( {
		schema: 'wp-codebox/browser-preview-dispose-result/v1',
		runtime_terminated: true,
	} );
} );

test( 'every method of v1 answers, in a real preview of a real site', async ( { product } ) => {
	const page = await product();
	await startPreview( page, 'every-method' );
	const { answers, names } = await page.evaluate( async () => {
		const { v1 } = window.wpCodeboxBrowser!;
		const { client, contract, started } = window;
		const file = 'wp-content/every/file.txt';
		const taskRequest = v1.createRuntimeTaskRequest( {
			targetId: 'wp-codebox/browser-playground',
			task: 'Look around',
		} );
		const recipe = { steps: [ { step: 'request', request: { url: '/' } } ] };
		const connectorRequest = v1.createBrowserConnectorRequest( {
			connector: 'site-rest',
			operation: 'http.request',
			payload: { path: 'post' },
		} );
		const called: Record< string, unknown > = {
			getCapabilities: v1.getCapabilities().length > 0,
			info: v1.info().schema,
			normalizeError: v1.normalizeError( new Error( 'on purpose' ) ).message,
			normalizeBrowserRunResult: v1.normalizeBrowserRunResult( { success: true, result: { a: 1 } } ).status,
			browserArtifactPersistenceRef: v1.browserArtifactPersistenceRef( {} ).schema,
			createRuntimeTaskRequest: taskRequest.schema,
			runRuntimeTask: ( await v1.runRuntimeTask( taskRequest ) ).success,
			openOrCreateBrowserContainedSite: (
				await v1.openOrCreateBrowserContainedSite( {
					mode: 'open-only',
					contained_site: contract.contained_site as Record< string, unknown >,
				} )
			).action,
			startBrowserPreview: started.status,
			validateBrowserRuntimeMaterialization:
				( await v1.validateBrowserRuntimeMaterialization( contract, client ) ) !== null,
			ensureDirectory: ( await v1.ensureDirectory( client, 'wp-content/every' ) ).created,
			writeFile: ( await v1.writeFile( client, file, 'one' ) ) !== null,
			editFile: ( await v1.editFile( client, file, { find: 'one', replace: 'two' } ) ).replacements,
			applyPatch: (
				await v1.applyPatch(
					client,
					'--- a/file.txt\n+++ b/file.txt\n@@ -1 +1 @@\n-two\n\\ No newline at end of file\n+three\n',
					{
						root: 'wp-content/every',
					}
				)
			).files.length,
			readFile: ( await v1.readFile( client, file ) ).content.trim(),
			listDirectory: ( await v1.listDirectory( client, 'wp-content/every' ) ).entries.length,
			grep: ( await v1.grep( client, 'three', { path: 'wp-content/every' } ) ).matches.length,
			runRecipe: ( await v1.runRecipe( client, recipe ) ).success,
			result: ( await v1.result( 'mine', () => 1 ) ).success,
			createBrowserConnectorRequest: connectorRequest.schema,
			executeBrowserConnectorRequest: (
				( await v1.executeBrowserConnectorRequest( connectorRequest ) ) as { success?: boolean }
			 ).success,
			runBrowserSessionRecipe: (
				await v1.runBrowserSessionRecipe( client, contract, { recipe } as Parameters<
					typeof v1.runBrowserSessionRecipe
				>[ 2 ] )
			).status,
		};
		return {
			answers: called,
			names: Object.entries( v1 )
				.filter( ( [ , member ] ) => typeof member === 'function' )
				.map( ( [ name ] ) => name ),
		};
	} );
	expect( Object.keys( answers ).sort() ).toEqual( names.sort() );
	expect( answers ).toEqual( {
		getCapabilities: true,
		info: 'wp-codebox/browser-sdk/v1',
		normalizeError: 'on purpose',
		normalizeBrowserRunResult: 'completed',
		browserArtifactPersistenceRef: 'wp-codebox/browser-artifact-persistence/ref/v1',
		createRuntimeTaskRequest: 'wp-codebox/runtime-task-request/v1',
		runRuntimeTask: true,
		openOrCreateBrowserContainedSite: 'opened',
		startBrowserPreview: 'started',
		validateBrowserRuntimeMaterialization: true,
		ensureDirectory: true,
		writeFile: true,
		editFile: 1,
		applyPatch: 1,
		readFile: 'three',
		listDirectory: 1,
		grep: 1,
		runRecipe: true,
		result: true,
		createBrowserConnectorRequest: 'wp-codebox/browser-connector-request/v1',
		executeBrowserConnectorRequest: true,
		runBrowserSessionRecipe: 'completed',
	} );
} );

test( 'the three lines of the documentation show a WordPress, as they are written', async ( { product }, info ) => {
	const documentation = await readFile( join( checkout, 'docs/previews.md' ), 'utf8' );
	const [ , lines ] = /```js\n([\s\S]+?)```/.exec( documentation )!;
	expect( lines!.trim().split( '\n' ) ).toHaveLength( 3 );
	const page = await product();
	await page.evaluate( `( async () => { ${ lines } } )()` );
	const preview = page.frameLocator( '#preview' ).frameLocator( 'iframe' );
	await expect( preview.getByRole( 'link', { name: 'Hello world!' } ).first() ).toBeVisible();
	await page.screenshot( { path: info.outputPath( 'three-lines.png' ) } );
} );

test( 'a contained site opens again with what was done in it', async ( { product } ) => {
	const page = await product();
	const first = await startPreview( page, 'again' );
	await page.evaluate( async () => {
		await window.wpCodeboxBrowser!.runPhpRequest(
			window.client,
			"<?php require '/wordpress/wp-load.php'; update_option( 'blogname', 'Kept in the browser' );"
		);
		await window.started.dispose();
	} );
	const second = await startPreview( page, 'again' );
	expect( second ).toEqual( { ...first, action: 'opened' } );
	const name = await page.evaluate(
		async () =>
			(
				await window.wpCodeboxBrowser!.runPhpRequest(
					window.client,
					"<?php require '/wordpress/wp-load.php'; echo get_option( 'blogname' );"
				)
			).text
	);
	expect( name ).toBe( 'Kept in the browser' );
	await page.evaluate( () => window.started.dispose() );
	const missing = await page.evaluate( () =>
		window.wpCodeboxBrowser!.v1.openOrCreateBrowserContainedSite( { mode: 'open-only', cache_key: 'never-made' } )
	);
	expect( missing ).toMatchObject( {
		success: false,
		action: 'unavailable',
		error: { code: 'wp_codebox_browser_contained_site_unavailable' },
	} );
} );

test( 'a connector asks only where the site allows, and never shows its credentials', async ( { product } ) => {
	const page = await product();
	const answers = await page.evaluate( async () => {
		const { v1 } = window.wpCodeboxBrowser!;
		const ask = ( connector: string, payload: Record< string, unknown > ) =>
			v1.result( 'connector', () =>
				v1.executeBrowserConnectorRequest( { connector, operation: 'http.request', payload } )
			);
		return {
			request: v1.createBrowserConnectorRequest( {
				connector: 'a',
				operation: 'b',
				request: { c: 1 },
				session_id: 's',
			} ),
			allowed: await ask( 'site-rest', { path: 'post' } ),
			elsewhere: await ask( 'site-rest', { url: 'http://site.localhost/wp-config.php' } ),
			climbing: await ask( 'site-rest', { path: '../users' } ),
			unknown: await ask( 'nobody', {} ),
		};
	} );
	expect( answers.request ).toEqual( {
		schema: 'wp-codebox/browser-connector-request/v1',
		connector: 'a',
		operation: 'b',
		payload: { c: 1 },
		session: { session_id: 's' },
	} );
	expect( answers.allowed.data ).toMatchObject( { success: true, status: 'completed', response: { status: 200 } } );
	expect( JSON.stringify( answers ) ).not.toContain( 'connector-secret' );
	expect( answers.elsewhere.error?.code ).toBe( 'wp_codebox_browser_connector_url_forbidden' );
	expect( answers.climbing.error?.code ).toBe( 'wp_codebox_browser_connector_url_forbidden' );
	expect( answers.unknown.error?.code ).toBe( 'wp_codebox_browser_connector_unresolved' );
} );

test( 'a callback capability stores an artifact once, without a logged-in user', async ( { product, site } ) => {
	const page = await product( 'open' );
	const contract = await page.evaluate( async () => {
		const { v1 } = window.wpCodeboxBrowser!;
		return ( await v1.runRuntimeTask( { target_id: 'wp-codebox/browser-playground', task: 'Bring a file back' } ) )
			.result;
	} );
	const { callback, preview_boot: boot } = contract as unknown as {
		callback: { endpoint: string; secret: string };
		preview_boot: { blueprint_ref: { endpoint: string } };
	};
	const { browserCallbackSignature } = await import( '../../src-shared/browser/callback-signature.ts' );
	const send = async (
		body: string,
		signature?: string
	): Promise< { status: number; code?: string; success?: boolean } > => {
		const timestamp = String( Math.floor( Date.now() / 1000 ) );
		const response = await fetch( callback.endpoint.replace( 'site.localhost', '127.0.0.1' ), {
			method: 'POST',
			body,
			headers: {
				'Content-Type': 'application/json',
				'x-wp-codebox-callback-timestamp': timestamp,
				'x-wp-codebox-callback-signature':
					signature ?? browserCallbackSignature( body, callback.secret, timestamp ),
			},
		} );
		const { code, success } = ( await response.json() ) as { code?: string; success?: boolean };
		return { status: response.status, code, success };
	};
	const body = JSON.stringify( { files: [ { path: 'note.txt', content: 'from outside' } ] } );
	expect( await send( body, 'sha256=00' ) ).toMatchObject( {
		status: 401,
		code: 'wp_codebox_browser_callback_signature_invalid',
	} );
	expect( await send( body ) ).toMatchObject( { status: 200, success: true } );
	expect( await send( body ) ).toMatchObject( { status: 409, code: 'wp_codebox_browser_callback_used' } );

	// The blueprint is not for visitors, even with its address.
	const answer = await fetch( `http://127.0.0.1:${ site.port }/wp-json${ boot.blueprint_ref.endpoint }` );
	expect( answer.status ).toBe( 401 );
	expect( await answer.text() ).not.toContain( 'login' );
} );

test( 'the script module publishes the same SDK, without api-fetch', async ( { product } ) => {
	const page = await product( 'module' );
	const result = await page.evaluate( async () => {
		const name = '@wp-codebox/browser';
		const module = ( await import( name ).catch( () => ( {} ) ) ) as { v1?: unknown };
		const { v1 } = window.wpCodeboxBrowser!;
		return {
			hasApiFetch: 'wp' in window && 'apiFetch' in ( window as unknown as { wp: object } ).wp,
			same: module.v1 === undefined || module.v1 === v1,
			task: await v1.runRuntimeTask( { target_id: 'wp-codebox/browser-playground', task: 'From a module' } ),
		};
	} );
	expect( result ).toMatchObject( { hasApiFetch: false, same: true, task: { success: true } } );
} );
