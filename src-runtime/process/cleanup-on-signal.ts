import { rmSync } from 'node:fs';

type Release = () => Promise< void > | void;

const pending = new Set< Release >();
let listening = false;

/**
 * Runs `release` when the process is interrupted or terminated, and then ends it with 130 or 143.
 *
 * @return Takes the registration back; call it when the resource was released in the ordinary way.
 */
export function cleanupOnSignal( release: Release ): () => void {
	if ( ! listening ) {
		listening = true;
		process.once( 'SIGINT', () => void releaseAll( 130 ) );
		process.once( 'SIGTERM', () => void releaseAll( 143 ) );
	}
	pending.add( release );
	return () => pending.delete( release );
}

/** Removes a temporary folder when the process is interrupted. */
export const removeOnSignal = ( directory: string ): ( () => void ) =>
	cleanupOnSignal( () => rmSync( directory, { recursive: true, force: true } ) );

async function releaseAll( status: number ): Promise< void > {
	// Last acquired, first released; one that fails must not keep the others from being released.
	for ( const release of [ ...pending ].reverse() ) {
		try {
			await release();
		} catch ( error ) {
			process.stderr.write( `${ error instanceof Error ? error.message : String( error ) }\n` );
		}
	}
	process.exit( status );
}
