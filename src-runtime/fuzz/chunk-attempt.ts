/**
 * One attempt at a chunk, as a process of its own: PHP in WASM runs on the thread that it was started on, so an
 * endless loop in it can only be ended from another process.
 *
 * Environment: WP_CODEBOX_ATTEMPT, the JSON of { folders, script, worker }.
 */
import { runWasmScript } from '../wasm/wasm-php.ts';

interface Attempt {
	readonly folders: readonly string[];
	readonly script: string;
	readonly worker: string;
}

const attempt = JSON.parse( process.env.WP_CODEBOX_ATTEMPT ?? '{}' ) as Attempt;
const result = await runWasmScript( attempt.folders, attempt.script, { WP_CODEBOX_WORKER: attempt.worker } );
process.stderr.write( result.stderr.slice( -4096 ) );
process.exit( result.exitCode === 0 ? 0 : 1 );
