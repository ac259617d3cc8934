import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { BrowserConnectorRequest } from './connector.ts';
import { BROWSER_CONNECTOR_REQUEST_SCHEMA } from './schema-ids.ts';

type Session = NonNullable< BrowserConnectorRequest[ 'session' ] >;

/** Fields of a request; `request` is an alias of `payload`, the session ids may stand at the top. */
export type BrowserConnectorRequestInput = Partial< BrowserConnectorRequest > &
	Session & { request?: BrowserConnectorRequest[ 'payload' ] };

const SESSION_FIELDS = [ 'sandbox_session_id', 'session_id', 'caller_session_id', 'job_id' ] as const;

/** A connector request that lacks what it needs. */
export class ConnectorRequestError extends Error {
	public readonly code = 'browser_connector_request_invalid';

	/**
	 * @param field   Field of the request.
	 * @param message One sentence for a person.
	 */
	public constructor(
		public readonly field: string,
		message: string
	) {
		super( message );
		this.name = 'ConnectorRequestError';
	}
}

/**
 * A `wp-codebox/browser-connector-request/v1`.
 *
 * @param  input Connector, operation and payload.
 * @throws {ConnectorRequestError} without connector or operation.
 */
export function createBrowserConnectorRequest( input: BrowserConnectorRequestInput ): BrowserConnectorRequest {
	for ( const field of [ 'connector', 'operation' ] as const ) {
		if ( typeof input[ field ] !== 'string' || input[ field ] === '' ) {
			throw new ConnectorRequestError( field, `${ field } has to be a non-empty string.` );
		}
	}
	const session: Session = { ...input.session };
	for ( const field of SESSION_FIELDS ) {
		session[ field ] ??= input[ field ];
	}
	const known = withoutUndefined( session );
	return withoutUndefined( {
		schema: BROWSER_CONNECTOR_REQUEST_SCHEMA as typeof BROWSER_CONNECTOR_REQUEST_SCHEMA,
		id: input.id,
		connector: input.connector!,
		provider: input.provider,
		model: input.model,
		operation: input.operation!,
		payload: input.payload ?? input.request,
		session: Object.keys( known ).length > 0 ? known : undefined,
		context: input.context,
		authorization: input.authorization,
	} );
}
