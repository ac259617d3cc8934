/**
 * One command of PHP as a process of its own: PHP in WASM runs on the thread that it was started on, so an endless loop
 * in it can only be ended from another process.
 *
 * Environment: WP_CODEBOX_COMMAND, the JSON of { folders, command, environment }.
 */
import { collectOutput } from './streamed-output.ts';
import type { WasmCommand } from './wasm-command-line.ts';
import { loadWasmPhp } from './wasm-php.ts';

const { folders, command, environment } = JSON.parse( process.env.WP_CODEBOX_COMMAND ?? '{}' ) as WasmCommand;
const php = await loadWasmPhp( folders );
const { exitCode } = await collectOutput( await php.cli( command, { env: { ...environment } } ), {
	onStdout: ( chunk ) => void process.stdout.write( chunk ),
	onStderr: ( chunk ) => void process.stderr.write( chunk ),
} );
process.stdout.write( '', () => process.stderr.write( '', () => process.exit( exitCode ) ) );
