import { commandRegistry } from '../../src-shared/inspect/command-registry.ts';
import { printJson } from '../context.ts';
import type { RegisterCommand } from './command.ts';
import { withJsonFlags } from './json-flags.ts';

export const registerCommands: RegisterCommand = ( program, context ) => {
	withJsonFlags(
		program
			.command( 'commands' )
			.description( 'The commands that runtimes and recipes execute, with their arguments.' )
	).action( ( flags: { readonly json?: boolean; readonly format?: string } ) => {
		if ( flags.json || flags.format === 'json' ) {
			printJson( context, commandRegistry );
			return;
		}
		const width = Math.max( ...commandRegistry.map( ( { id } ) => id.length ) );
		for ( const { id, description } of commandRegistry ) {
			context.out( `${ id.padEnd( width ) }  ${ description }\n` );
		}
	} );
};
