import { normalizeFuzzSuiteResetPolicy } from '../fuzz/suite-contract.ts';
import { normalizeWordPressBlockExerciseInput } from './block-exercise.ts';
import { normalizeRuntimeContractSchema } from './contract-schemas.ts';
import { normalizeWordPressCrudOperation } from './crud-operation.ts';
import { normalizeWordPressDbOperation } from './db-operation.ts';

/** The normalizers of public documents, by what they normalize. */
export const RUNTIME_CONTRACT_NORMALIZERS = {
	schema: normalizeRuntimeContractSchema,
	fuzzSuiteResetPolicy: normalizeFuzzSuiteResetPolicy,
	wordpressCrudOperation: normalizeWordPressCrudOperation,
	wordpressDbOperation: normalizeWordPressDbOperation,
	wordpressBlockExerciseInput: normalizeWordPressBlockExerciseInput,
} as const;
