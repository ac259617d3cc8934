/**
 * Bundles the remote into `build/remote/`: one page, its script, a worker, a service worker, the
 * client and one raw PHP runtime. What may be cached for ever carries its content's hash in its name.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname( fileURLToPath( import.meta.url ) );
const out = resolve( here, '../../build/remote' );
const packages = join( here, 'node_modules/@php-wasm' );
const runtimeFile = join( packages, 'web-8-3/jspi/8_3_33/php_8_3.wasm' );

/** Keeps one PHP: every other version, Asyncify and ICU would be 400 MB. */
const onePhp = {
	name: 'one-php',
	setup( builder ) {
		builder.onResolve( { filter: /^@php-wasm\/web-8-3\/jspi$/ }, () => ( {
			path: join( packages, 'web-8-3/jspi/php_8_3.js' ),
		} ) );
		builder.onResolve( { filter: /^@php-wasm\/web-\d-\d$|php-extension-manifest-schema/ }, ( { path } ) => ( {
			path,
			namespace: 'left-out',
		} ) );
		builder.onLoad( { filter: /.*/, namespace: 'left-out' }, () => ( { contents: 'export {};' } ) );
		// The runtime is handed over compiled, so its loader needs no URL.
		builder.onLoad( { filter: /\.wasm$/ }, () => ( { contents: 'export default "";', loader: 'js' } ) );
		builder.onLoad( { filter: /\.(so|dat)$/ }, () => ( { contents: 'export default "";', loader: 'js' } ) );
		builder.onResolve( { filter: /\.(so|dat)\?url$/ }, ( { path } ) => ( { path, namespace: 'left-out' } ) );
	},
};

const shared = {
	absWorkingDir: here,
	bundle: true,
	format: 'esm',
	target: 'es2022',
	minify: true,
	legalComments: 'none',
	metafile: true,
	outdir: out,
	plugins: [ onePhp ],
	logLevel: 'warning',
	external: [
		'worker_threads',
		'fs',
		'path',
		'crypto',
		'http',
		'https',
		'stream',
		'util',
		'zlib',
		'net',
		'tls',
		'url',
		'child_process',
		'os',
		'buffer',
		'events',
		'node:*',
	],
	define: { 'process.env.NODE_ENV': '"production"' },
};

/** Name of an output by its entry point, below build/remote. */
function nameOf( { metafile }, entry ) {
	const found = Object.entries( metafile.outputs ).find( ( [ , output ] ) => output.entryPoint === entry );
	return found[ 0 ].split( '/' ).pop();
}

await rm( out, { recursive: true, force: true } );
await mkdir( out, { recursive: true } );

const wasm = await readFile( runtimeFile );
const runtime = `php-8.3-${ createHash( 'sha256' ).update( wasm ).digest( 'hex' ).slice( 0, 16 ) }.wasm`;
await cp( runtimeFile, join( out, runtime ) );

const worker = await build( { ...shared, entryPoints: { worker: 'src/worker/main.ts' }, entryNames: '[name]-[hash]' } );
const files = { worker: nameOf( worker, 'src/worker/main.ts' ), runtime };
const page = await build( {
	...shared,
	entryPoints: { remote: 'src/page/main.ts' },
	entryNames: '[name]-[hash]',
	define: { ...shared.define, REMOTE_FILES: JSON.stringify( files ) },
} );
await build( { ...shared, format: 'iife', entryPoints: { sw: 'src/service-worker/service-worker.ts' } } );
const client = await build( {
	...shared,
	entryPoints: { client: 'src/client/client.ts' },
	entryNames: '[name]-[hash]',
	chunkNames: 'client-[name]-[hash]',
	splitting: true,
} );

const remote = nameOf( page, 'src/page/main.ts' );
const html = await readFile( join( here, 'src/page/remote.html' ), 'utf8' );
await writeFile( join( out, 'remote.html' ), html.replace( '%REMOTE_SCRIPT%', remote ) );
await writeFile(
	join( out, 'manifest.json' ),
	JSON.stringify(
		{
			page: 'remote.html',
			remote,
			...files,
			client: nameOf( client, 'src/client/client.ts' ),
			serviceWorker: 'sw.js',
		},
		null,
		'\t'
	) + '\n'
);
