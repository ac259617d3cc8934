import {
	publicContractPrimitivesOperation,
	publicContractSchemasOperation,
	runtimeContractManifestOperation,
	runtimeDescriptorOperation,
	wordpressFuzzRuntimeContractOperation,
} from './discovery.ts';
import { generateFuzzSuite } from './generate-fuzz-suite.ts';
import { fuzz } from './fuzz.ts';
import { artifactOperations } from './artifacts.ts';
import { browserOperations } from './browser.ts';
import { trustedKeyOperations } from './trusted-keys.ts';
import type { OperationDefinition } from './operation.ts';
import { listFuzzOracles } from './list-fuzz-oracles.ts';
import { replayFindings } from './replay.ts';
import { runFuzzSuite } from './run-fuzz-suite.ts';
import { runRuntimeTask } from './run-runtime-task.ts';
import { cancelRun, getRun, listRuns, resumeRun, watchRun, workOnRuns } from './runs.ts';

/** Every operation, in the order that listings show. To add one: a file beside this, a line here, a row in verb-table.ts, a PHP class. */
export const operations: readonly OperationDefinition[] = [
	runFuzzSuite,
	fuzz,
	replayFindings,
	generateFuzzSuite,
	listFuzzOracles,
	runRuntimeTask,
	runtimeDescriptorOperation,
	runtimeContractManifestOperation,
	publicContractPrimitivesOperation,
	publicContractSchemasOperation,
	wordpressFuzzRuntimeContractOperation,
	getRun,
	listRuns,
	cancelRun,
	resumeRun,
	watchRun,
	workOnRuns,
	...artifactOperations,
	...trustedKeyOperations,
	...browserOperations,
];
