import Type from 'typebox';
import type { BackendNeutralArtifactRef } from '../contracts/artifact-ref.ts';
import { lowerSchema } from '../contracts/lower-schema.ts';
import { oneOf, openObject, optional, result } from '../contracts/request.ts';
import { schemaId } from '../contracts/schema-id.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { PerformanceObservation } from './performance.ts';

export const WORDPRESS_PAGE_LOAD_RESULT_SCHEMA = schemaId( 'wordpress-page-load-result' );

const MODES = [ 'simulated', 'server-http', 'browser' ] as const;
const SOURCES = [ 'in-process', 'server-http', 'browser' ] as const;
const STATUSES = [ 'ok', 'redirect', 'error' ] as const;
const COMMANDS = [
	'wordpress.server-page-load',
	'wordpress.admin-page-load',
	'wordpress.frontend-page-load',
	'wordpress.simulated-admin-page-load',
	'wordpress.simulated-frontend-page-load',
	'wordpress.browser-page-load',
] as const;
const NOTICE_CHANNELS = [ 'admin_notices', 'all_admin_notices', 'doing_it_wrong', 'deprecated', 'php' ] as const;

export type WordPressPageLoadMode = ( typeof MODES )[ number ];
export type WordPressPageLoadSource = ( typeof SOURCES )[ number ];
export type WordPressPageLoadStatus = ( typeof STATUSES )[ number ];
export type WordPressPageLoadCommand = ( typeof COMMANDS )[ number ];
export type WordPressPageLoadTargetKind = 'admin' | 'frontend';

export interface WordPressPageLoadTarget {
	kind: WordPressPageLoadTargetKind;
	path?: string;
	url?: string;
	method?: 'GET' | 'POST' | ( string & {} );
	query?: Record< string, unknown >;
	body?: Record< string, unknown >;
	userSession?: Record< string, unknown > | null;
}

export interface WordPressPageLoadIdentity {
	url?: string;
	path?: string;
	screenId?: string;
	screenBase?: string;
	hookSuffix?: string;
	adminPage?: string;
	postId?: number;
	postType?: string;
	queriedObjectId?: number;
	queriedObjectType?: string;
	template?: string;
	queryVars?: Record< string, unknown >;
	bodyClasses?: string[];
}

export interface WordPressPageLoadRedirect {
	location: string;
	status?: number;
	source?: 'wp_redirect' | 'header' | ( string & {} );
}

export interface WordPressPageLoadNotice {
	channel: ( typeof NOTICE_CHANNELS )[ number ];
	message?: string;
	severity?: 'error' | 'warning' | 'info';
	metadata?: Record< string, unknown >;
}

export interface WordPressPageLoadError {
	code: string;
	message: string;
	severity?: 'error' | 'warning';
	metadata?: Record< string, unknown >;
}

export interface WordPressPageLoadResult {
	schema: typeof WORDPRESS_PAGE_LOAD_RESULT_SCHEMA;
	mode: WordPressPageLoadMode;
	source: WordPressPageLoadSource;
	command: WordPressPageLoadCommand;
	status: WordPressPageLoadStatus;
	target: WordPressPageLoadTarget;
	identity?: WordPressPageLoadIdentity;
	http?: { status?: number; headers?: Record< string, unknown > };
	redirect?: WordPressPageLoadRedirect;
	notices?: WordPressPageLoadNotice[];
	errors?: WordPressPageLoadError[];
	performance?: PerformanceObservation;
	artifactRefs?: BackendNeutralArtifactRef[];
	diagnostics?: Record< string, unknown >;
	metadata?: Record< string, unknown >;
}

export const pageLoadResult = result( {
	schema: Type.Literal( WORDPRESS_PAGE_LOAD_RESULT_SCHEMA ),
	mode: oneOf( MODES ),
	source: oneOf( SOURCES ),
	command: oneOf( COMMANDS ),
	status: oneOf( STATUSES ),
	target: result( {
		kind: oneOf( [ 'admin', 'frontend' ] ),
		path: optional( Type.String() ),
		url: optional( Type.String() ),
		method: optional( Type.String() ),
	} ),
	identity: optional( openObject() ),
	http: optional( result( { status: optional( Type.Integer() ), headers: optional( openObject() ) } ) ),
	redirect: optional( result( { location: Type.String(), status: optional( Type.Integer() ) } ) ),
	notices: optional( Type.Array( result( { channel: oneOf( NOTICE_CHANNELS ) } ) ) ),
	errors: optional( Type.Array( result( { code: Type.String(), message: Type.String() } ) ) ),
	performance: optional( openObject() ),
	artifactRefs: optional( Type.Array( openObject() ) ),
	diagnostics: optional( openObject() ),
	metadata: optional( openObject() ),
} );

export const WORDPRESS_PAGE_LOAD_RESULT_JSON_SCHEMA = {
	$id: WORDPRESS_PAGE_LOAD_RESULT_SCHEMA,
	...lowerSchema( pageLoadResult ),
};

/**
 * A `wp-codebox/wordpress-page-load-result/v1` document.
 *
 * @param input What the load came to.
 */
export function wordpressPageLoadResult( input: Omit< WordPressPageLoadResult, 'schema' > ): WordPressPageLoadResult {
	return withoutUndefined( { ...input, schema: WORDPRESS_PAGE_LOAD_RESULT_SCHEMA } );
}
