import type { ErrorCatalogue } from './catalogue.ts';

/** What can be wrong with a choice of oracles. */
export const oracleErrors = {
	wp_codebox_fuzz_oracle_unknown: {
		message: 'There is no oracle or group of oracles named %s.',
		httpStatus: 400,
		exitStatus: 2,
	},
	wp_codebox_fuzz_severity_unknown: {
		message: 'A severity is high, medium, low or info, not %s.',
		httpStatus: 400,
		exitStatus: 2,
	},
} as const satisfies ErrorCatalogue;
