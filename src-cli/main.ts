import { runCommandLine } from './program.ts';

/** A reader that went away (`wp-codebox commands | head`) is no error. */
process.stdout.on( 'error', ( error: NodeJS.ErrnoException ) => {
	if ( error.code === 'EPIPE' ) {
		process.exit( 0 );
	}
	throw error;
} );

const status = await runCommandLine( process.argv.slice( 2 ), {
	cwd: process.cwd(),
	out: ( text ) => void process.stdout.write( text ),
	err: ( text ) => void process.stderr.write( text ),
} );

// PHP in WASM keeps handles open for as long as the process lives; what was written has to get out first.
process.stdout.write( '', () => process.stderr.write( '', () => process.exit( status ) ) );
