import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request, result } from '../contracts/request.ts';
import {
	BROWSER_CALLBACK_CAPABILITY_SCHEMA,
	BROWSER_CALLBACK_RESULT_SCHEMA,
	BROWSER_TASK_PRODUCT_DTO_SCHEMA,
} from './schema-ids.ts';
import { browserSessionDto, goal, sessionError, sessionFields } from './session.ts';

/** Kinds of phases of a browser task (mission/000). Who executes them is the caller. */
export const BROWSER_TASK_PHASE_KINDS = [
	'materializer',
	'agent',
	'validator',
	'repair',
	'aggregator',
	'host-delegation',
] as const;

/** Callback capabilities: seconds that one holds, bytes of a payload, and the abilities that one may be bound to. */
export const CALLBACK_LIMITS = {
	seconds: 3600,
	clockSkew: 300,
	payloadBytes: 8_000_000,
	abilities: [ 'wp-codebox/persist-browser-artifact', 'wp-codebox/normalize-browser-artifact-bundle' ],
} as const;

const phase = {
	id: optional( Type.String( { minLength: 1, maxLength: 200 } ) ),
	kind: oneOf( BROWSER_TASK_PHASE_KINDS ),
	label: optional( Type.String( { maxLength: 300 } ) ),
	input: optional( openObject() ),
};

/** What runs in the preview, and which files come back. */
export const browserRecipe = request( {
	steps: optional(
		Type.Array(
			openObject( 'mkdir, writeFile, runPHP, request or goTo, as runBrowserSessionRecipe() documents them.' ),
			{
				maxItems: 200,
			}
		)
	),
	collect: optional(
		Type.Array(
			request( {
				path: Type.String( {
					minLength: 1,
					maxLength: 1000,
					description: 'File or directory in the preview.',
				} ),
				as: optional( Type.String( { minLength: 1, maxLength: 1000, description: 'Path in the bundle.' } ) ),
				kind: optional( Type.String( { minLength: 1, maxLength: 100 } ) ),
				mime_type: optional( Type.String( { maxLength: 200 } ) ),
			} ),
			{ maxItems: 200 }
		)
	),
} );

export const browserTaskRequest = request( {
	goal,
	...sessionFields,
	task: optional( openObject( 'The task as the caller describes it; handed back as task_input.' ) ),
	recipe: optional( browserRecipe ),
	phases: optional( Type.Array( request( phase ), { maxItems: 50 } ) ),
	callback_ability: optional(
		oneOf(
			CALLBACK_LIMITS.abilities,
			'What the callback capability may call; persist-browser-artifact when it is left out.'
		)
	),
} );

export const callbackCapability = result( {
	schema: Type.Literal( BROWSER_CALLBACK_CAPABILITY_SCHEMA ),
	capability: Type.String( { description: 'Last part of the address of the route.' } ),
	endpoint: Type.String(),
	ability: Type.String(),
	secret: Type.String( { description: 'Signs one callback; shown once.' } ),
	signature_header: Type.String(),
	timestamp_header: Type.String(),
	single_use: Type.Literal( true ),
	expires_at: Type.String(),
} );

export const browserTaskDto = result( {
	schema: Type.Literal( BROWSER_TASK_PRODUCT_DTO_SCHEMA ),
	success: Type.Boolean(),
	status: oneOf( [ 'ready', 'blocked' ] ),
	session_id: Type.String(),
	primary: browserSessionDto,
	phases: Type.Array(
		result( { id: Type.String(), kind: oneOf( BROWSER_TASK_PHASE_KINDS ), status: Type.Literal( 'pending' ) } )
	),
	task_input: openObject( 'goal, task and recipe for whoever runs it.' ),
	preview_boot: optional( openObject() ),
	callback: optional( callbackCapability ),
	artifacts: Type.Array( openObject() ),
	error: optional( sessionError ),
} );

export const callbackResult = result( {
	schema: Type.Literal( BROWSER_CALLBACK_RESULT_SCHEMA ),
	success: Type.Boolean(),
	capability: Type.String(),
	ability: Type.String(),
	result: openObject(),
	artifact_refs: Type.Array( openObject() ),
} );

export type BrowserRecipe = Static< typeof browserRecipe >;
export type BrowserTaskRequest = Static< typeof browserTaskRequest >;
export type BrowserTaskProductDTO = Static< typeof browserTaskDto >;
export type BrowserCallbackCapability = Static< typeof callbackCapability >;
