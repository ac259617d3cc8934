/** The command registry as it is published. */
export * from '../inspect/browser-probe.ts';
export { commandRegistry } from '../inspect/command-registry.ts';
export type {
	CommandId,
	PlaygroundRuntimeCommandDefinition,
	PlaygroundRuntimeCommandId,
} from '../inspect/command-registry.ts';
export type * from '../inspect/command-types.ts';
export * from '../inspect/commands.ts';
