/**
 * What a preview costs, against the bare Playground packages with the same snapshot in the same
 * run: time to the visible front page, bytes of a first and of a warm load, memory over rounds.
 *
 * Fails when a figure misses its target, and writes all of them to `bench/results/preview.json`.
 *
 * Environment: WP_CODEBOX_E2E_SITE (folder of an installed WordPress; else one is made), CHROMIUM, ROUNDS.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { startPreview, type PageGlobals } from '../../e2e/preview/host-page.ts';
import { Site, withPreviewSite } from '../../e2e/preview/site.ts';
import { buildBare } from './bare/build.ts';
import { CountingProxy } from './counting-proxy.ts';

const TARGETS = { ratio: 1.25, firstLoadBytes: 14_000_000, warmLoadBytes: 0, memoryGrowth: 0.15 };
const ROUNDS = Number( process.env.ROUNDS ?? 5 );

const checkout = resolve( dirname( fileURLToPath( import.meta.url ) ), '../..' );

const LAUNCH = {
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
	],
};

const median = ( values: readonly number[] ): number =>
	[ ...values ].sort( ( a, b ) => a - b )[ Math.floor( values.length / 2 ) ]!;
const sum = ( values: Iterable< number > ): number => [ ...values ].reduce( ( total, value ) => total + value, 0 );

let proxy: CountingProxy;
let site: Site;
let starter = '';

/** Bytes per path of the latest preview. */
let lastLoad = new Map< string, number >();

/** When each step of the latest preview was last reported, in milliseconds. */
let lastSteps: Record< string, number > = {};

await withPreviewSite( async ( { folder } ) => {
	await buildBare( checkout, join( folder, 'bare-playground' ) );
	const { outputFiles } = await build( {
		entryPoints: [ join( checkout, 'src-browser/sdk/preview/index.ts' ) ],
		bundle: true,
		format: 'iife',
		globalName: 'previewStarter',
		write: false,
	} );
	starter = outputFiles[ 0 ]!.text;
	proxy = await CountingProxy.start( () => site.port );
	site = await Site.serve( folder, 'site.localhost', undefined, proxy.port );
	const browser = await chromium.launch( LAUNCH );
	try {
		const results = await measure( browser, site.url );
		await mkdir( join( checkout, 'bench/results' ), { recursive: true } );
		await writeFile( join( checkout, 'bench/results/preview.json' ), JSON.stringify( results, null, '\t' ) + '\n' );
		process.stdout.write( JSON.stringify( results, null, '\t' ) + '\n' );
		process.exitCode = results.missed.length === 0 ? 0 : 1;
	} finally {
		await browser.close();
		site.stop();
		proxy.stop();
	}
} );

async function measure( chrome: Browser, url: string ) {
	// Builds the archive and fills opcache; nobody's first load is measured with a cold server.
	const first = await login( url );
	await preview( first, 'warm-up' );
	await first.close();

	const cold: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
	const warm: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
	const bytes: { first: number[]; warm: number[]; warmPaths: Record< string, number > } = {
		first: [],
		warm: [],
		warmPaths: {},
	};
	const warmSteps: Record< string, number >[] = [];
	for ( let round = 0; round < ROUNDS; round++ ) {
		const context = await login( url );
		cold.ours.push( await preview( context, `cold-${ round }` ) );
		bytes.first.push( sum( lastLoad.values() ) );
		warm.ours.push( await preview( context, `cold-${ round }` ) );
		bytes.warm.push( sum( lastLoad.values() ) );
		bytes.warmPaths = Object.fromEntries( lastLoad );
		warmSteps.push( lastSteps );
		await context.close();
		const other = await login( url );
		cold.bare.push( await bare( other ) );
		warm.bare.push( await bare( other ) );
		await other.close();
	}
	process.stderr.write( `${ JSON.stringify( { cold, warm, warmSteps, bytes } ) }\n` );
	const memory = await rounds( chrome, url );
	const figures = {
		coldRatio: median( cold.ours ) / median( cold.bare ),
		warmRatio: median( warm.ours ) / median( warm.bare ),
		firstLoadBytes: median( bytes.first ),
		warmLoadBytes: median( bytes.warm ),
		memoryGrowth: memory[ 4 ]! / memory[ 1 ]! - 1,
	};
	const missed = [
		...( figures.coldRatio > TARGETS.ratio ? [ 'coldRatio' ] : [] ),
		...( figures.warmRatio > TARGETS.ratio ? [ 'warmRatio' ] : [] ),
		...( figures.firstLoadBytes >= TARGETS.firstLoadBytes ? [ 'firstLoadBytes' ] : [] ),
		...( figures.warmLoadBytes > TARGETS.warmLoadBytes ? [ 'warmLoadBytes' ] : [] ),
		...( figures.memoryGrowth > TARGETS.memoryGrowth ? [ 'memoryGrowth' ] : [] ),
	];
	return {
		targets: TARGETS,
		figures,
		missed,
		milliseconds: { cold, warm, warmSteps },
		bytes,
		memoryAfterDispose: memory,
	};
}

/** A new profile on disk (one in memory has no room for files of this size), with the administrator logged in. */
async function login( url: string ): Promise< BrowserContext > {
	const profile = await mkdtemp( join( tmpdir(), 'wp-codebox-bench-' ) );
	const context = await chromium.launchPersistentContext( profile, {
		...LAUNCH,
		viewport: { width: 1280, height: 900 },
	} );
	context.on( 'close', () => void rm( profile, { recursive: true, force: true, maxRetries: 5 } ) );
	await logIn( context, url );
	return context;
}

async function logIn( context: BrowserContext, url: string ): Promise< void > {
	// The transpiler that runs this file names functions by a call, also in those that run on the page.
	await context.addInitScript( 'globalThis.__name = ( value ) => value;' );
	const page = await context.newPage();
	await page.goto( `${ url }/wp-login.php` );
	await page.fill( '#user_login', 'admin' );
	await page.fill( '#user_pass', 'password' );
	await page.click( '#wp-submit' );
	await page.waitForURL( /wp-admin/ );
	await page.close();
}

async function hostPage( context: BrowserContext ): Promise< { page: Page; boot: Boot; nonce: string } > {
	const page = await context.newPage();
	await page.goto( `${ site.url }/wp-admin/profile.php` );
	await page.addScriptTag( { content: starter } );
	const { boot, nonce } = await page.evaluate( async () => {
		const token = await fetch( '/wp-admin/admin-ajax.php?action=rest-nonce' ).then( ( response ) =>
			response.text()
		);
		const config = await fetch( '/wp-json/wp-codebox/v1/browser-preview/boot?scope=bench', {
			headers: { 'X-WP-Nonce': token },
		} ).then( ( response ) => response.json() );
		return { boot: config as unknown, nonce: token };
	} );
	await page.waitForLoadState( 'networkidle' );
	return { page, boot: boot as Boot, nonce };
}

interface Boot {
	self_hosted: { archive: { url: string } };
	scope: string;
}

/** Milliseconds from the call to the loaded front page. */
async function preview( context: BrowserContext, scope: string ): Promise< number > {
	const { page, boot, nonce } = await hostPage( context );
	proxy.take();
	const took = await page.evaluate(
		async ( { config, token, name } ) => {
			const iframe = document.createElement( 'iframe' );
			Object.assign( iframe.style, { position: 'fixed', inset: '0', width: '100%', height: '100%' } );
			document.body.append( iframe );
			const steps: Record< string, number > = {};
			const began = performance.now();
			await ( window as unknown as PageGlobals ).previewStarter.startBrowserPreview(
				{ ...( config as object ), scope: name },
				{
					iframe,
					nonce: token,
					startupTimeoutMs: 60_000,
					onProgress: ( { step } ) => void ( steps[ step ] = Math.round( performance.now() - began ) ),
				}
			);
			return { milliseconds: performance.now() - began, steps };
		},
		{ config: boot, token: nonce, name: scope }
	);
	await page.waitForLoadState( 'networkidle' );
	lastLoad = proxy.take();
	lastSteps = took.steps;
	await page.close();
	return took.milliseconds;
}

/** The same with the bare packages: worker, unpack, first page, shown in a frame. */
async function bare( context: BrowserContext ): Promise< number > {
	const { page, boot, nonce } = await hostPage( context );
	await page.goto( `${ site.url }/bare-playground/index.html` );
	const took = await page.evaluate(
		( { archiveUrl, token } ) =>
			new Promise< number >( ( shown, failed ) => {
				const began = performance.now();
				const worker = new Worker( './worker.js', { type: 'module' } );
				worker.onerror = ( event ) => failed( new Error( event.message ) );
				worker.onmessage = ( { data } ) => {
					if ( data.error ) {
						failed( new Error( data.error ) );
					} else if ( data.html ) {
						const iframe = document.createElement( 'iframe' );
						Object.assign( iframe.style, { position: 'fixed', inset: '0', width: '100%', height: '100%' } );
						iframe.onload = () => shown( performance.now() - began );
						iframe.srcdoc = data.html;
						document.body.append( iframe );
					}
				};
				worker.postMessage( { archiveUrl, nonce: token, siteUrl: window.location.origin } );
			} ),
		{ archiveUrl: boot.self_hosted.archive.url, token: nonce }
	);
	await page.close();
	return took;
}

/** Memory of the page's processes after each of five start/dispose rounds, in bytes (proportional set size). */
async function rounds( chrome: Browser, url: string ): Promise< number[] > {
	const context = await chrome.newContext();
	await logIn( context, url );
	const { page } = await hostPage( context );
	const cdp = await chrome.newBrowserCDPSession();
	const own = await context.newCDPSession( page );
	const after: number[] = [];
	for ( let round = 0; round < 5; round++ ) {
		await startPreview( page, { scope: 'memory' } );
		await page.evaluate( () => ( window as unknown as PageGlobals ).previews!.preview!.dispose() );
		await page.evaluate( () => delete ( window as unknown as PageGlobals ).previews!.preview );
		await new Promise( ( wait ) => setTimeout( wait, 2_000 ) );
		await own.send( 'HeapProfiler.collectGarbage' );
		await new Promise( ( wait ) => setTimeout( wait, 1_000 ) );
		const { processInfo } = await cdp.send( 'SystemInfo.getProcessInfo' );
		const sizes = await Promise.all(
			processInfo.filter( ( { type } ) => type === 'renderer' ).map( ( { id } ) => proportionalSetSize( id ) )
		);
		after.push( sum( sizes ) );
	}
	await context.close();
	return after;
}

async function proportionalSetSize( pid: number ): Promise< number > {
	const rollup = await readFile( `/proc/${ pid }/smaps_rollup`, 'utf8' ).catch( () => '' );
	return Number( /^Pss:\s+(\d+) kB/m.exec( rollup )?.[ 1 ] ?? 0 ) * 1024;
}
