import type { TSchema } from 'typebox';
import { lowerSchema } from '../contracts/lower-schema.ts';
import type { JsonObject } from '../contracts/json.ts';
import { fuzzRunnerCapabilities } from '../fuzz/capabilities.ts';
import { coveragePlan } from '../fuzz/coverage-plan-schema.ts';
import { fixturePlan, restMutationFixtureOptIn } from '../fuzz/fixture-plan.ts';
import { fuzzSuiteResult } from '../fuzz/result.ts';
import {
	FUZZ_COVERAGE_PLAN_SCHEMA,
	FUZZ_FIXTURE_PLAN_SCHEMA,
	FUZZ_RUNNER_CAPABILITIES_SCHEMA,
	FUZZ_SUITE_RESULT_SCHEMA,
	FUZZ_SUITE_SCHEMA,
	REST_MUTATION_FIXTURE_OPT_IN_SCHEMA,
} from '../fuzz/schema-ids.ts';
import { fuzzSuite } from '../fuzz/suite.ts';
import {
	RUNTIME_TASK_REQUEST_SCHEMA,
	RUNTIME_TASK_RESULT_SCHEMA,
	runtimeTaskRequest,
	runtimeTaskResult,
} from '../task/runtime-task.ts';

const SCHEMAS: Readonly< Record< string, TSchema > > = {
	[ FUZZ_SUITE_SCHEMA ]: fuzzSuite,
	[ FUZZ_SUITE_RESULT_SCHEMA ]: fuzzSuiteResult,
	[ FUZZ_RUNNER_CAPABILITIES_SCHEMA ]: fuzzRunnerCapabilities,
	[ FUZZ_COVERAGE_PLAN_SCHEMA ]: coveragePlan,
	[ FUZZ_FIXTURE_PLAN_SCHEMA ]: fixturePlan,
	[ REST_MUTATION_FIXTURE_OPT_IN_SCHEMA ]: restMutationFixtureOptIn,
	[ RUNTIME_TASK_REQUEST_SCHEMA ]: runtimeTaskRequest,
	[ RUNTIME_TASK_RESULT_SCHEMA ]: runtimeTaskResult,
};

/** Ids of the documents that have a JSON Schema here. */
export function jsonSchemaIds(): string[] {
	return Object.keys( SCHEMAS );
}

/**
 * @param name A schema id, or its name without namespace and version.
 * @return JSON Schema in the dialect that WordPress and Ajv both read, with the id as `title`; undefined for an unknown name.
 */
export function jsonSchema( name: string ): JsonObject | undefined {
	const id = Object.hasOwn( SCHEMAS, name ) ? name : `wp-codebox/${ name }/v1`;
	const schema = SCHEMAS[ id ];
	return schema && { title: id, ...lowerSchema( schema, id ) };
}
