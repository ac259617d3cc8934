import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Everything but one PHP is left out, as in the remote: the figures compare start-up, not bundling. */
function onePhp( packages: string ): Plugin {
	return {
		name: 'one-php',
		setup( builder ) {
			builder.onResolve(
				{ filter: /^@php-wasm\/web-(5-2|7-4|8-0|8-1|8-2|8-4|8-5)$|\.(so|dat)(\?url)?$|asyncify\/php/ },
				( { path } ) => ( {
					path,
					namespace: 'left-out',
				} )
			);
			builder.onLoad( { filter: /.*/, namespace: 'left-out' }, () => ( { contents: 'export default "";' } ) );
			builder.onResolve( { filter: /^@php-wasm\/web-8-3$/ }, () => ( {
				path: join( packages, '@php-wasm/web-8-3/index.js' ),
			} ) );
		},
	};
}

/**
 * Bundles the bare worker.
 *
 * @param checkout Folder of the repository, with the remote's packages installed.
 * @param target   Folder to write to.
 */
export async function buildBare( checkout: string, target: string ): Promise< void > {
	const packages = join( checkout, 'src-browser/remote/node_modules' );
	await rm( target, { recursive: true, force: true } );
	await mkdir( target, { recursive: true } );
	await build( {
		// Resolved from the remote's folder: its packages are pinned apart from the repository's own.
		stdin: {
			contents: await readFile( join( checkout, 'bench/preview/bare/worker.js' ), 'utf8' ),
			resolveDir: join( checkout, 'src-browser/remote' ),
			sourcefile: 'worker.js',
		},
		outfile: join( target, 'worker.js' ),
		bundle: true,
		minify: true,
		format: 'esm',
		publicPath: '.',
		assetNames: '[name]',
		loader: { '.wasm': 'file' },
		external: [ 'worker_threads', 'fs', 'path', 'crypto', 'node:*' ],
		plugins: [ onePhp( packages ) ],
	} );
	await copyFile( join( checkout, 'bench/preview/bare/index.html' ), join( target, 'index.html' ) );
}
