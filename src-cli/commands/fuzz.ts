import { Option, type Command } from 'commander';
import {
	fuzzRunnerCapabilitiesContract,
	fuzzRunnerReadinessContract,
	type FuzzSuiteRunnerCapabilities,
} from '../../src-shared/fuzz/capabilities.ts';
import {
	PHP_IN_PROCESS_FUZZ_SUITE_RUNNER_CAPABILITIES,
	RUNTIME_BACKED_FUZZ_SUITE_RUNNER_CAPABILITIES,
} from '../../src-shared/fuzz/capability-lists.ts';
import { wordpressFuzzRuntimeContract } from '../../src-shared/fuzz/runtime-contract.ts';
import type { FuzzSuiteContract } from '../../src-shared/fuzz/suite.ts';
import { CliFailure } from '../cli-failure.ts';
import { printJson } from '../context.ts';
import { EXIT } from '../exit-status.ts';
import { readJsonObject } from '../json-input.ts';
import type { RegisterCommand } from './command.ts';
import { registerFuzzPlugin } from './fuzz-plugin.ts';
import { withJsonFlags } from './json-flags.ts';

/** `simple` is how older scripts call the runner without a disposable WordPress. */
const RUNNERS: Readonly< Record< string, FuzzSuiteRunnerCapabilities > > = {
	'runtime-backed': RUNTIME_BACKED_FUZZ_SUITE_RUNNER_CAPABILITIES,
	'php-in-process': PHP_IN_PROCESS_FUZZ_SUITE_RUNNER_CAPABILITIES,
	simple: PHP_IN_PROCESS_FUZZ_SUITE_RUNNER_CAPABILITIES,
};

interface RunnerFlags {
	readonly mode?: string;
	readonly runnerMode?: string;
	readonly inputFile?: string;
}

export const registerFuzz: RegisterCommand = ( program, context ) => {
	const fuzz = program.command( 'fuzz' ).description( 'Fuzz the plugin in a folder, in a disposable WordPress.' );
	registerFuzzPlugin( fuzz, context );
	withJsonFlags(
		fuzz.command( 'descriptor' ).description( 'What may be fuzzed, and what evidence a run leaves.' )
	).action( () => printJson( context, wordpressFuzzRuntimeContract() ) );
	withRunnerFlags( fuzz.command( 'capabilities' ).description( 'What a runner of fuzz suites can do.' ) ).action(
		( flags: RunnerFlags ) =>
			printJson( context, fuzzRunnerCapabilitiesContract( runner( flags ), suite( flags, context.cwd ) ) )
	);
	withRunnerFlags( fuzz.command( 'readiness' ).description( 'Whether a runner can take a suite.' ) ).action(
		( flags: RunnerFlags ) => {
			const readiness = fuzzRunnerReadinessContract( runner( flags ), suite( flags, context.cwd ) );
			printJson( context, readiness );
			process.exitCode = readiness.status === 'ready' ? EXIT.clean : EXIT.incomplete;
		}
	);
};

function withRunnerFlags( command: Command ): Command {
	return withJsonFlags( command )
		.addOption( new Option( '--mode <mode>', 'the runner' ).choices( Object.keys( RUNNERS ) ) )
		.addOption( new Option( '--runner-mode <mode>', 'alias of --mode' ).choices( Object.keys( RUNNERS ) ) )
		.option( '--input-file <file>', 'a fuzz-suite/v1 document to hold against it; - reads standard input' );
}

function runner( flags: RunnerFlags ): FuzzSuiteRunnerCapabilities {
	return RUNNERS[ flags.mode ?? flags.runnerMode ?? 'runtime-backed' ]!;
}

function suite( flags: RunnerFlags, cwd: string ): FuzzSuiteContract | undefined {
	if ( flags.inputFile === undefined ) {
		return undefined;
	}
	const document = readJsonObject( flags.inputFile, cwd, '--input-file' );
	if ( ! Array.isArray( document.cases ) ) {
		throw new CliFailure( 'wp_codebox_invalid_input', 'cases has to be a list.', 'cases' );
	}
	return document as unknown as FuzzSuiteContract;
}
