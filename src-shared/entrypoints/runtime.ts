/** Runtime, discovery and observation as they are published; the entrypoints beside this re-export them. */
export type { BackendNeutralArtifactRef } from '../contracts/artifact-ref.ts';
export * from '../discovery/inventories.ts';
export * from '../observation/hotspots.ts';
export * from '../observation/page-load.ts';
export * from '../observation/performance.ts';
export * from '../runtime/abilities.ts';
export * from '../runtime/block-exercise.ts';
export * from '../runtime/contract-normalizers.ts';
export * from '../runtime/contract-schemas.ts';
export {
	createUnsupportedWordPressCrudResult,
	normalizeWordPressCrudOperation,
	WORDPRESS_CRUD_OPERATION_JSON_SCHEMA,
	WORDPRESS_CRUD_OPERATION_SCHEMA,
	WORDPRESS_CRUD_RESULT_JSON_SCHEMA,
	WORDPRESS_CRUD_RESULT_SCHEMA,
} from '../runtime/crud-operation.ts';
export type * from '../runtime/crud-operation.ts';
export * from '../runtime/db-operation.ts';
export * from '../runtime/descriptor.ts';
export * from '../runtime/manifest.ts';
export type * from '../runtime/provider-invocation.ts';
export * from '../runtime/schema-ids.ts';
