import { closeSync, cpSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Runtime } from '../backend/runtime-backend.ts';

/** A plugin's folder on the host. */
export interface PluginUnderTest {
	readonly folder: string;
	/** Name of the folder in wp-content/plugins. */
	readonly slug: string;
	/** Its main file, as WordPress names it: `<slug>/<file>`. */
	readonly file: string;
}

/** WordPress reads a plugin's header from this many bytes at the start of its main file (`get_file_data()`). */
const HEADER_BYTES = 8192;
const PLUGIN_NAME = /^(?:[ \t]*<\?php)?[ \t/*#@]*Plugin Name:/im;
/** Folders of development that no plugin needs in order to run. */
const LEFT_OUT: ReadonlySet< string > = new Set( [ '.git', '.svn', 'node_modules' ] );

/**
 * Recognizes a plugin as WordPress does: by the header of a PHP file that lies directly in its folder.
 *
 * @param  folder The plugin's folder.
 * @throws {Error} when the folder is not there, or no file in it has a plugin's header.
 */
export function readPlugin( folder: string ): PluginUnderTest {
	const place = resolve( folder );
	if ( ! statSync( place, { throwIfNoEntry: false } )?.isDirectory() ) {
		throw new Error( `There is no folder ${ place }.` );
	}
	const main = readdirSync( place, { withFileTypes: true } )
		.filter( ( entry ) => entry.isFile() && entry.name.endsWith( '.php' ) )
		.map( ( entry ) => entry.name )
		.sort()
		.find( ( name ) => PLUGIN_NAME.test( startOf( join( place, name ) ) ) );
	if ( main === undefined ) {
		throw new Error( `${ place } is no plugin: no PHP file in it has a "Plugin Name:" header.` );
	}
	const slug = basename( place );
	return { folder: place, slug, file: `${ slug }/${ main }` };
}

/**
 * Copies a plugin into a runtime's site, so that nothing that runs there can change the original, and activates it.
 *
 * @throws {Error} with what PHP said when it does not become active.
 */
export async function installPlugin( runtime: Runtime, plugin: PluginUnderTest ): Promise< void > {
	cpSync( plugin.folder, join( runtime.directory, 'wp-content', 'plugins', plugin.slug ), {
		recursive: true,
		dereference: true,
		filter: ( source ) =>
			! relative( plugin.folder, source )
				.split( /[\\/]/ )
				.some( ( name ) => LEFT_OUT.has( name ) ),
	} );
	let said = '';
	// The first activation of some plugins ends the process while it makes their tables; the second finds them.
	for ( let attempt = 0; attempt < 2; attempt++ ) {
		const { stdout, stderr } = await runtime.wpCli( [ 'plugin', 'activate', plugin.file ] );
		said = `${ stdout }\n${ stderr }`.trim();
		const { exitCode } = await runtime.wpCli( [ 'plugin', 'is-active', plugin.slug ] );
		if ( exitCode === 0 ) {
			return;
		}
	}
	throw new Error( `The plugin ${ plugin.slug } could not be activated.\n${ said.slice( -2000 ) }` );
}

function startOf( file: string ): string {
	const handle = openSync( file, 'r' );
	try {
		const bytes = Buffer.alloc( HEADER_BYTES );
		return bytes.toString( 'utf8', 0, readSync( handle, bytes, 0, HEADER_BYTES, 0 ) );
	} finally {
		closeSync( handle );
	}
}
