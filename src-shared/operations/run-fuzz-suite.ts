import Type from 'typebox';
import { FUZZ_SUITE_SCHEMA } from '../fuzz/schema-ids.ts';
import { fuzzSuiteResult } from '../fuzz/result.ts';
import { fuzzSuite } from '../fuzz/suite.ts';
import { run } from '../runs/run.ts';
import { WRITES, type OperationDefinition } from './operation.ts';

export const runFuzzSuite: OperationDefinition = {
	id: 'wp-codebox/run-fuzz-suite',
	label: 'Run Fuzz Suite',
	description: 'Runs a suite of boundary cases against REST routes, abilities and pages, and reports what broke.',
	input: fuzzSuite,
	output: Type.Union( [ fuzzSuiteResult, run ], {
		description: 'The result; with `async` the run that will have it. `schema` says which.',
	} ),
	capability: 'wp_codebox_run',
	annotations: WRITES,
	facade: 'run_fuzz_suite',
	cli: { command: 'run-fuzz-suite' },
	inputSchemaId: FUZZ_SUITE_SCHEMA,
	metadata: {
		wordpress_fuzz_runtime_contract: 'fuzz/wordpress-fuzz-runtime-contract',
		runner_capabilities: 'fuzz/runner-capabilities',
		supported_runner_capabilities: 'fuzz/supported-runner-capabilities',
		runtime_backed_execution: 'fuzz/runtime-backed-execution',
		runner_capabilities_schema: 'fuzz/runner-capabilities-schema',
	},
};
