import { Option, type Command } from 'commander';

/**
 * Adds the flags of a command whose result is JSON in any case: `--json` and `--format=json`.
 *
 * @param command The command.
 */
export function withJsonFlags( command: Command ): Command {
	return command
		.option( '--json', 'write JSON (the default here)' )
		.addOption( new Option( '--format <format>', 'output format' ).choices( [ 'json' ] ) );
}
