import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request } from '../contracts/request.ts';

export const MUTATION_INTENTS = [ 'read', 'write', 'delete', 'destructive' ] as const;
export const MUTATION_INTENSITIES = [ 'none', 'low', 'medium', 'high' ] as const;

export const mutationIntent = request(
	{
		intent: optional( oneOf( MUTATION_INTENTS ) ),
		destructive: optional( Type.Boolean() ),
		intensity: optional( oneOf( MUTATION_INTENSITIES ) ),
		resetRequired: optional( Type.Boolean() ),
		reset_required: optional( Type.Boolean() ),
		metadata: optional( openObject() ),
	},
	'What a case declares to change.'
);

/** An intent, or its kind alone. */
export const mutationIntentInput = Type.Union( [ mutationIntent, oneOf( MUTATION_INTENTS ) ] );

export type FuzzSuiteMutationIntentKind = ( typeof MUTATION_INTENTS )[ number ];
export type FuzzSuiteMutationIntensity = ( typeof MUTATION_INTENSITIES )[ number ];
export type FuzzSuiteMutationIntent = Static< typeof mutationIntent >;
