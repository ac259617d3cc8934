import { schemaId } from '../contracts/schema-id.ts';
import { PROVIDER_RUNTIME_INVOCATION_CONTRACT_SCHEMA } from './schema-ids.ts';

/**
 * What a runtime provider is asked for and answers with (`provider-runtime-invocation-contract/v1`).
 */
export const PROVIDER_RUNTIME_INVOCATION_CONTRACT = {
	schema: PROVIDER_RUNTIME_INVOCATION_CONTRACT_SCHEMA,
	version: 1,
	tasks: {
		workspacePrepare: 'wp-codebox.runner-workspace.prepare',
		workspaceCapture: 'wp-codebox.runner-workspace.capture',
		workspaceCommand: 'wp-codebox.runner-workspace.command',
		workspacePublish: 'wp-codebox.runner-workspace.publish',
		toolCallTranscriptRecord: 'wp-codebox.tool-call-transcript.record',
		artifactHandoff: 'wp-codebox.artifact-handoff',
	},
	abilities: {
		workspacePrepare: 'wp-codebox/runner-workspace-prepare',
		workspaceCapture: 'wp-codebox/runner-workspace-capture',
		workspaceCommand: 'wp-codebox/runner-workspace-command',
		workspacePublish: 'wp-codebox/runner-workspace-publish',
		toolCallTranscriptRecord: 'wp-codebox/record-tool-call-transcript',
		artifactHandoff: 'wp-codebox/handoff-artifacts',
	},
	result_schemas: {
		workspace_prepare: schemaId( 'runner-workspace-prepare-result' ),
		workspace_capture: schemaId( 'runner-workspace-capture-result' ),
		workspace_command: schemaId( 'runner-workspace-command-result' ),
		workspace_publication: schemaId( 'runner-workspace-publication-result' ),
		tool_call_transcript: schemaId( 'tool-call-transcript' ),
		evidence_artifact_envelope: schemaId( 'evidence-artifact-envelope' ),
		artifact_result_envelope: schemaId( 'artifact-result-envelope' ),
	},
} as const;

export type ProviderRuntimeInvocationContract = typeof PROVIDER_RUNTIME_INVOCATION_CONTRACT;
