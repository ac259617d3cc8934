import type { OperationDefinition } from './operation.ts';
import { runFuzzSuite } from './run-fuzz-suite.ts';

/** Every operation, in the order that listings show. To add one: a file beside this, a line here, a PHP class. */
export const operations: readonly OperationDefinition[] = [ runFuzzSuite ];
