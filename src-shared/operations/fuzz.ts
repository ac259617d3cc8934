import Type from 'typebox';
import { artifactsPathSchema } from '../artifacts/inputs.ts';
import { openObject, optional, request } from '../contracts/request.ts';
import { fuzzSuiteResult } from '../fuzz/result.ts';
import { codeSelection } from './generate-fuzz-suite.ts';
import { WRITES, type OperationDefinition } from './operation.ts';

export const fuzz: OperationDefinition = {
	id: 'wp-codebox/fuzz',
	label: 'Fuzz',
	description:
		'Generates cases for the REST routes and abilities of a plugin, runs them in every role, confirms what they find in fresh processes, and ranks it.',
	input: request( {
		...codeSelection,
		roles: optional(
			Type.Array( Type.String(), {
				minItems: 1,
				description: 'Roles that every case runs as, or `anonymous`; all roles of the site when left out.',
			} )
		),
		seed: optional(
			Type.Union( [ Type.String(), Type.Integer() ], { description: 'Any text or number; default 1.' } )
		),
		cases: optional(
			Type.Integer( { minimum: 1, description: 'Most cases to run, roles counted; default 100000.' } )
		),
		time: optional(
			Type.Number( { minimum: 1, maximum: 86400, description: 'Seconds for the whole run; default 60.' } )
		),
		caseTime: optional(
			Type.Integer( { minimum: 1, maximum: 600, description: 'Seconds of one case; default 3.' } )
		),
		allowMutations: optional(
			Type.Boolean( { description: 'Also run cases that may change state; they are rolled back.' } )
		),
		oracles: optional(
			Type.Array( Type.String(), {
				description: 'Oracle ids or groups; with `-` before it one is left out. All when left out.',
			} )
		),
		severities: optional( openObject( 'Severity by oracle id or group.' ) ),
		bundle: optional(
			Type.Boolean( {
				description: 'Whether the run leaves an artifact bundle, named in metadata.artifact; default true.',
			} )
		),
		artifacts_path: artifactsPathSchema,
	} ),
	output: fuzzSuiteResult,
	capability: 'wp_codebox_run',
	annotations: WRITES,
	facade: 'fuzz',
	cli: { command: 'fuzz' },
	ability: false,
};
