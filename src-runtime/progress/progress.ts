import ora from 'ora';

/** Tells a person what takes long; everything goes to standard error. */
export interface Progress {
	/** Runs `work` under a line that says what it is doing; the line ends with the seconds it took. */
	step: < T >( label: string, work: ( update: ( detail: string ) => void ) => Promise< T > ) => Promise< T >;
}

/** A spinner on a terminal; elsewhere plain lines, without the colours that ora would write into a log. */
export const terminalProgress: Progress = {
	async step( label, work ) {
		const started = performance.now();
		const seconds = () => `${ ( ( performance.now() - started ) / 1000 ).toFixed( 1 ) } s`;
		if ( ! process.stderr.isTTY ) {
			process.stderr.write( `- ${ label }\n` );
			const result = await work( () => undefined );
			process.stderr.write( `✔ ${ label } ${ seconds() }\n` );
			return result;
		}
		// discardStdin would put the terminal into raw mode, and Ctrl-C would no longer reach child processes.
		const spinner = ora( { text: label, stream: process.stderr, discardStdin: false } ).start();
		const ticking = setInterval( () => ( spinner.suffixText = seconds() ), 500 );
		ticking.unref();
		try {
			const result = await work( ( detail ) => ( spinner.text = `${ label }: ${ detail }` ) );
			spinner.suffixText = seconds();
			spinner.succeed( label );
			return result;
		} catch ( error ) {
			spinner.suffixText = seconds();
			spinner.fail( label );
			throw error;
		} finally {
			clearInterval( ticking );
		}
	},
};

/** Says nothing; for tests and for commands that print JSON alone. */
export const silentProgress: Progress = {
	step: ( _label, work ) => work( () => undefined ),
};
