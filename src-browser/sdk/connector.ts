import type { BrowserConnectorRequest, BrowserConnectorResponse } from '../../src-shared/browser/connector.ts';
import {
	createBrowserConnectorRequest,
	type BrowserConnectorRequestInput,
} from '../../src-shared/browser/create-connector-request.ts';
import type { Transport } from './http/transport.ts';
import { SdkError } from './sdk-error.ts';

export interface ConnectorOptions {
	/** Sends the request in the caller's own way. */
	readonly executeConnectorRequest?: ( request: BrowserConnectorRequest ) => Promise< unknown > | unknown;
	readonly signal?: AbortSignal;
}

/**
 * Asks a server through a connector of the site; the site's credentials never reach the browser.
 *
 * @param  transport Way to the site.
 * @param  input     A browser-connector-request/v1, or its fields.
 * @param  options   How it travels.
 * @return A `wp-codebox/browser-connector-response/v1`.
 * @throws {SdkError} when the request is invalid or the connector refuses.
 */
export async function executeBrowserConnectorRequest(
	transport: Transport,
	input: BrowserConnectorRequestInput,
	options: ConnectorOptions = {}
): Promise< BrowserConnectorResponse > {
	try {
		const request = createBrowserConnectorRequest( input );
		const { checkInput } = await import( /* webpackChunkName: "browser-validation" */ './validation.ts' );
		checkInput( 'connectorRequest', request, 'browser_connector_request_invalid' );
		return ( await ( options.executeConnectorRequest?.( request ) ??
			transport.send( {
				path: '/wp-codebox/v1/browser-connector-request',
				method: 'POST',
				data: request,
				signal: options.signal,
			} ) ) ) as BrowserConnectorResponse;
	} catch ( error ) {
		throw SdkError.from( error, 'browser_connector' );
	}
}
