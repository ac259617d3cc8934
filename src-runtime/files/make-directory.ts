import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a directory and those above it, step by step: Node's own recursion never ends where a file system takes no new
 * directory, such as /proc.
 *
 * @param path Where.
 * @param mode Of what is made.
 * @throws Node's error of the first step that failed.
 */
export async function makeDirectory( path: string, mode = 0o777 ): Promise< void > {
	if ( await isDirectory( path ) ) {
		return;
	}
	await makeDirectory( dirname( path ), mode );
	await mkdir( path, { mode } ).catch( async ( error: NodeJS.ErrnoException ) => {
		// Another process may have made it meanwhile.
		if ( error.code !== 'EEXIST' || ! ( await isDirectory( path ) ) ) {
			throw error;
		}
	} );
}

function isDirectory( path: string ): Promise< boolean > {
	return stat( path ).then(
		( status ) => status.isDirectory(),
		() => false
	);
}
