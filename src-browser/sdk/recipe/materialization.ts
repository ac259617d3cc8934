import { SdkError } from '../sdk-error.ts';

const NEEDED = [
	'run',
	'request',
	'writeFile',
	'readFileAsBuffer',
	'listFiles',
	'fileExists',
	'isDir',
	'mkdir',
	'goTo',
] as const;

/**
 * Whether a session is ready and a client can run it.
 *
 * @param  session Session, task contract or contained site, as the site answered.
 * @param  client  Client of the preview.
 * @throws {SdkError} `wp_codebox_browser_runtime_materialization_failed`.
 */
export function validateBrowserRuntimeMaterialization(
	session: Readonly< Record< string, unknown > >,
	client: unknown
): { readonly success: true; readonly session_id: string } {
	const refuse = ( message: string, reason: string ): never => {
		throw new SdkError( 'wp_codebox_browser_runtime_materialization_failed', message, {
			phase: 'browser_runtime_materialization',
			data: { reason },
		} );
	};
	if ( typeof session !== 'object' || session === null || typeof session.session_id !== 'string' ) {
		return refuse( 'The session has no session_id.', 'session-invalid' );
	}
	if ( session.success === false || [ 'blocked', 'failed' ].includes( String( session.status ) ) ) {
		return refuse( 'The session is not ready.', 'session-not-ready' );
	}
	// A client may be a proxy that answers any name; only what is there counts.
	const methods = ( client ?? {} ) as Record< string, unknown >;
	const missing = NEEDED.filter( ( name ) => typeof methods[ name ] !== 'function' );
	if ( missing.length > 0 ) {
		return refuse( `The client of the preview has no ${ missing.join( ', ' ) }.`, 'client-incomplete' );
	}
	return { success: true, session_id: session.session_id };
}
