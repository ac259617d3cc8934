import Type from 'typebox';
import { oneOf, optional, request, result } from '../contracts/request.ts';
import { fuzzOracle, ORACLE_GROUPS } from '../fuzz/oracles.ts';
import { READS, type OperationDefinition } from './operation.ts';

/** Lists what can judge a fuzz case on this site, oracles of other plugins included. */
export const listFuzzOracles: OperationDefinition = {
	id: 'wp-codebox/list-fuzz-oracles',
	label: 'List Fuzz Oracles',
	description: 'The oracles that judge fuzz cases on this site, each with its severity and an explanation.',
	input: request( { group: optional( oneOf( ORACLE_GROUPS, 'Only oracles of this group.' ) ) } ),
	output: result( {
		schema: Type.Literal( 'wp-codebox/fuzz-oracles/v1' ),
		oracles: Type.Array( fuzzOracle ),
	} ),
	capability: 'wp_codebox_read',
	annotations: READS,
	facade: 'list_fuzz_oracles',
	cli: { command: 'oracles' },
};
