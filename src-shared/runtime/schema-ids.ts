import { schemaId } from '../contracts/schema-id.ts';

/** Schema ids of the runtime area. */
export const RUNTIME_DESCRIPTOR_SCHEMA = schemaId( 'runtime-descriptor' );
export const RUNTIME_CONTRACT_MANIFEST_SCHEMA = schemaId( 'runtime-contract-manifest' );
export const PROVIDER_RUNTIME_INVOCATION_CONTRACT_SCHEMA = schemaId( 'provider-runtime-invocation-contract' );
export const AGENT_TASK_RUN_REQUEST_SCHEMA = schemaId( 'agent-task-run-request' );
export const AGENT_TASK_RUN_RESULT_SCHEMA = schemaId( 'agent-task-run-result' );
