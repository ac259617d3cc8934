import Type from 'typebox';
import { optional, request } from '../contracts/request.ts';
import { fuzzSuite } from '../fuzz/suite.ts';
import { run } from '../runs/run.ts';
import { READS_BY_POST, type OperationDefinition } from './operation.ts';

/** Which code the cases are for; all of the site when nothing is said. */
export const codeSelection = {
	plugin: optional(
		Type.String( { minLength: 1, description: 'Folder of a plugin, or file of a single-file or must-use plugin.' } )
	),
	theme: optional( Type.String( { minLength: 1, description: 'Folder of a theme.' } ) ),
	namespace: optional( Type.String( { minLength: 1, description: 'REST namespace, e.g. `acme/v1`.' } ) ),
	ability: optional( Type.String( { minLength: 1, description: 'Prefix of ability names, e.g. `acme/`.' } ) ),
};

export const generateFuzzSuite: OperationDefinition = {
	id: 'wp-codebox/generate-fuzz-suite',
	label: 'Generate Fuzz Suite',
	description:
		'Makes a suite of cases from the REST routes and abilities that are there, the same for the same seed and site.',
	input: request( {
		...codeSelection,
		roles: optional(
			Type.Array( Type.String(), {
				minItems: 1,
				description: 'Roles that every case is made for, or `anonymous`; all roles of the site when left out.',
			} )
		),
		seed: optional(
			Type.Union( [ Type.String(), Type.Integer() ], { description: 'Any text or number; default 1.' } )
		),
		cases: optional(
			Type.Integer( { minimum: 1, maximum: 5000, description: 'How many cases, roles counted; default 300.' } )
		),
		async: optional( Type.Boolean( { description: 'Answer at once with a run to ask about.' } ) ),
		allowMutations: optional( Type.Boolean( { description: 'Also make cases that may change state.' } ) ),
	} ),
	output: Type.Union( [ fuzzSuite, run ], {
		description: 'The suite; with `async` the run that will have it as its result. `schema` says which.',
	} ),
	capability: 'wp_codebox_run',
	annotations: READS_BY_POST,
	facade: 'generate_fuzz_suite',
	cli: { command: 'generate-fuzz-suite' },
};
