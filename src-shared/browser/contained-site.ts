import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request, result } from '../contracts/request.ts';
import {
	BROWSER_CONTAINED_SITE_OPEN_OR_CREATE_SCHEMA,
	BROWSER_CONTAINED_SITE_OPEN_SCHEMA,
	BROWSER_CONTAINED_SITE_RESOLUTION_SCHEMA,
	BROWSER_CONTAINED_SITE_SCHEMA,
	BROWSER_CONTAINED_SITE_STATUS_SCHEMA,
} from './schema-ids.ts';
import {
	browserSessionDto,
	cacheKey,
	inputHash,
	previewBoot,
	previewLease,
	sessionError,
	sessionFields,
} from './session.ts';

/** How `open-or-create-browser-contained-site` decides (mission/000); there is no default. */
export const CONTAINED_SITE_MODES = [ 'open-only', 'open-or-create', 'prepare-new' ] as const;

const digest = result( { algorithm: Type.Literal( 'sha256' ), value: Type.String() } );

/** What a caller may name a contained site by. */
const reference = {
	site_id: optional( Type.String( { pattern: '^site-[0-9a-f]{32}$' } ) ),
	cache_key: optional( cacheKey ),
	input_hash: optional( inputHash ),
	source_digest: optional( inputHash ),
	contained_site: optional( openObject( 'The handle that an earlier answer held.' ) ),
};

export const containedSiteRequest = request( { ...reference, authorization: sessionFields.authorization } );

export const openOrCreateRequest = request( {
	...reference,
	...sessionFields,
	// Here `mode` is the decision, not the mode of an agent.
	mode: oneOf( CONTAINED_SITE_MODES, 'open-only never creates, prepare-new always does; required.' ),
	goal: optional(
		Type.String( { minLength: 1, maxLength: 20000, description: 'Required where a site is created.' } )
	),
} );

export const containedSite = result( {
	schema: Type.Literal( BROWSER_CONTAINED_SITE_SCHEMA ),
	site_id: Type.String(),
	preview_id: Type.String(),
	session_id: Type.String(),
	status: Type.String(),
	persistence: Type.Literal( 'browser-contained' ),
	source_digest: digest,
	recovery: openObject(),
	recovery_handle: Type.String(),
	preview: result( { local_url: Type.String(), scope: Type.String() } ),
	expires_at: Type.String(),
} );

const resolution = result( {
	schema: Type.Literal( BROWSER_CONTAINED_SITE_RESOLUTION_SCHEMA ),
	outcome: oneOf( [ 'reused', 'created', 'miss', 'incompatible' ] ),
	reason: Type.String(),
	recoverable: Type.Boolean(),
	prepare_new_required: Type.Boolean(),
} );

export const containedSiteStatus = result( {
	schema: Type.Literal( BROWSER_CONTAINED_SITE_STATUS_SCHEMA ),
	success: Type.Boolean(),
	site_id: Type.String(),
	status: oneOf( [ 'recoverable_prepared_runtime', 'miss', 'incompatible' ] ),
	open_mode: oneOf( [ 'reuse_prepared_runtime', 'unavailable' ] ),
	reuse_level: oneOf( [ 'prepared_runtime', 'none' ] ),
	prepared_runtime_recoverable: Type.Boolean(),
	resolution,
	contained_site: optional( containedSite ),
	error: optional( sessionError ),
} );

export const containedSiteOpen = result( {
	schema: Type.Literal( BROWSER_CONTAINED_SITE_OPEN_SCHEMA ),
	success: Type.Boolean(),
	status: Type.String(),
	resolution,
	contained_site: optional( containedSite ),
	preview_boot: optional( previewBoot ),
	preview_lease: optional( previewLease ),
	error: optional( sessionError ),
} );

export const openOrCreateResult = result( {
	schema: Type.Literal( BROWSER_CONTAINED_SITE_OPEN_OR_CREATE_SCHEMA ),
	success: Type.Boolean(),
	mode: oneOf( CONTAINED_SITE_MODES ),
	action: oneOf( [ 'opened', 'created', 'unavailable', 'blocked' ] ),
	reload_required: Type.Boolean(),
	identity_key: Type.String(),
	contained_site: optional( containedSite ),
	preview_boot: optional( previewBoot ),
	preview_lease: optional( previewLease ),
	session: optional( browserSessionDto ),
	error: optional( sessionError ),
} );

export type OpenOrCreateRequest = Static< typeof openOrCreateRequest >;
export type OpenOrCreateResult = Static< typeof openOrCreateResult >;
