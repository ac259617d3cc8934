import { emitJson } from '../contracts/emit-json.ts';
import type { EmittedContract } from '../contracts/emitted.ts';
import { lowerSchema } from '../contracts/lower-schema.ts';
import { fuzzRunnerCapabilities, fuzzRunnerCapabilitiesContract } from './capabilities.ts';
import {
	PHP_IN_PROCESS_FUZZ_SUITE_RUNNER_CAPABILITIES,
	RUNTIME_BACKED_EXECUTION,
	RUNTIME_BACKED_FUZZ_SUITE_RUNNER_CAPABILITIES,
} from './capability-lists.ts';
import { WORDPRESS_FUZZ_RUNTIME_CONTRACT } from './runtime-contract.ts';
import { FUZZ_SKIP_CODES, RUNTIME_ACTION_SKIP_CODES } from './skip-codes.ts';

/** What PHP reads of the fuzz area. */
export function emittedFuzzContracts(): EmittedContract[] {
	const inProcess = fuzzRunnerCapabilitiesContract( PHP_IN_PROCESS_FUZZ_SUITE_RUNNER_CAPABILITIES );
	const runtimeBacked = fuzzRunnerCapabilitiesContract( RUNTIME_BACKED_FUZZ_SUITE_RUNNER_CAPABILITIES );
	return [
		emitJson( 'fuzz/wordpress-fuzz-runtime-contract', 'src-shared/fuzz', WORDPRESS_FUZZ_RUNTIME_CONTRACT ),
		emitJson( 'fuzz/runner-capabilities', 'src-shared/fuzz', inProcess ),
		emitJson( 'fuzz/supported-runner-capabilities', 'src-shared/fuzz', {
			'php-in-process': inProcess,
			'runtime-backed': runtimeBacked,
		} ),
		emitJson( 'fuzz/runtime-backed-execution', 'src-shared/fuzz', RUNTIME_BACKED_EXECUTION ),
		emitJson( 'fuzz/runner-capabilities-schema', 'src-shared/fuzz', lowerSchema( fuzzRunnerCapabilities ) ),
		emitJson( 'fuzz/skip-codes', 'src-shared/fuzz', FUZZ_SKIP_CODES ),
		emitJson( 'fuzz/runtime-action-skip-codes', 'src-shared/fuzz', RUNTIME_ACTION_SKIP_CODES ),
	];
}
