/** The fuzz area as it is published; the entrypoints beside this re-export it. */
export * from '../fuzz/schema-ids.ts';
export * from '../fuzz/capabilities.ts';
export {
	PHP_IN_PROCESS_FUZZ_SUITE_RUNNER_CAPABILITIES,
	RUNTIME_BACKED_FUZZ_SUITE_RUNNER_CAPABILITIES,
} from '../fuzz/capability-lists.ts';
export * from '../fuzz/coverage-plan.ts';
export type * from '../fuzz/coverage-plan-schema.ts';
export {
	crudFixtureSeedOperation,
	fuzzFixturePlanContract,
	isRestMutationMethod,
	mutationFixtureSeedOperation,
	readFixtureSeedOperation,
	restMutationFixtureOptInContract,
} from '../fuzz/fixture-plan.ts';
export type * from '../fuzz/fixture-plan.ts';
export * from '../fuzz/isolation-proof.ts';
export * from '../fuzz/mutation-artifacts.ts';
export type * from '../fuzz/mutation-intent.ts';
export * from '../fuzz/replay.ts';
export type * from '../fuzz/reset-policy.ts';
export * from '../fuzz/rest-matrix.ts';
export * from '../fuzz/result-envelope.ts';
export type * from '../fuzz/result.ts';
export * from '../fuzz/rollback-artifact.ts';
export * from '../fuzz/runtime-contract.ts';
export { summarizeFuzzCases, summarizeFuzzCoverage } from '../fuzz/summaries.ts';
export * from '../fuzz/suite-contract.ts';
export type * from '../fuzz/suite.ts';
export type * from '../fuzz/target.ts';
export type * from '../fuzz/builders/options.ts';
export { databaseInventoryToCoveragePlan, databaseInventoryToFuzzSuite } from '../fuzz/builders/database-inventory.ts';
export {
	adminPageInventoryToCoveragePlan,
	adminPageInventoryToFuzzSuite,
	frontendUrlInventoryToCoveragePlan,
	frontendUrlInventoryToFuzzSuite,
} from '../fuzz/builders/page-inventories.ts';
export { restRouteInventoryToCoveragePlan, restRouteInventoryToFuzzSuite } from '../fuzz/builders/rest-inventory.ts';
