import Type from 'typebox';
import { oneOf, openObject, optional, result } from '../contracts/request.ts';
import {
	ARTIFACT_DISCARD_SCHEMA,
	ARTIFACT_EXPORT_SCHEMA,
	ARTIFACT_INSPECTION_SCHEMA,
	ARTIFACT_LIST_SCHEMA,
	ARTIFACT_PRUNE_SCHEMA,
	ARTIFACT_SCHEMA,
	BROWSER_ARTIFACT_GRANT_SCHEMA,
	BROWSER_ARTIFACT_PERSISTENCE_SCHEMA,
	BROWSER_ARTIFACT_REF_SCHEMA,
	BROWSER_BUNDLE_NORMALIZATION_SCHEMA,
	BROWSER_PERSISTED_BUNDLE_SCHEMA,
} from './schemas.ts';
import {
	ARTIFACT_RESULT_ENVELOPE_SCHEMA,
	ARTIFACT_RESULT_OPERATIONS,
	ARTIFACT_RESULT_STATUSES,
} from './result-envelope.ts';
import { verificationSchema } from './violations.ts';

const digestSchema = result( { algorithm: Type.Literal( 'sha256' ), value: Type.String() } );

/** One bundle of a list. */
export const artifactSummarySchema = result( {
	id: Type.String(),
	content_digest: Type.String(),
	created_at: Type.String(),
	directory: Type.String( { description: 'Name of its directory in the store; never its place on the host.' } ),
	paths: openObject( 'Paths in the bundle: manifest, metadata, changed_files, patch, test_results, review.' ),
	file_count: Type.Integer(),
	bytes: Type.Integer(),
	has_patch: Type.Boolean(),
	has_changed_files: Type.Boolean(),
	has_test_results: Type.Boolean(),
	has_review: Type.Boolean(),
} );

export const artifactListSchema = result( {
	schema: Type.Literal( ARTIFACT_LIST_SCHEMA ),
	success: Type.Boolean(),
	root: Type.String( { description: 'Names the store; never its place on the host.' } ),
	total: Type.Integer(),
	bytes: Type.Integer( { description: 'Of all bundles.' } ),
	artifacts: Type.Array( artifactSummarySchema ),
} );

export const artifactSchema = result( {
	schema: Type.Literal( ARTIFACT_SCHEMA ),
	success: Type.Boolean(),
	artifact: artifactSummarySchema,
} );

export const artifactInspectionSchema = result( {
	schema: Type.Literal( ARTIFACT_INSPECTION_SCHEMA ),
	success: Type.Boolean( { description: 'Whether the bundle verifies.' } ),
	artifact: openObject( 'What get-artifact gives; only the id for a bundle that cannot be read.' ),
	verification: verificationSchema,
} );

export const artifactDiscardSchema = result( {
	schema: Type.Literal( ARTIFACT_DISCARD_SCHEMA ),
	success: Type.Boolean(),
	artifact_id: Type.String(),
} );

export const artifactPruneSchema = result( {
	schema: Type.Literal( ARTIFACT_PRUNE_SCHEMA ),
	success: Type.Boolean(),
	dry_run: Type.Boolean(),
	removed: Type.Array( Type.String() ),
	abandoned: Type.Integer( { description: 'Staging directories and uploads that nobody finishes.' } ),
	bytes: Type.Integer(),
} );

export const artifactExportSchema = result( {
	schema: Type.Literal( ARTIFACT_EXPORT_SCHEMA ),
	success: Type.Boolean(),
	artifact_id: Type.String(),
	output: Type.String(),
	bytes: Type.Integer(),
	sha256: Type.String(),
} );

const normalizedFileSchema = result( {
	path: Type.String(),
	encoding: oneOf( [ 'utf-8', 'base64', 'upload' ] ),
	mime_type: Type.String(),
	size: Type.Integer(),
	sha256: Type.String(),
	kind: Type.String(),
	roles: optional( Type.Array( Type.String() ) ),
} );

export const normalizationSchema = result( {
	schema: Type.Literal( BROWSER_BUNDLE_NORMALIZATION_SCHEMA ),
	success: Type.Boolean(),
	caller_schema: Type.String(),
	root: Type.String(),
	entrypoint: Type.String(),
	files: Type.Array( normalizedFileSchema ),
	roles: openObject(),
	provenance: openObject(),
	metadata: openObject(),
	content_digest: Type.String(),
} );

export const persistenceSchema = result( {
	schema: Type.Literal( BROWSER_ARTIFACT_PERSISTENCE_SCHEMA ),
	success: Type.Boolean(),
	status: oneOf( [ 'created', 'existing' ] ),
	artifact_id: Type.String(),
	content_digest: Type.String(),
	directory: Type.String(),
	artifact_ref: result( {
		schema: Type.Literal( BROWSER_ARTIFACT_REF_SCHEMA ),
		artifact_id: Type.String(),
		content_digest: Type.String(),
		status: Type.String(),
	} ),
	persisted_bundle: result( {
		schema: Type.Literal( BROWSER_PERSISTED_BUNDLE_SCHEMA ),
		root: Type.String(),
		files: Type.Array(
			result( {
				path: Type.String(),
				artifact_path: Type.String(),
				status: Type.String(),
				encoding: Type.String(),
				mime_type: Type.String(),
				size: Type.Integer(),
				sha256: digestSchema,
				kind: Type.String(),
			} )
		),
	} ),
	grant: result( {
		schema: Type.Literal( BROWSER_ARTIFACT_GRANT_SCHEMA ),
		scope: Type.String(),
		authorization: Type.String(),
	} ),
	artifact: artifactSummarySchema,
	verification: verificationSchema,
} );

export const resultEnvelopeSchema = result( {
	schema: Type.Literal( ARTIFACT_RESULT_ENVELOPE_SCHEMA ),
	operation: oneOf( ARTIFACT_RESULT_OPERATIONS ),
	status: oneOf( ARTIFACT_RESULT_STATUSES ),
	success: Type.Boolean(),
	artifactRefs: Type.Array( openObject() ),
	evidenceRefs: Type.Array( openObject() ),
	typed_artifacts: Type.Array( openObject() ),
	diagnostics: Type.Array( openObject() ),
} );
