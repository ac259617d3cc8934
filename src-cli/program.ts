import { Command, CommanderError } from 'commander';
import { CliFailure, cliFailureDocument } from './cli-failure.ts';
import { registrations } from './commands/index.ts';
import { printJson, type CliContext } from './context.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { packageVersion } from './version.ts';

/**
 * The program with all its commands. Errors are thrown, never printed, so that there is one place that reports them.
 *
 * @param context The process.
 */
export function createProgram( context: CliContext ): Command {
	const program = new Command( 'wp-codebox' )
		.description( 'Runs code and tests against WordPress without risking the site.' )
		.version( packageVersion(), '-v, --version', 'print the version' )
		.helpCommand( 'help [command]', 'print help' )
		.exitOverride()
		.configureOutput( {
			writeOut: context.out,
			writeErr: () => undefined,
		} );
	program
		.command( 'version' )
		.description( 'Print the version.' )
		.action( () => context.out( `${ packageVersion() }\n` ) );
	for ( const register of registrations ) {
		register( program, context );
	}
	return program;
}

/**
 * Runs a command line.
 *
 * @param args    Arguments after the program's name.
 * @param context The process.
 * @return The exit status: 0 clean, 1 findings, 2 bad input, 3 incomplete, 130 interrupted.
 */
export async function runCommandLine( args: readonly string[], context: CliContext ): Promise< ExitStatus > {
	try {
		await createProgram( context ).parseAsync( [ ...args ], { from: 'user' } );
		return ( process.exitCode ?? EXIT.clean ) as ExitStatus;
	} catch ( error ) {
		const failure = asFailure( error, args );
		if ( failure === undefined ) {
			return EXIT.clean;
		}
		if ( wantsJson( args ) ) {
			printJson( context, cliFailureDocument( failure, commandWords( args ) ) );
		}
		context.err( `Error: ${ failure.message } [${ failure.code }]\n` );
		return failure.exitStatus;
	}
}

function asFailure( error: unknown, args: readonly string[] ): CliFailure | undefined {
	if ( error instanceof CliFailure ) {
		return error;
	}
	if ( error instanceof CommanderError ) {
		if ( error.exitCode === 0 ) {
			return undefined;
		}
		// A family of commands without one: commander prints help and calls it an error.
		const message =
			error.code === 'commander.help'
				? `${ [ 'wp-codebox', commandWords( args ) ].filter( Boolean ).join( ' ' ) } needs a command; --help lists them.`
				: error.message.replace( /^error: /, '' ).replace( /\s*\n\s*/g, ' ' );
		return new CliFailure(
			error.code
				.replace( /^commander\./, 'wp_codebox_cli_' )
				.replace( /[A-Z]/g, ( letter ) => `_${ letter.toLowerCase() }` ),
			message,
			fieldOf( message )
		);
	}
	return new CliFailure(
		'wp_codebox_internal_error',
		error instanceof Error ? error.message : String( error ),
		undefined,
		EXIT.incomplete
	);
}

/** Commander names the flag, argument or command in quotes. */
function fieldOf( message: string ): string | undefined {
	const quoted = /'([^']+)'/.exec( message )?.[ 1 ];
	return quoted === undefined ? undefined : ( /--[a-z-]+/.exec( quoted )?.[ 0 ] ?? quoted );
}

function wantsJson( args: readonly string[] ): boolean {
	return args.includes( '--json' ) || args.includes( '--format=json' );
}

function commandWords( args: readonly string[] ): string {
	const firstFlag = args.findIndex( ( arg ) => arg.startsWith( '-' ) );
	return ( firstFlag === -1 ? args : args.slice( 0, firstFlag ) ).join( ' ' );
}
