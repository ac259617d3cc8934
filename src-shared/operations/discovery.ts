import Type from 'typebox';
import { openObject, request, result } from '../contracts/request.ts';
import { WORDPRESS_FUZZ_RUNTIME_CONTRACT_SCHEMA } from '../fuzz/schema-ids.ts';
import { RUNTIME_CONTRACT_MANIFEST_SCHEMA, RUNTIME_DESCRIPTOR_SCHEMA } from '../runtime/schema-ids.ts';
import { READS, type OperationDefinition } from './operation.ts';

const nothing = request( {}, 'Nothing.' );

/** Reading what this project offers; on the facade and, where mission/000 names a command, in WP-CLI. No ability. */
function discovery(
	definition: Pick< OperationDefinition, 'id' | 'label' | 'description' | 'output' | 'facade' | 'cli' >
): OperationDefinition {
	return { ...definition, input: nothing, capability: 'wp_codebox_read', annotations: READS, ability: false };
}

export const runtimeDescriptorOperation = discovery( {
	id: 'wp-codebox/runtime-descriptor',
	label: 'Runtime Descriptor',
	description: 'What WP Codebox offers: readiness, capabilities, abilities and the contract manifest.',
	output: result( {
		schema: Type.Literal( RUNTIME_DESCRIPTOR_SCHEMA ),
		version: Type.Literal( 1 ),
		contractManifest: openObject(),
	} ),
	facade: 'runtime_descriptor',
	cli: { command: 'runtime descriptor' },
} );

export const runtimeContractManifestOperation = discovery( {
	id: 'wp-codebox/runtime-contract-manifest',
	label: 'Runtime Contract Manifest',
	description: 'The public schema ids and ability names of WP Codebox.',
	output: result( {
		schema: Type.Literal( RUNTIME_CONTRACT_MANIFEST_SCHEMA ),
		version: Type.Literal( 1 ),
	} ),
	facade: 'runtime_contract_manifest',
	cli: { command: 'runtime manifest' },
} );

export const publicContractPrimitivesOperation = discovery( {
	id: 'wp-codebox/public-contract-primitives',
	label: 'Public Contract Primitives',
	description: 'Schema ids and abilities of the public contract, by area.',
	output: openObject(),
	facade: 'public_contract_primitives',
	cli: { command: 'runtime primitives' },
} );

export const publicContractSchemasOperation = discovery( {
	id: 'wp-codebox/public-contract-schemas',
	label: 'Public Contract Schemas',
	description: 'The schema ids of the public contract in one flat map.',
	output: openObject(),
	facade: 'public_contract_schemas',
	cli: { command: 'runtime schemas' },
} );

export const wordpressFuzzRuntimeContractOperation = discovery( {
	id: 'wp-codebox/wordpress-fuzz-runtime-contract',
	label: 'WordPress Fuzz Runtime Contract',
	description: 'What may be fuzzed, how state is put back, and what evidence a run leaves.',
	output: result( {
		schema: Type.Literal( WORDPRESS_FUZZ_RUNTIME_CONTRACT_SCHEMA ),
		version: Type.Literal( 1 ),
	} ),
	facade: 'wordpress_fuzz_runtime_contract',
	cli: { command: 'wordpress-fuzz-runtime-contract' },
} );
