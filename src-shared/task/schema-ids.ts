import { schemaId } from '../contracts/schema-id.ts';

export const RUNTIME_TASK_REQUEST_SCHEMA = schemaId( 'runtime-task-request' );
export const RUNTIME_TASK_RESULT_SCHEMA = schemaId( 'runtime-task-result' );
export const RUNTIME_TASK_ERROR_SCHEMA = schemaId( 'runtime-task-error' );
