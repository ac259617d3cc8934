import type { Page } from '@playwright/test';
import type {} from '../../src-browser/sdk/publish.ts';
import { expect, test } from './fixtures.ts';
import { startPreview } from './start-preview.ts';

/** A recipe that makes a file at once and then does not end; the page notes how far it is. */
function runWithoutEnd( page: Page ): Promise< void > {
	return page.evaluate( () => {
		const progress: string[] = [];
		Object.assign( window, { progress } );
		void window.wpCodeboxBrowser!.v1.runBrowserSessionRecipe(
			window.client,
			window.contract,
			{
				metadata: { made_by: 'the tab that was closed' },
				recipe: {
					steps: [
						{ step: 'writeFile', path: 'wp-content/kept/early.txt', data: 'made before the end' },
						{ step: 'runPHP', code: '<?php sleep( 600 );' },
					],
					collect: [ { path: 'wp-content/kept', as: 'kept', kind: 'report' } ],
				},
			},
			{ timeoutMs: 900_000, onProgress: ( { phase, completed } ) => progress.push( `${ phase } ${ completed }` ) }
		);
	} );
}

/** A run of one step, and what it says of earlier ones. */
function smallRun( page: Page ) {
	return page.evaluate( async () => {
		const result = await window.wpCodeboxBrowser!.v1.runBrowserSessionRecipe( window.client, window.contract, {
			recipe: {
				steps: [ { step: 'writeFile', path: 'wp-content/own/one.txt', data: 'own' } ],
				collect: [ { path: 'wp-content/own', as: 'own' } ],
			},
		} );
		return {
			status: result.status,
			code: 'error' in result ? result.error.code : undefined,
			recovered: ( result.metadata?.recovered_runs ?? [] ) as {
				session_id: string;
				artifact_id: string;
				artifactRefs: { kind?: string; path?: string }[];
			}[],
		};
	} );
}

function inspectArtifact( page: Page, id: string ): Promise< unknown > {
	return page.evaluate(
		( artifact ) =>
			( window as unknown as { wp: { apiFetch: ( options: unknown ) => Promise< unknown > } } ).wp.apiFetch( {
				path: `/wp-abilities/v1/abilities/wp-codebox/inspect-artifact/run?input[artifact_id]=${ artifact }`,
			} ),
		id
	);
}

test( 'a tab that is closed in the middle of a run loses no artifact, and another tab leaves a living run alone', async ( {
	product,
} ) => {
	const first = await product();
	const { session } = await startPreview( first, 'closed-first' );
	await runWithoutEnd( first );
	await first.waitForFunction( () => ( window as unknown as { progress: string[] } ).progress.includes( 'steps 1' ) );
	const second = await product();
	await startPreview( second, 'closed-second' );
	expect( await smallRun( second ) ).toEqual( { status: 'completed', code: undefined, recovered: [] } );

	await first.close();
	let recovered: Awaited< ReturnType< typeof smallRun > >[ 'recovered' ] = [];
	// The browser lets go of what a page held when the page is really gone.
	await expect
		.poll( async () => {
			( { recovered } = await smallRun( second ) );
			return recovered.length;
		} )
		.toBeGreaterThan( 0 );
	expect( recovered ).toMatchObject( [ { session_id: session } ] );
	expect( recovered[ 0 ]!.artifactRefs ).toEqual(
		expect.arrayContaining( [
			expect.objectContaining( { kind: 'artifact-bundle' } ),
			expect.objectContaining( { kind: 'report' } ),
			expect.objectContaining( { kind: 'browser-metrics' } ),
		] )
	);
	const inspected = JSON.stringify( await inspectArtifact( second, recovered[ 0 ]!.artifact_id ) );
	expect( inspected ).toContain( 'kept/early.txt' );
	// Once is enough.
	expect( ( await smallRun( second ) ).recovered ).toEqual( [] );
} );

test( 'a site that is out of reach when files are to be stored gets them at the next start', async ( { product } ) => {
	const page = await product();
	await startPreview( page, 'unreachable' );
	// The chunks are there once a run was.
	expect( ( await smallRun( page ) ).status ).toBe( 'completed' );
	await page.context().setOffline( true );
	const failed = await smallRun( page );
	expect( failed.status ).toBe( 'failed' );
	expect( failed.code ).toBeTruthy();
	await page.context().setOffline( false );
	const recovered = await page.evaluate( async () => {
		const { v1 } = window.wpCodeboxBrowser!;
		await window.started.dispose();
		return new Promise< readonly unknown[] >( ( onRecovered, failedToStart ) => {
			const iframe = document.querySelector( 'iframe' )!;
			v1.startBrowserPreview( window.contract, { iframe, startupTimeoutMs: 120_000, onRecovered } ).catch(
				failedToStart
			);
		} );
	} );
	expect( recovered ).toMatchObject( [ { artifact_id: expect.any( String ) } ] );
	expect( await page.evaluate( () => localStorage.getItem( 'wp-codebox-unfinished-runs' ) ) ).toBeNull();
} );

test( 'a browser without room for notes runs and stores all the same', async ( { product, site } ) => {
	const page = await product();
	await startPreview( page, 'no-room' );
	const cdp = await page.context().newCDPSession( page );
	await cdp.send( 'Storage.overrideQuotaForOrigin', { origin: site.url, quotaSize: 1 } );
	expect( await smallRun( page ) ).toMatchObject( { status: 'completed', recovered: [] } );
	await cdp.send( 'Storage.overrideQuotaForOrigin', { origin: site.url } );
} );
