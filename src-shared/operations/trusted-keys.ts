/** Keys of trusted callers; for the operator at a command line and trusted PHP, never an ability or a route. */
import Type from 'typebox';
import { optional, request, result } from '../contracts/request.ts';
import { DESTROYS, READS, WRITES, type OperationDefinition } from './operation.ts';
import { ARTIFACT_WRITE_SCOPE } from './artifacts.ts';

const keySchema = result( {
	id: Type.String(),
	user_id: Type.Integer(),
	scopes: Type.Array( Type.String() ),
	label: Type.String(),
	created_at: Type.String(),
	active: Type.Boolean(),
} );

export const trustedKeyOperations: readonly OperationDefinition[] = [
	{
		id: 'wp-codebox/create-trusted-key',
		label: 'Create a trusted key',
		description:
			'Makes a key that signs requests with the rights of one user, cut down to its scopes. The secret is shown this once.',
		input: request( {
			user_id: Type.Integer( { minimum: 1, description: 'User whose rights the key has.' } ),
			scopes: optional(
				Type.Array( Type.String( { pattern: '^[a-z][a-z-]*:[a-z][a-z-]*$' } ), {
					minItems: 1,
					description: `What it may do; ${ ARTIFACT_WRITE_SCOPE } when it is left out.`,
				} )
			),
			label: optional( Type.String( { maxLength: 100, description: 'For people.' } ) ),
		} ),
		output: result( {
			schema: Type.Literal( 'wp-codebox/trusted-key/v1' ),
			success: Type.Boolean(),
			key: keySchema,
			secret: Type.String(),
		} ),
		capability: 'wp_codebox_mutate',
		annotations: WRITES,
		facade: 'create_trusted_key',
		cli: { command: 'keys create' },
		ability: false,
	},
	{
		id: 'wp-codebox/list-trusted-keys',
		label: 'List trusted keys',
		description: 'The keys of trusted callers, without their secrets.',
		input: request( {} ),
		output: result( {
			schema: Type.Literal( 'wp-codebox/trusted-key-list/v1' ),
			success: Type.Boolean(),
			keys: Type.Array( keySchema ),
		} ),
		capability: 'wp_codebox_read',
		annotations: READS,
		facade: 'list_trusted_keys',
		cli: { command: 'keys list' },
		ability: false,
	},
	{
		id: 'wp-codebox/revoke-trusted-key',
		label: 'Revoke a trusted key',
		description: 'Ends a key; what it signs from now on is refused.',
		input: request( { key_id: Type.String( { minLength: 1, maxLength: 100 } ) } ),
		output: result( {
			schema: Type.Literal( 'wp-codebox/trusted-key/v1' ),
			success: Type.Boolean(),
			key: keySchema,
		} ),
		capability: 'wp_codebox_mutate',
		annotations: DESTROYS,
		facade: 'revoke_trusted_key',
		cli: { command: 'keys revoke', positional: [ 'key_id' ] },
		ability: false,
	},
];
