import type { ProcessResult } from '../process/run-process.ts';
import { SCRIPT_FOLDER, type PhpScriptRunner } from '../site/install-steps.ts';
import { phpWasmNode, phpWasmUniversal, type Php } from './php-wasm.ts';
import { collectOutput } from './streamed-output.ts';

/** The PHP that the WASM backend runs. */
export const WASM_PHP_VERSION = '8.3';

/** There are no child processes in WASM; programs ask `function_exists()` and say so, or do without. */
export const CHILD_PROCESS_FUNCTIONS = [ 'exec', 'shell_exec', 'system', 'passthru', 'popen', 'proc_open' ] as const;

let lastProcess = 0;

/**
 * A fresh PHP that sees these host folders at their own paths, and nothing else of the host. Links between
 * them therefore lead where they lead on the host.
 */
export async function loadWasmPhp( folders: readonly string[] ): Promise< Php > {
	const { loadNodeRuntime, createNodeFsMountHandler } = await phpWasmNode();
	const { PHP, setPhpIniEntries } = await phpWasmUniversal();
	const php = new PHP(
		await loadNodeRuntime( WASM_PHP_VERSION, { emscriptenOptions: { processId: ++lastProcess } } )
	);
	await setPhpIniEntries( php, {
		memory_limit: '512M',
		display_errors: 'stderr',
		disable_functions: CHILD_PROCESS_FUNCTIONS.join( ',' ),
	} );
	for ( const folder of outermost( folders ) ) {
		php.mkdirTree( folder );
		await php.mount( folder, createNodeFsMountHandler( folder ) );
	}
	return php;
}

/** Runs scripts in WASM, each in a PHP of its own. */
export const wasmScripts =
	( folders: readonly string[] ): PhpScriptRunner =>
	( file, environment ) =>
		runWasmScript( [ ...folders, SCRIPT_FOLDER ], file, environment );

/** Runs one PHP file to its end, as PHP's command line does. */
export async function runWasmScript(
	folders: readonly string[],
	file: string,
	environment: Readonly< Record< string, string > >
): Promise< ProcessResult > {
	const php = await loadWasmPhp( folders );
	return collectOutput( await php.cli( [ 'php', file ], { env: { ...environment } } ) );
}

/** A mount below another one would hide it; the outer one shows both. */
function outermost( folders: readonly string[] ): string[] {
	const sorted = [ ...new Set( folders.map( ( folder ) => folder.replace( /\/+$/, '' ) ) ) ].sort();
	return sorted.filter( ( folder ) => ! sorted.some( ( other ) => folder.startsWith( `${ other }/` ) ) );
}
