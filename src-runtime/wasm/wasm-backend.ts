import { dirname, join } from 'node:path';
import type { BootOptions, Runtime, RuntimeBackend } from '../backend/runtime-backend.ts';
import { openSiteFolder } from '../backend/site-folder.ts';
import { wasmScripts } from './wasm-php.ts';
import { WasmRuntime } from './wasm-runtime.ts';

/** WordPress on PHP compiled to WebAssembly: needs nothing but Node. */
export const wasmBackend: RuntimeBackend = {
	name: 'wasm',
	unavailable: async () => undefined,
	async boot( options: BootOptions ): Promise< Runtime > {
		// A checkout's plugin folder loads its classes from php/ beside it.
		const plugin = options.pluginFolder;
		const visible = [
			...( plugin ? [ plugin, join( dirname( plugin ), 'php' ) ] : [] ),
			...( options.mounts ?? [] ),
		];
		const site = await openSiteFolder( options, ( folders ) => wasmScripts( [ ...folders, ...visible ] ) );
		return new WasmRuntime( site, visible );
	},
};
