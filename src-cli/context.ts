/** What a command gets from the process it runs in. */
export interface CliContext {
	readonly cwd: string;
	/** Writes to standard output, which holds nothing but results. */
	readonly out: ( text: string ) => void;
	/** Writes to standard error: progress, hints and errors for a person. */
	readonly err: ( text: string ) => void;
}

/**
 * Writes a result as JSON, alone on standard output.
 *
 * @param context The process.
 * @param value   A JSON value.
 */
export function printJson( context: CliContext, value: unknown ): void {
	context.out( `${ JSON.stringify( value, null, 2 ) }\n` );
}
