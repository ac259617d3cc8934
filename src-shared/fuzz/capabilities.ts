import Type from 'typebox';
import { oneOf, openObject, optional, result } from '../contracts/request.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';
import { FUZZ_RUNNER_CAPABILITIES_SCHEMA, FUZZ_RUNNER_READINESS_SCHEMA } from './schema-ids.ts';
import type { FuzzSuiteContract, FuzzSuiteRunnerMode } from './suite.ts';

const names = Type.Array( Type.String() );

export const fuzzRunnerCapabilities = result(
	{
		schema: Type.Literal( FUZZ_RUNNER_CAPABILITIES_SCHEMA ),
		mode: oneOf( [ 'php-in-process', 'runtime-backed' ] ),
		entrypoint: optional( Type.String() ),
		capabilities: names,
		targetKinds: names,
		operationKinds: optional( names ),
		runtimeActionTypes: optional( names ),
		commands: optional( names ),
		unsupportedRequiredCapabilities: names,
		metadata: optional( openObject() ),
	},
	'What a runner of fuzz suites can do (wp-codebox/fuzz-runner-capabilities/v1).'
);

/** What a runner can do. */
export interface FuzzSuiteRunnerCapabilities {
	schema?: typeof FUZZ_RUNNER_CAPABILITIES_SCHEMA;
	mode: FuzzSuiteRunnerMode;
	entrypoint?: string;
	capabilities: string[];
	targetKinds: string[];
	operationKinds?: string[];
	runtimeActionTypes?: string[];
	commands?: string[];
	unsupportedRequiredCapabilities?: string[];
	metadata?: Record< string, unknown >;
}

/** A `wp-codebox/fuzz-runner-capabilities/v1` document. */
export interface FuzzRunnerCapabilitiesContract extends FuzzSuiteRunnerCapabilities {
	schema: typeof FUZZ_RUNNER_CAPABILITIES_SCHEMA;
	unsupportedRequiredCapabilities: string[];
}

/** A `wp-codebox/fuzz-runner-readiness/v1` document. */
export interface FuzzRunnerReadinessContract {
	schema: typeof FUZZ_RUNNER_READINESS_SCHEMA;
	status: 'ready' | 'unsupported';
	entrypoint: string;
	mode: FuzzSuiteRunnerMode;
	capabilities: FuzzRunnerCapabilitiesContract;
	operationKinds: string[];
	unsupportedRequiredCapabilities: string[];
	metadata?: Record< string, unknown >;
}

/** Capabilities that a suite declares under `metadata.requiredRunnerCapabilities`. */
export interface FuzzRunnerRequiredCapabilities {
	capabilities?: readonly string[];
	targetKinds?: readonly string[];
	target_kinds?: readonly string[];
	runtimeActionTypes?: readonly string[];
	runtime_action_types?: readonly string[];
	commands?: readonly string[];
}

/** A suite, a declaration, or a plain list of capability names. */
export type RequiredCapabilitiesSource = FuzzSuiteContract | FuzzRunnerRequiredCapabilities | readonly string[];

/**
 * What a suite needs of a runner: what it declares, and what its targets say.
 *
 * Both runners use this rule; the earlier TypeScript one did not look at the targets.
 *
 * @param suite The suite.
 * @return Capability names, in order, once each.
 */
export function fuzzSuiteRequiredRunnerCapabilities( suite: FuzzSuiteContract ): string[] {
	const metadata = record( suite.metadata );
	const declared = record( metadata.requiredRunnerCapabilities ?? metadata.required_runner_capabilities );
	const inferred: string[] = [];
	if ( suite.target ) {
		inferred.push( `target:${ suite.target.kind }` );
	}
	for ( const fuzzCase of suite.cases ) {
		const target = fuzzCase.target ?? suite.target;
		if ( fuzzCase.target ) {
			inferred.push( `target:${ fuzzCase.target.kind }` );
		}
		const type = record( fuzzCase.input ).type;
		if ( target?.kind === 'runtime-action' && typeof type === 'string' && type !== '' ) {
			inferred.push( `runtime-action:${ type }` );
		}
	}
	return unique( [
		...requiredNames( declared as FuzzRunnerRequiredCapabilities ),
		...strings( metadata.requiredCapabilities ?? metadata.required_capabilities ),
		...inferred,
	] );
}

/**
 * @param required           What is needed.
 * @param runnerCapabilities What a runner can do.
 * @return What is missing, in order, once each.
 */
export function unsupportedRequiredFuzzRunnerCapabilities(
	required: RequiredCapabilitiesSource,
	runnerCapabilities: FuzzSuiteRunnerCapabilities
): string[] {
	const available = new Set( [
		...runnerCapabilities.capabilities,
		...runnerCapabilities.targetKinds.map( ( kind ) => `target:${ kind }` ),
		...( runnerCapabilities.runtimeActionTypes ?? [] ).map( ( type ) => `runtime-action:${ type }` ),
		...( runnerCapabilities.commands ?? [] ).map( ( command ) => `command:${ command }` ),
	] );
	return requiredFrom( required ).filter( ( name ) => ! available.has( name ) );
}

/**
 * The public document about a runner, with what it cannot give to a suite.
 *
 * @param input    What the runner can do.
 * @param required What is asked of it.
 */
export function fuzzRunnerCapabilitiesContract(
	input: FuzzSuiteRunnerCapabilities,
	required?: RequiredCapabilitiesSource
): FuzzRunnerCapabilitiesContract {
	const own = withoutUndefined( {
		schema: FUZZ_RUNNER_CAPABILITIES_SCHEMA,
		mode: input.mode,
		entrypoint: input.entrypoint,
		capabilities: unique( input.capabilities ),
		targetKinds: unique( input.targetKinds ),
		operationKinds: input.operationKinds && unique( input.operationKinds ),
		runtimeActionTypes: input.runtimeActionTypes && unique( input.runtimeActionTypes ),
		commands: input.commands && unique( input.commands ),
		unsupportedRequiredCapabilities: unique( input.unsupportedRequiredCapabilities ?? [] ),
		metadata: input.metadata,
	} );
	return required === undefined
		? own
		: {
				...own,
				unsupportedRequiredCapabilities: unsupportedRequiredFuzzRunnerCapabilities( required, own ),
			};
}

/**
 * Whether a runner can take a suite.
 *
 * It compares declarations; whether a runtime can really be started is `wp-codebox doctor`'s question.
 *
 * @param input    What the runner can do.
 * @param required What is asked of it.
 */
export function fuzzRunnerReadinessContract(
	input: FuzzSuiteRunnerCapabilities,
	required?: RequiredCapabilitiesSource
): FuzzRunnerReadinessContract {
	const capabilities = fuzzRunnerCapabilitiesContract( input, required );
	const missing = capabilities.unsupportedRequiredCapabilities;
	return withoutUndefined( {
		schema: FUZZ_RUNNER_READINESS_SCHEMA,
		status: missing.length === 0 ? 'ready' : 'unsupported',
		entrypoint: capabilities.entrypoint ?? 'run-fuzz-suite',
		mode: capabilities.mode,
		capabilities,
		operationKinds: capabilities.operationKinds ?? [],
		unsupportedRequiredCapabilities: missing,
		metadata: capabilities.metadata,
	} );
}

function requiredFrom( source: RequiredCapabilitiesSource ): string[] {
	if ( Array.isArray( source ) ) {
		return unique( strings( source ) );
	}
	const object = source as FuzzSuiteContract | FuzzRunnerRequiredCapabilities;
	return 'cases' in object ? fuzzSuiteRequiredRunnerCapabilities( object ) : unique( requiredNames( object ) );
}

function requiredNames( declared: FuzzRunnerRequiredCapabilities ): string[] {
	return [
		...strings( declared.capabilities ),
		...strings( declared.targetKinds ?? declared.target_kinds ).map( ( kind ) => `target:${ kind }` ),
		...strings( declared.runtimeActionTypes ?? declared.runtime_action_types ).map(
			( type ) => `runtime-action:${ type }`
		),
		...strings( declared.commands ).map( ( command ) => `command:${ command }` ),
	];
}

function record( value: unknown ): Record< string, unknown > {
	return value !== null && typeof value === 'object' && ! Array.isArray( value )
		? ( value as Record< string, unknown > )
		: {};
}

function strings( value: unknown ): string[] {
	return Array.isArray( value ) ? value.filter( ( item ) => typeof item === 'string' ) : [];
}

function unique( values: readonly string[] ): string[] {
	return [ ...new Set( values ) ];
}
