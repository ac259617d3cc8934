import type { Command } from 'commander';
import type { CliContext } from '../context.ts';

/**
 * Adds one command, or one family of commands, to the program. An action that did not end well throws a
 * `CliFailure`, or sets `process.exitCode` after it printed its result.
 */
export type RegisterCommand = ( program: Command, context: CliContext ) => void;
