import { WORDPRESS_FUZZ_RUNTIME_CONTRACT } from '../fuzz/runtime-contract.ts';
import { CODEBOX_PUBLIC_RUNTIME_ABILITIES, CODEBOX_PUBLIC_RUNTIME_CAPABILITIES } from './abilities.ts';
import { RUNTIME_CONTRACT_MANIFEST } from './manifest.ts';
import { RUNTIME_DESCRIPTOR_SCHEMA } from './schema-ids.ts';

/**
 * What this project offers (`wp-codebox/runtime-descriptor/v1`): pure data, the same on every surface.
 * Whether a given runtime is ready is answered by `wp-codebox/resolve-runtime-requirements`.
 */
export const RUNTIME_DESCRIPTOR = {
	schema: RUNTIME_DESCRIPTOR_SCHEMA,
	version: 1,
	runtime: { id: 'wp-codebox', name: 'WP Codebox' },
	readiness: { status: 'available', publicApi: true, contractManifest: true },
	capabilities: CODEBOX_PUBLIC_RUNTIME_CAPABILITIES,
	abilities: CODEBOX_PUBLIC_RUNTIME_ABILITIES,
	wordpressFuzzRuntimeContract: WORDPRESS_FUZZ_RUNTIME_CONTRACT,
	contractManifest: RUNTIME_CONTRACT_MANIFEST,
} as const;

export type RuntimeDescriptor = typeof RUNTIME_DESCRIPTOR;

/** What this project offers: a copy that the caller may change. */
export function runtimeDescriptor(): RuntimeDescriptor {
	return structuredClone( RUNTIME_DESCRIPTOR );
}
