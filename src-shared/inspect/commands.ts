import { commandRegistry } from './command-registry.ts';
import type { CommandDefinition, CommandValidationDescriptor } from './command-types.ts';

/**
 * @param command Id of a command.
 * @return Its definition; undefined when there is none.
 */
export function getCommandDefinition( command: string ): CommandDefinition | undefined {
	return commandRegistry.find( ( { id } ) => id === command );
}

/** Commands that a recipe may use as a step. */
export function recipeCommandDefinitions(): CommandDefinition[] {
	return commandRegistry.filter( ( { recipe } ) => recipe );
}

/** Commands that a runtime executes itself. */
export function runtimeCommandDefinitions(): CommandDefinition[] {
	return commandRegistry.filter( ( { handler } ) => handler.kind === 'playground' );
}

/** Commands that a fuzz case may aim at. */
export function fuzzTargetCommandDefinitions(): CommandDefinition[] {
	return commandRegistry.filter(
		( { metadata, handler } ) => handler.kind === 'playground' && metadata?.excludeFromFuzzTargets !== true
	);
}

/**
 * @param command Id of a command.
 * @return What is checked before it runs; undefined when there is no such command.
 */
export function commandValidationDescriptorFor( command: string ): CommandValidationDescriptor | undefined {
	return getCommandDefinition( command )?.validation;
}

/**
 * The commands that a policy has to allow for one command to run: itself, and what it runs in turn.
 *
 * @param command     Id of a command.
 * @param definitions Where to look; default all.
 */
export function effectivePolicyCommands(
	command: string,
	definitions: readonly CommandDefinition[] = commandRegistry
): string[] {
	return effectivePolicyCommandsFor( [ command ], definitions );
}

/**
 * @param commands    Ids of commands.
 * @param definitions Where to look; default all.
 * @return The commands that a policy has to allow, once each, in the order they were met.
 */
export function effectivePolicyCommandsFor(
	commands: readonly string[],
	definitions: readonly CommandDefinition[] = commandRegistry
): string[] {
	const found = new Set< string >();
	const visit = ( id: string ): void => {
		if ( ! found.has( id ) ) {
			found.add( id );
			definitions.find( ( definition ) => definition.id === id )?.requiresPolicyCommands?.forEach( visit );
		}
	};
	commands.forEach( visit );
	return [ ...found ];
}
