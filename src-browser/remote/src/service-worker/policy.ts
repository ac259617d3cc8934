import { SANDBOX_POLICY, type IsolationMode } from '../protocol/messages.ts';

/** Headers of PHP that would keep the preview out of its frame, or that the browser computes itself. */
const DROPPED = new Set( [
	'x-frame-options',
	'content-length',
	'transfer-encoding',
	'set-cookie',
	'document-isolation-policy',
] );

/**
 * The headers of a response of the service worker: PHP's, without what would keep the
 * preview out of its frame, and with the sandbox policy unless the preview has an origin
 * of its own (`origin`) or is trusted by its operator.
 *
 * @param sent What PHP or the site sent; more than one value per name is possible.
 * @param mode Isolation of the preview; null when no remote answered, which counts as isolated.
 */
export function responseHeaders( sent: Record< string, readonly string[] >, mode: IsolationMode | null ): Headers {
	const headers = new Headers();
	for ( const [ name, values ] of Object.entries( sent ) ) {
		if ( DROPPED.has( name.toLowerCase() ) ) {
			continue;
		}
		for ( const value of values ) {
			const kept = name.toLowerCase() === 'content-security-policy' ? withoutFrameAncestors( value ) : value;
			if ( kept !== '' ) {
				headers.append( name, kept );
			}
		}
	}
	if ( mode !== 'origin' && mode !== 'trusted' ) {
		headers.append( 'content-security-policy', SANDBOX_POLICY );
	}
	headers.set( 'x-content-type-options', 'nosniff' );
	return headers;
}

/**
 * @param policy One Content-Security-Policy value.
 */
function withoutFrameAncestors( policy: string ): string {
	return policy
		.split( ';' )
		.map( ( directive ) => directive.trim() )
		.filter( ( directive ) => directive !== '' && ! /^frame-ancestors(\s|$)/i.test( directive ) )
		.join( '; ' );
}
