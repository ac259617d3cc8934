/** `./core/public`: the curated facade for new consumers (mission/000). */
export * from './core-run-results.ts';
export * from './fuzz.ts';
export * from './runtime.ts';
export {
	wordpressBlockDiscoveryToCoveragePlan,
	wordpressBlockDiscoveryToFuzzSuite,
} from '../fuzz/builders/block-discovery.ts';
export type { WordPressBlockFuzzSuiteOptions } from '../fuzz/builders/block-discovery.ts';
export { wordpressRuntimeDiscoveryToCoveragePlan } from '../fuzz/builders/runtime-discovery.ts';
export type { WordPressRuntimeDiscoveryCoveragePlanOptions } from '../fuzz/builders/runtime-discovery.ts';
export * from '../runtime/primitives.ts';
export {
	RUNTIME_TASK_ERROR_SCHEMA,
	RUNTIME_TASK_REQUEST_SCHEMA,
	RUNTIME_TASK_RESULT_SCHEMA,
} from '../task/runtime-task.ts';
export type { RuntimeTaskRequest, RuntimeTaskResult } from '../task/runtime-task.ts';
export * from '../artifacts/bundle-file-manifest.ts';
export * from '../artifacts/materialization.ts';
export * from '../artifacts/storage.ts';
export * from '../artifacts/typed-artifacts.ts';
export * from './browser.ts';
