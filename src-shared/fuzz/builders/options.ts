import type { RestMutationFixtureOptInContract } from '../fixture-plan.ts';
import type { FuzzSuiteResetPolicy } from '../reset-policy.ts';

export const REST_PAYLOAD_FAMILIES = [
	'valid-minimal',
	'boundary-large-string',
	'invalid-type',
	'nested-object',
	'null-empty',
	'enum-variant',
	'numeric-boundary',
	'boolean-flip',
	'repeated-field',
] as const;

export type WordPressRestPayloadFamily = ( typeof REST_PAYLOAD_FAMILIES )[ number ];
export type WordPressPageLoadFuzzMode = 'simulated' | 'server' | 'browser';

/** What the builders that turn an inventory into a suite may be told. */
export interface WordPressInventoryFuzzSuiteOptions {
	id?: string;
	version?: string;
	metadata?: Record< string, unknown >;
	user?: string;
	session?: string;
	pageLoadMode?: WordPressPageLoadFuzzMode;
	capture?: readonly string[];
	restMutationOptIns?: readonly RestMutationFixtureOptInContract[];
	restPayloadFamilies?: readonly WordPressRestPayloadFamily[];
	restGeneratedMutationResetPolicy?: FuzzSuiteResetPolicy;
	dbGeneratedMutationResetPolicy?: FuzzSuiteResetPolicy;
}
