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
import { pageLoadResult, WORDPRESS_PAGE_LOAD_RESULT_SCHEMA } from '../observation/page-load.ts';
import { blockExerciseResult, WORDPRESS_BLOCK_EXERCISE_RESULT_SCHEMA } from '../runtime/block-exercise.ts';
import {
	crudOperation,
	crudResult,
	WORDPRESS_CRUD_OPERATION_SCHEMA,
	WORDPRESS_CRUD_RESULT_SCHEMA,
} from '../runtime/crud-operation.ts';
import {
	dbOperation,
	dbResult,
	WORDPRESS_DB_OPERATION_SCHEMA,
	WORDPRESS_DB_RESULT_SCHEMA,
} from '../runtime/db-operation.ts';
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
	[ WORDPRESS_CRUD_OPERATION_SCHEMA ]: crudOperation,
	[ WORDPRESS_CRUD_RESULT_SCHEMA ]: crudResult,
	[ WORDPRESS_DB_OPERATION_SCHEMA ]: dbOperation,
	[ WORDPRESS_DB_RESULT_SCHEMA ]: dbResult,
	[ WORDPRESS_PAGE_LOAD_RESULT_SCHEMA ]: pageLoadResult,
	[ WORDPRESS_BLOCK_EXERCISE_RESULT_SCHEMA ]: blockExerciseResult,
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
