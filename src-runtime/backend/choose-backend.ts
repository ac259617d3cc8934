import { nativeBackend } from '../native/native-backend.ts';
import { wasmBackend } from '../wasm/wasm-backend.ts';
import type { BackendName, RuntimeBackend } from './runtime-backend.ts';

/** What `--runtime=` takes. */
export const BACKEND_CHOICES = [ 'auto', 'wasm', 'native' ] as const satisfies readonly ( BackendName | 'auto' )[];

export type BackendChoice = ( typeof BACKEND_CHOICES )[ number ];

/**
 * The backend that a choice names; `auto` takes native PHP when a fit one is there, else WASM.
 *
 * @throws Error when the named backend cannot be used here, with the reason.
 */
export async function chooseBackend( choice: BackendChoice ): Promise< RuntimeBackend > {
	if ( choice === 'auto' ) {
		return ( await nativeBackend.unavailable() ) === undefined ? nativeBackend : wasmBackend;
	}
	const backend = choice === 'native' ? nativeBackend : wasmBackend;
	const reason = await backend.unavailable();
	if ( reason !== undefined ) {
		throw new Error( reason );
	}
	return backend;
}
