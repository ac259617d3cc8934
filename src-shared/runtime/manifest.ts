import { CODEBOX_PUBLIC_RUNTIME_ABILITIES } from './abilities.ts';
import { RUNTIME_CONTRACT_SCHEMAS } from './contract-schemas.ts';
import { PROVIDER_RUNTIME_INVOCATION_CONTRACT } from './provider-invocation.ts';
import { RUNTIME_CONTRACT_MANIFEST_SCHEMA } from './schema-ids.ts';

/**
 * The public names of this project in one document (`wp-codebox/runtime-contract-manifest/v1`).
 * Bindings to backends, legacy aliases and integration filters have no place here.
 */
export const RUNTIME_CONTRACT_MANIFEST = {
	schema: RUNTIME_CONTRACT_MANIFEST_SCHEMA,
	version: 1,
	schemas: RUNTIME_CONTRACT_SCHEMAS,
	abilities: CODEBOX_PUBLIC_RUNTIME_ABILITIES,
	providerRuntime: PROVIDER_RUNTIME_INVOCATION_CONTRACT,
} as const;

export type RuntimeContractManifest = typeof RUNTIME_CONTRACT_MANIFEST;

/** The public names of this project: a copy that the caller may change. */
export function runtimeContractManifest(): RuntimeContractManifest {
	return structuredClone( RUNTIME_CONTRACT_MANIFEST );
}
