import type { OperationDefinition } from './operation.ts';

/** Every operation, in the order that listings show. To add one: a file beside this, a line here, a PHP class. */
export const operations: readonly OperationDefinition[] = [];
