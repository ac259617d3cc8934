/** Addresses under which reviewers find the files of a bundle (reference §11.11). */
import { pathProblem } from './path-policy.ts';

export const REVIEWER_EXPORT_LINKS_SCHEMA = 'wp-codebox/reviewer-artifact-export-links/v1';

/**
 * @param  value An address.
 * @return It, without query and fragment, with a slash at its end.
 * @throws {Error} when it is no http(s) address that someone else can open.
 */
export function normalizeReviewerArtifactBaseUrl( value: string ): string {
	const url = publicUrl( value );
	if ( url === undefined ) {
		throw new Error( 'baseUrl has to be a public http or https address without a user name.' );
	}
	url.search = '';
	url.hash = '';
	return url.href.endsWith( '/' ) ? url.href : `${ url.href }/`;
}

/**
 * @param  baseUrl      Where the bundle is published.
 * @param  artifactPath Path in the bundle.
 * @throws {Error} for a path that no bundle may hold.
 */
export function reviewerArtifactExportUrl( baseUrl: string, artifactPath: string ): string {
	const path = safeArtifactRelativePath( artifactPath );
	return normalizeReviewerArtifactBaseUrl( baseUrl ) + path.split( '/' ).map( encodeURIComponent ).join( '/' );
}

/**
 * @param  path A path in a bundle.
 * @return It, unchanged.
 * @throws {Error} naming the rule that it breaks.
 */
export function safeArtifactRelativePath( path: string ): string {
	const problem = pathProblem( path );
	if ( problem ) {
		throw new Error( `${ JSON.stringify( path ) } is not allowed as a path in a bundle: ${ problem }` );
	}
	return path;
}

/**
 * @param value Anything.
 * @return The address when others than this machine and its network can open it.
 */
export function publicUrl( value: unknown ): URL | undefined {
	if ( typeof value !== 'string' || ! URL.canParse( value ) ) {
		return undefined;
	}
	const url = new URL( value );
	const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
	return isWeb && url.username === '' && url.password === '' && ! isPrivateHost( url.hostname ) ? url : undefined;
}

function isPrivateHost( host: string ): boolean {
	const name = host.replace( /^\[|\]$/g, '' ).replace( /\.$/, '' );
	if ( name.includes( ':' ) ) {
		return /^(::1?$|::ffff:|f[cd]|fe[89ab])/.test( name );
	}
	if ( /^\d+\.\d+\.\d+\.\d+$/.test( name ) ) {
		return /^(0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(
			name
		);
	}
	return ! name.includes( '.' ) || /\.(localhost|local|internal|lan|home|corp|test|invalid|example)$/.test( name );
}
