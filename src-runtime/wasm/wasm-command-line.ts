import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** PHP's command line to run in WebAssembly, and the host folders that it sees. */
export interface WasmCommand {
	readonly folders: readonly string[];
	readonly command: string[];
	readonly environment: Readonly< Record< string, string > >;
}

/** What starts wasm-command.ts with this command: a process of its own, which can be killed. */
export function wasmCommandLine( command: WasmCommand ): {
	program: string;
	args: string[];
	environment: Record< 'WP_CODEBOX_COMMAND', string >;
} {
	const extension = extname( fileURLToPath( import.meta.url ) );
	// A checkout runs its TypeScript through tsx, which the current folder need not know.
	const loader =
		extension === '.ts'
			? [ '--import', pathToFileURL( createRequire( import.meta.url ).resolve( 'tsx' ) ).href ]
			: [];
	return {
		program: process.execPath,
		args: [ ...loader, fileURLToPath( new URL( `./wasm-command${ extension }`, import.meta.url ) ) ],
		environment: { WP_CODEBOX_COMMAND: JSON.stringify( command ) },
	};
}
