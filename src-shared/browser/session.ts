import Type, { type Static } from 'typebox';
import { oneOf, openObject, optional, request, result } from '../contracts/request.ts';
import {
	BROWSER_BLUEPRINT_HYDRATION_SCHEMA,
	BROWSER_BLUEPRINT_REF_SCHEMA,
	BROWSER_PREVIEW_BOOT_CONFIG_SCHEMA,
	BROWSER_RUNTIME_READINESS_SCHEMA,
	BROWSER_SESSION_PRODUCT_DTO_SCHEMA,
	PREVIEW_BOOT_REF_SCHEMA,
	PREVIEW_LEASE_SCHEMA,
} from './schema-ids.ts';

/** Limits of a prepared blueprint: bytes of its JSON, and seconds that it is kept unless the site says otherwise. */
export const BLUEPRINT_LIMITS = {
	bytes: 1_000_000,
	seconds: 604_800,
} as const;

/** Bytes of a request to one of the routes of the SDK; callbacks, which carry files, have a limit of their own. */
export const REST_BYTES = 2_500_000;

/** A name that a caller gives to what it wants to find again. */
export const cacheKey = Type.String( { minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_.-]+$' } );
export const inputHash = Type.String( { pattern: '^[0-9a-f]{64}$' } );
const sessionId = Type.String( { minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9_-]+$' } );

/** What a session is made from; shared by sessions, contained sites and task contracts. */
export const sessionFields = {
	cache_key: optional( cacheKey ),
	session_id: optional( sessionId ),
	sandbox_session_id: optional( sessionId ),
	preview_only: optional( Type.Boolean( { description: 'No agent is wanted; the default where none is named.' } ) ),
	blueprint: optional( openObject( 'A Playground blueprint, version 1.' ) ),
	runtime: optional(
		request( {
			prepared_runtime: optional(
				request( {
					enabled: optional( Type.Boolean() ),
					cache_key: optional( cacheKey ),
					input_hash: optional( inputHash ),
				} )
			),
		} )
	),
	agent: optional( Type.String( { maxLength: 300 } ) ),
	provider: optional( Type.String( { maxLength: 300 } ) ),
	model: optional( Type.String( { maxLength: 300 } ) ),
	mode: optional( Type.String( { maxLength: 100 } ) ),
	orchestrator: optional( openObject() ),
	metadata: optional( openObject() ),
	authorization: optional( openObject( 'A signed authorization; only its signature counts.' ) ),
	include_internal_browser_session: optional(
		Type.Boolean( { description: 'Adds what only debugging needs; for an operator or a site that allows it.' } )
	),
};

export const goal = Type.String( { minLength: 1, maxLength: 20000, description: 'What the preview is for.' } );

export const browserSessionRequest = request( { goal, ...sessionFields } );

export const previewLease = result( {
	schema: Type.Literal( PREVIEW_LEASE_SCHEMA ),
	site_url: Type.String(),
	local_url: Type.String(),
	lease: result( {
		id: Type.String(),
		status: oneOf( [ 'active', 'expired', 'released', 'unknown' ] ),
		acquired_at: Type.String(),
		expires_at: Type.String(),
	} ),
} );

export const blueprintRef = result( {
	schema: Type.Literal( BROWSER_BLUEPRINT_REF_SCHEMA ),
	id: Type.String(),
	ref: Type.String(),
	source: Type.String(),
	cache_key: Type.String(),
	input_hash: Type.String(),
	status: Type.String(),
	hydration_status: Type.String(),
	hydratable: Type.Boolean(),
	hydrator_ability: Type.String(),
	endpoint: Type.String(),
	hydration_endpoint: Type.String(),
	session_id: Type.String(),
	expires_at: Type.String(),
} );

export const previewBoot = result( {
	schema: Type.Literal( BROWSER_PREVIEW_BOOT_CONFIG_SCHEMA ),
	session_id: Type.String(),
	scope: Type.String(),
	client_module_url: Type.String(),
	remote_url: Type.String(),
	isolation: result( { mode: oneOf( [ 'origin', 'isolated', 'trusted' ] ), origin: Type.String() } ),
	blueprint_ref: blueprintRef,
	preview: previewLease,
	expires_at: Type.String(),
} );

export const sessionError = result( { code: Type.String(), message: Type.String() } );

export const browserSessionDto = result( {
	schema: Type.Literal( BROWSER_SESSION_PRODUCT_DTO_SCHEMA ),
	success: Type.Boolean(),
	preview_only: Type.Boolean(),
	status: oneOf( [ 'ready', 'blocked', 'unknown' ] ),
	execution: Type.Literal( 'browser-playground' ),
	execution_scope: Type.Literal( 'disposable-playground' ),
	session_id: Type.String(),
	task: Type.String(),
	target: openObject(),
	preview_boot: optional( previewBoot ),
	preview_lease: optional( previewLease ),
	blueprint_ref: optional( blueprintRef ),
	contained_site: optional( openObject() ),
	runtime_readiness: result( {
		schema: Type.Literal( BROWSER_RUNTIME_READINESS_SCHEMA ),
		ready: Type.Boolean(),
		status: Type.String(),
	} ),
	artifact_refs: Type.Array( openObject() ),
	expires_at: optional( Type.String() ),
	error: optional( sessionError ),
	provenance: openObject(),
} );

export const blueprintReference = request( {
	ref: Type.String( { minLength: 1, maxLength: 200, description: 'prepared:<cache_key>:<input_hash>' } ),
	authorization: sessionFields.authorization,
} );

export const blueprintHydration = result( {
	schema: Type.Literal( BROWSER_BLUEPRINT_HYDRATION_SCHEMA ),
	success: Type.Literal( true ),
	blueprint_ref: blueprintRef,
	blueprint: openObject(),
	provenance: openObject(),
} );

export const previewBootRef = result( {
	schema: Type.Literal( PREVIEW_BOOT_REF_SCHEMA ),
	success: Type.Boolean(),
	status: Type.String(),
	preview_boot: optional( previewBoot ),
	contained_site: optional( openObject() ),
	error: optional( sessionError ),
} );

export type BrowserSessionRequest = Static< typeof browserSessionRequest >;
export type BrowserSessionProductDTO = Static< typeof browserSessionDto >;
