import { errorCatalogue } from '../src-shared/errors/catalogue.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';

export const CLI_FAILURE_SCHEMA = 'wp-codebox/cli-failure/v1';

/** A command that ends with one clear error. */
export class CliFailure extends Error {
	public readonly code: string;
	public readonly exitStatus: ExitStatus;
	/** What the error is about: a flag, an argument or the path of a field. */
	public readonly field: string | undefined;

	/**
	 * @param code    A code of the error catalogue, or one of ours for the command line alone.
	 * @param message One sentence.
	 * @param field   Flag, argument or field.
	 * @param status  Exit status; default what the catalogue says, else 2.
	 */
	public constructor( code: string, message: string, field?: string, status?: ExitStatus ) {
		super( message );
		this.name = 'CliFailure';
		this.code = code;
		this.field = field;
		this.exitStatus = status ?? errorCatalogue[ code ]?.exitStatus ?? EXIT.badInput;
	}
}

/**
 * The failure as a machine reads it.
 *
 * @param failure What went wrong.
 * @param command Words of the command line in front of the first flag.
 */
export function cliFailureDocument( failure: CliFailure, command: string ) {
	return {
		schema: CLI_FAILURE_SCHEMA,
		success: false,
		status: 'error',
		command,
		error: {
			code: failure.code,
			message: failure.message,
			...( failure.field === undefined ? {} : { data: { field: failure.field } } ),
		},
		diagnostics: [],
	};
}
