import Type from 'typebox';
import { oneOf, openObject, optional, request } from '../contracts/request.ts';

/** A signed `authorization`, which takes the place of a logged-in user (src-shared/trust). */
export const authorizationSchema = optional(
	openObject( 'What signTrustedRequest() made; only its signature counts, never a claim.' )
);

export const artifactIdSchema = Type.String( {
	minLength: 1,
	maxLength: 200,
	description: 'artifact-bundle-sha256- and 64 hex digits.',
} );

export const artifactsPathSchema = optional(
	Type.String( {
		description:
			'Directory of bundles on the host; only for the operator at a command line, who may point at another store.',
	} )
);

const fileProperties = {
	path: Type.String( { description: 'Relative path below the root of the bundle.' } ),
	content: optional( Type.String( { description: 'Text, or base64 where `encoding` says so.' } ) ),
	content_base64: optional( Type.String( { description: 'Bytes as base64.' } ) ),
	upload: optional( Type.String( { description: 'Id of an upload in parts, for files too large for JSON.' } ) ),
	encoding: optional( oneOf( [ 'utf-8', 'base64' ], 'What `content` holds.' ) ),
	mime_type: optional( Type.String( { maxLength: 200 } ) ),
	kind: optional(
		Type.String( {
			minLength: 1,
			maxLength: 100,
			description: 'What the file is; browser-artifact when it is left out.',
		} )
	),
	role: optional( Type.String( { maxLength: 100 } ) ),
	roles: optional( Type.Array( Type.String( { maxLength: 100 } ) ) ),
	description: optional( Type.String( { maxLength: 2000 } ) ),
};

/** Files that a caller sends. */
export const browserFilesSchema = Type.Array( request( fileProperties ), {
	description: 'Each with its content as text, base64 or the id of an upload.',
} );

export const normalizeInputSchema = request( {
	schema_id: Type.String( { maxLength: 300, description: "The caller's own schema; never interpreted." } ),
	entrypoint: Type.String( { description: 'Path of one of the files.' } ),
	files: browserFilesSchema,
	root: optional( Type.String() ),
	roles: optional( openObject() ),
	provenance: optional( openObject() ),
	metadata: optional( openObject() ),
} );

export const persistInputSchema = request( {
	files: browserFilesSchema,
	root: optional( Type.String() ),
	entrypoint: optional( Type.String() ),
	artifacts_path: artifactsPathSchema,
	authorization: authorizationSchema,
	session_id: optional( Type.String( { maxLength: 300 } ) ),
	session: optional( openObject() ),
	provenance: optional( openObject() ),
	metadata: optional( openObject() ),
	caller: optional( Type.Unknown( { description: "The caller's own words about itself; gives no rights." } ) ),
	caller_schema: optional( Type.Unknown() ),
	caller_schema_id: optional( Type.String( { maxLength: 300 } ) ),
	caller_kind: optional( Type.String( { maxLength: 300 } ) ),
	caller_metadata: optional( openObject() ),
	materialization: optional( openObject() ),
	review_hints: optional( openObject() ),
	apply_target: optional( openObject() ),
} );

const importProperties = {
	source_bundle_path: optional(
		Type.String( {
			description:
				'Directory or zip of a bundle; for the operator at a command line, or below a root that WP_CODEBOX_ARTIFACT_IMPORT_ROOTS allows.',
		} )
	),
	source_manifest_path: optional( Type.String( { description: 'manifest.json of a bundle; under the same rule.' } ) ),
	upload: optional( Type.String( { description: 'Id of an uploaded zip.' } ) ),
	expected_artifact_id: optional( Type.String( { maxLength: 200 } ) ),
	expected_content_digest: optional( Type.String( { maxLength: 200 } ) ),
	replace: optional(
		Type.Boolean( { description: 'Takes the manifest of the source when the bundle is there already.' } )
	),
	artifacts_path: artifactsPathSchema,
	authorization: authorizationSchema,
	metadata: optional( openObject( 'Handed back in the result; not stored.' ) ),
};

export const importInputSchema = request( importProperties );

export const reimportInputSchema = request( {
	...importProperties,
	artifact_id: optional( artifactIdSchema ),
	artifact_ref: optional( openObject( 'browser-artifact-ref/v1' ) ),
	artifact_result: optional( openObject( 'artifact-result-envelope/v1' ) ),
} );

export const artifactInputSchema = request( { artifact_id: artifactIdSchema, artifacts_path: artifactsPathSchema } );
