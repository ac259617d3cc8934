import { emitJson } from '../contracts/emit-json.ts';
import type { EmittedContract } from '../contracts/emitted.ts';
import { RUNTIME_DESCRIPTOR } from './descriptor.ts';
import { RUNTIME_CONTRACT_MANIFEST } from './manifest.ts';
import { CODEBOX_PUBLIC_CONTRACT_PRIMITIVES, publicContractSchemas } from './primitives.ts';

/** What PHP reads of the runtime area. */
export function emittedRuntimeContracts(): EmittedContract[] {
	return [
		emitJson( 'runtime/runtime-descriptor', 'src-shared/runtime', RUNTIME_DESCRIPTOR ),
		emitJson( 'runtime/runtime-contract-manifest', 'src-shared/runtime', RUNTIME_CONTRACT_MANIFEST ),
		emitJson( 'runtime/public-contract-primitives', 'src-shared/runtime', CODEBOX_PUBLIC_CONTRACT_PRIMITIVES ),
		emitJson( 'runtime/public-contract-schemas', 'src-shared/runtime', publicContractSchemas() ),
	];
}
