import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Puts the tarball of an npm package into `directory` and returns its path. */
export type TarballDownload = ( spec: string, directory: string ) => Promise< string >;

/**
 * Downloads through the user's own npm, so that its registry, proxy, certificates and credentials apply.
 * Nothing of the package is installed or run.
 */
export const downloadWithNpm: TarballDownload = async ( spec, directory ) => {
	const script = process.env.npm_execpath;
	const npm: [ string, string[] ] = script?.endsWith( 'npm-cli.js' )
		? [ process.execPath, [ script ] ]
		: [ 'npm', [] ];
	const args = [ 'pack', spec, '--ignore-scripts', '--loglevel=error', '--json', '--pack-destination', directory ];
	const complaint = await run( npm[ 0 ], [ ...npm[ 1 ], ...args ], directory );
	const tarball = readdirSync( directory ).find( ( name ) => name.endsWith( '.tgz' ) );
	if ( ! tarball || complaint !== undefined ) {
		throw new Error( `npm could not download ${ spec }.\n${ complaint ?? '' }`.trim() );
	}
	return join( directory, tarball );
};

/** @return What the command said on standard error when it failed, else undefined. */
function run( command: string, args: string[], cwd: string ): Promise< string | undefined > {
	return new Promise( ( resolve, reject ) => {
		const child = spawn( command, args, { cwd, stdio: [ 'ignore', 'ignore', 'pipe' ] } );
		let said = '';
		child.stderr.setEncoding( 'utf8' ).on( 'data', ( text: string ) => ( said = ( said + text ).slice( -4000 ) ) );
		child.once( 'error', reject );
		child.once( 'close', ( code ) =>
			resolve( code === 0 ? undefined : said.trim() || `npm ended with ${ code }` )
		);
	} );
}

/** Whether the file has the bytes that `integrity` (`<algorithm>-<base64>`) names. */
export async function matchesIntegrity( file: string, integrity: string ): Promise< boolean > {
	const [ algorithm = '', digest ] = integrity.split( /-(.*)/s );
	const hash = createHash( algorithm );
	await pipeline( createReadStream( file ), hash );
	return hash.digest( 'base64' ) === digest;
}
