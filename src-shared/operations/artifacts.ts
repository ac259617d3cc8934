/** Storing, reading and moving artifact bundles (reference §11). */
import Type from 'typebox';
import {
	artifactIdSchema,
	artifactInputSchema,
	artifactsPathSchema,
	importInputSchema,
	normalizeInputSchema,
	persistInputSchema,
	reimportInputSchema,
} from '../artifacts/inputs.ts';
import {
	artifactDiscardSchema,
	artifactExportSchema,
	artifactInspectionSchema,
	artifactListSchema,
	artifactPruneSchema,
	artifactSchema,
	normalizationSchema,
	persistenceSchema,
	resultEnvelopeSchema,
} from '../artifacts/outputs.ts';
import { verificationSchema } from '../artifacts/violations.ts';
import { optional, request } from '../contracts/request.ts';
import { DESTROYS, READS, READS_BY_POST, WRITES, type OperationDefinition } from './operation.ts';

/** What a signed caller needs to store bundles. */
export const ARTIFACT_WRITE_SCOPE = 'artifact:write';

export const artifactOperations: readonly OperationDefinition[] = [
	{
		id: 'wp-codebox/normalize-browser-artifact-bundle',
		label: 'Normalize a browser artifact bundle',
		description:
			'Checks files, paths, entry point, roles and metadata of a bundle and describes it; stores nothing.',
		input: normalizeInputSchema,
		output: normalizationSchema,
		capability: 'wp_codebox_run',
		annotations: READS_BY_POST,
		facade: 'normalize_artifact_bundle',
		cli: { command: 'artifacts normalize' },
	},
	{
		id: 'wp-codebox/persist-browser-artifact',
		label: 'Persist a browser artifact',
		description:
			'Stores files as an artifact bundle: written, read back, verified, known by the digest of its content.',
		input: persistInputSchema,
		output: persistenceSchema,
		capability: 'wp_codebox_run',
		annotations: WRITES,
		trustedScope: ARTIFACT_WRITE_SCOPE,
		facade: 'persist_artifact',
		cli: { command: 'artifacts persist' },
	},
	{
		id: 'wp-codebox/list-artifacts',
		label: 'List artifacts',
		description: 'The artifact bundles of this site, newest first.',
		input: request( {
			limit: optional( Type.Integer( { minimum: 1, maximum: 1000, description: '100 when it is left out.' } ) ),
			offset: optional( Type.Integer( { minimum: 0 } ) ),
			artifacts_path: artifactsPathSchema,
		} ),
		output: artifactListSchema,
		capability: 'wp_codebox_read',
		annotations: READS,
		facade: 'list_artifacts',
		cli: { command: 'artifacts list' },
	},
	{
		id: 'wp-codebox/get-artifact',
		label: 'Get an artifact',
		description: 'A stored bundle: its manifest, metadata, changed files, patch, review and test results.',
		input: artifactInputSchema,
		output: artifactSchema,
		capability: 'wp_codebox_read',
		annotations: READS,
		facade: 'get_artifact',
		cli: { command: 'artifacts get', positional: [ 'artifact_id' ] },
	},
	{
		id: 'wp-codebox/inspect-artifact',
		label: 'Inspect an artifact',
		description: 'A stored bundle together with its verification.',
		input: artifactInputSchema,
		output: artifactInspectionSchema,
		capability: 'wp_codebox_read',
		annotations: READS,
		facade: 'inspect_artifact',
		cli: { command: 'artifacts inspect', positional: [ 'artifact_id' ] },
	},
	{
		id: 'wp-codebox/verify-artifact',
		label: 'Verify an artifact',
		description: 'Whether a stored bundle is what was written.',
		input: artifactInputSchema,
		output: verificationSchema,
		capability: 'wp_codebox_read',
		annotations: READS,
		facade: 'verify_artifact',
		cli: { command: 'artifacts verify', positional: [ 'artifact_id' ] },
		ability: false,
	},
	{
		id: 'wp-codebox/import-artifact-bundle',
		label: 'Import an artifact bundle',
		description:
			'Takes in a bundle from a directory or zip: verified before and after it is copied, seen whole or not at all.',
		input: importInputSchema,
		output: resultEnvelopeSchema,
		capability: 'wp_codebox_run',
		annotations: WRITES,
		trustedScope: ARTIFACT_WRITE_SCOPE,
		facade: 'import_artifact',
		cli: { command: 'artifacts import', positional: [ 'source_bundle_path' ] },
	},
	{
		id: 'wp-codebox/reimport-artifact-bundle',
		label: 'Reimport an artifact bundle',
		description: 'Takes in a bundle again, from a source or from the reference that an earlier result gave.',
		input: reimportInputSchema,
		output: resultEnvelopeSchema,
		capability: 'wp_codebox_run',
		annotations: WRITES,
		trustedScope: ARTIFACT_WRITE_SCOPE,
		facade: 'reimport_artifact',
		cli: { command: 'artifacts reimport', positional: [ 'source_bundle_path' ] },
	},
	{
		id: 'wp-codebox/export-artifact',
		label: 'Export an artifact',
		description: 'Writes a verified bundle as a zip whose bytes are the same every time.',
		input: request( {
			artifact_id: artifactIdSchema,
			output: Type.String( {
				minLength: 1,
				description: 'File to write, which must not exist; only for the operator at a command line.',
			} ),
			artifacts_path: artifactsPathSchema,
		} ),
		output: artifactExportSchema,
		capability: 'wp_codebox_read',
		annotations: READS_BY_POST,
		facade: 'export_artifact',
		cli: { command: 'artifacts export', positional: [ 'artifact_id', 'output' ] },
		ability: false,
	},
	{
		id: 'wp-codebox/discard-artifact',
		label: 'Discard an artifact',
		description: 'Removes a stored bundle.',
		input: artifactInputSchema,
		output: artifactDiscardSchema,
		capability: 'wp_codebox_run',
		annotations: DESTROYS,
		facade: 'discard_artifact',
		cli: { command: 'artifacts discard', positional: [ 'artifact_id' ] },
	},
	{
		id: 'wp-codebox/prune-artifacts',
		label: 'Prune artifacts',
		description:
			'Removes bundles older than the retention, and what killed writers and abandoned uploads left behind.',
		input: request( {
			older_than_days: optional(
				Type.Integer( {
					minimum: 0,
					description: "The site's setting when it is left out; 0 keeps all bundles.",
				} )
			),
			dry_run: optional( Type.Boolean( { description: 'Only says what would go.' } ) ),
			artifacts_path: artifactsPathSchema,
		} ),
		output: artifactPruneSchema,
		capability: 'wp_codebox_run',
		annotations: DESTROYS,
		facade: 'prune_artifacts',
		cli: { command: 'artifacts prune' },
		ability: false,
	},
];
