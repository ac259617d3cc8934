import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeDirectory } from '../files/make-directory.ts';

/** Names the machine, for a process id means something there only. */
const MACHINE = createHash( 'sha256' ).update( hostname() ).digest( 'hex' ).slice( 0, 8 );

const NAME = /^\.staging-([0-9a-f]{8})-(\d+)-[0-9a-f]{24}$/;

/**
 * Lends a directory in which a bundle grows before it gets its name. It goes with its writer: here, however the work
 * ends, and where the writer was killed, with the next one.
 *
 * @param root Directory of bundles; made when it is not there.
 * @param work Fills the directory, and may move it away.
 */
export async function inStaging< Result >(
	root: string,
	work: ( staging: string ) => Promise< Result >
): Promise< Result > {
	await makeDirectory( root, 0o700 );
	await clearAbandoned( root );
	const staging = join( root, `.staging-${ MACHINE }-${ process.pid }-${ randomBytes( 12 ).toString( 'hex' ) }` );
	await mkdir( staging, { mode: 0o700 } );
	try {
		return await work( staging );
	} finally {
		await rm( staging, { recursive: true, force: true } );
	}
}

async function clearAbandoned( root: string ): Promise< void > {
	for ( const name of await readdir( root ).catch( () => [] ) ) {
		const [ , machine, pid ] = NAME.exec( name ) ?? [];
		if ( machine === MACHINE && ! isAlive( Number( pid ) ) ) {
			await rm( join( root, name ), { recursive: true, force: true } );
		}
	}
}

function isAlive( pid: number ): boolean {
	try {
		return process.kill( pid, 0 );
	} catch ( error ) {
		return ( error as NodeJS.ErrnoException ).code === 'EPERM';
	}
}
