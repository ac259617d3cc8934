import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request } from '../contracts/request.ts';

/** What a case may aim at. */
export const FUZZ_TARGET_KINDS = [ 'ability', 'command', 'http', 'rest', 'runtime', 'runtime-action' ] as const;

/** Kind of a case that is planned but not executable: it has no input yet. */
export const PLANNED_REST_TARGET_KIND = 'rest-planned';

/** What `input.type` of a `runtime-action` case may be. */
export const RUNTIME_ACTION_TYPES = [
	'admin_page',
	'browser',
	'browser_probe',
	'random_walk',
	'crud_operation',
	'db_operation',
	'editor_open',
	'page',
	'php',
	'rest_request',
	'sequence',
	'wp_cli',
] as const;

export const fuzzTarget = request(
	{
		kind: oneOf(
			[ ...FUZZ_TARGET_KINDS, PLANNED_REST_TARGET_KIND ],
			'What is called; `rest-planned` is reported and never executed.'
		),
		id: optional( Type.String( { description: 'Name of the target: REST path, ability, command or URL.' } ) ),
		entrypoint: optional( Type.String( { description: 'As `id`, and wins over it.' } ) ),
		label: optional( Type.String() ),
		metadata: optional( openObject() ),
	},
	'What a case is aimed at.'
);

export type FuzzSuiteTargetKind = ( typeof FUZZ_TARGET_KINDS )[ number ] | typeof PLANNED_REST_TARGET_KIND;
export type FuzzSuiteTargetRef = Static< typeof fuzzTarget >;
