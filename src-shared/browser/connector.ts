import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request, result } from '../contracts/request.ts';
import {
	BROWSER_CONNECTOR_AUDIT_SCHEMA,
	BROWSER_CONNECTOR_REQUEST_SCHEMA,
	BROWSER_CONNECTOR_RESPONSE_SCHEMA,
} from './schema-ids.ts';

/** Limits of a connector request. Bytes and seconds. */
export const CONNECTOR_LIMITS = {
	requestBytes: 1_000_000,
	responseBytes: 2_000_000,
	seconds: 30,
	redirects: 3,
} as const;

export const CONNECTOR_METHODS = [ 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE' ] as const;

const id = ( description: string ) =>
	Type.String( { minLength: 1, maxLength: 200, pattern: '^[A-Za-z0-9][A-Za-z0-9_./:-]*$', description } );

export const browserConnectorRequest = request(
	{
		schema: optional( Type.Literal( BROWSER_CONNECTOR_REQUEST_SCHEMA ) ),
		id: optional( Type.String( { maxLength: 200, description: "The caller's name for this request." } ) ),
		connector: id( 'Which connector of the site.' ),
		provider: optional( Type.String( { maxLength: 200 } ) ),
		model: optional( Type.String( { maxLength: 200 } ) ),
		operation: id( 'http.request, or an operation that the connector itself handles.' ),
		payload: optional(
			openObject(
				'Of http.request: method, url or path, query, headers, body (text) or json; else the connector’s own.'
			)
		),
		session: optional(
			request( {
				sandbox_session_id: optional( Type.String( { maxLength: 300 } ) ),
				session_id: optional( Type.String( { maxLength: 300 } ) ),
				caller_session_id: optional( Type.String( { maxLength: 300 } ) ),
				job_id: optional( Type.String( { maxLength: 300 } ) ),
			} )
		),
		context: optional( openObject() ),
		authorization: optional( openObject( 'A signed authorization; only its signature counts.' ) ),
	},
	'A call through a connector of the site (wp-codebox/browser-connector-request/v1).'
);

export const browserConnectorResponse = result(
	{
		schema: Type.Literal( BROWSER_CONNECTOR_RESPONSE_SCHEMA ),
		success: Type.Boolean(),
		status: oneOf( [ 'completed', 'failed-closed' ] ),
		connector: Type.String(),
		provider: optional( Type.String() ),
		model: optional( Type.String() ),
		operation: Type.String(),
		response: optional( openObject( 'Of http.request: status, headers, body, bytes.' ) ),
		error: optional( result( { code: Type.String(), message: Type.String() } ) ),
		credentials: Type.Array( result( { name: Type.String(), redacted: Type.Literal( true ) } ), {
			description: 'Names of what the site added; never values.',
		} ),
		audit: result( {
			schema: Type.Literal( BROWSER_CONNECTOR_AUDIT_SCHEMA ),
			operation: Type.String(),
			credential_names: Type.Array( Type.String() ),
			secrets_redacted: Type.Literal( true ),
			generated_by: Type.String(),
		} ),
	},
	'What a connector answered (wp-codebox/browser-connector-response/v1).'
);

export type BrowserConnectorRequest = Static< typeof browserConnectorRequest >;
export type BrowserConnectorResponse = Static< typeof browserConnectorResponse >;
