import { CODEBOX_RUN_FUZZ_SUITE_ABILITY } from '../fuzz/schema-ids.ts';

/** The seven abilities that mission/000 names as the public boundary for orchestrators. */
export const CODEBOX_RUN_AGENT_TASK_ABILITY = 'wp-codebox/run-agent-task';
export const CODEBOX_RUN_AGENT_TASK_BATCH_ABILITY = 'wp-codebox/run-agent-task-batch';
export const CODEBOX_RUN_AGENT_TASK_FANOUT_ABILITY = 'wp-codebox/run-agent-task-fanout';
export const CODEBOX_RUN_RUNTIME_PACKAGE_ABILITY = 'wp-codebox/run-runtime-package';
export const CODEBOX_RESOLVE_RUNTIME_REQUIREMENTS_ABILITY = 'wp-codebox/resolve-runtime-requirements';
export const CODEBOX_RUN_WORDPRESS_WORKLOAD_ABILITY = 'wp-codebox/run-wordpress-workload';

export const CODEBOX_PUBLIC_RUNTIME_ABILITIES = {
	agentTask: {
		run: CODEBOX_RUN_AGENT_TASK_ABILITY,
		batch: CODEBOX_RUN_AGENT_TASK_BATCH_ABILITY,
		fanout: CODEBOX_RUN_AGENT_TASK_FANOUT_ABILITY,
	},
	runtimePackage: { run: CODEBOX_RUN_RUNTIME_PACKAGE_ABILITY },
	runtimeRequirements: { resolve: CODEBOX_RESOLVE_RUNTIME_REQUIREMENTS_ABILITY },
	wordpressRuntime: {
		runWorkload: CODEBOX_RUN_WORDPRESS_WORKLOAD_ABILITY,
		runFuzzSuite: CODEBOX_RUN_FUZZ_SUITE_ABILITY,
	},
} as const;

export const CODEBOX_PUBLIC_RUNTIME_CAPABILITIES = [
	'agent-task:run',
	'agent-task:batch',
	'agent-task:fanout',
	'runtime-package:run',
	'runtime-requirements:resolve',
	'wordpress-runtime:workload',
	'wordpress-runtime:fuzz-suite',
	'contract-manifest:read',
] as const;
