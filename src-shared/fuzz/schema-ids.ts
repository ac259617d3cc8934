import { schemaId } from '../contracts/schema-id.ts';

/** Schema ids of the fuzz area (mission/000, "fuzz contracts"). */
export const FUZZ_SUITE_SCHEMA = schemaId( 'fuzz-suite' );
export const FUZZ_SUITE_RESULT_SCHEMA = schemaId( 'fuzz-suite-result' );
export const FUZZ_RUNNER_CAPABILITIES_SCHEMA = schemaId( 'fuzz-runner-capabilities' );
export const FUZZ_RUNNER_READINESS_SCHEMA = schemaId( 'fuzz-runner-readiness' );
export const FUZZ_COVERAGE_PLAN_SCHEMA = schemaId( 'fuzz-coverage-plan' );
export const FUZZ_FIXTURE_PLAN_SCHEMA = schemaId( 'fuzz-fixture-plan' );
export const REST_MUTATION_FIXTURE_OPT_IN_SCHEMA = schemaId( 'rest-mutation-fixture-opt-in' );
export const MUTATION_ISOLATION_ARTIFACT_SCHEMA = schemaId( 'mutation-isolation-artifact' );
export const DELETE_BOUNDARY_ARTIFACT_SCHEMA = schemaId( 'delete-boundary-artifact' );
export const WORDPRESS_ROLLBACK_ARTIFACT_SCHEMA = schemaId( 'wordpress-rollback-artifact' );
export const SANDBOX_ISOLATION_PROOF_SCHEMA = schemaId( 'sandbox-isolation-proof' );
export const WORDPRESS_FUZZ_RUNTIME_CONTRACT_SCHEMA = schemaId( 'wordpress-fuzz-runtime-contract' );
export const WORDPRESS_REST_MATRIX_SCHEMA = schemaId( 'wordpress-rest-matrix' );
export const WORDPRESS_REST_MATRIX_RESULT_SCHEMA = schemaId( 'wordpress-rest-matrix-result' );
export const FUZZ_REPLAY_CASE_REF_SCHEMA = schemaId( 'fuzz-replay-case-ref' );
export const FUZZ_REPLAY_CASE_INPUT_SCHEMA = schemaId( 'fuzz-replay-case-input' );
export const FUZZ_ARTIFACT_BUNDLE_SCHEMA = schemaId( 'fuzz-artifact-bundle' );
export const FUZZ_MINIMIZE_CAPABILITY_SCHEMA = schemaId( 'fuzz-minimize-capability' );
export const WORDPRESS_WORKLOAD_RUN_SCHEMA = schemaId( 'wordpress-workload-run' );

/** Ids of abilities and runners that fuzz documents name. */
export const CODEBOX_RUN_FUZZ_SUITE_ABILITY = 'wp-codebox/run-fuzz-suite';
