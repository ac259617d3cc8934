import { SdkError } from '../sdk-error.ts';
import { absolutePath, listTree, type FileClient } from './file-client.ts';

const PHASE = 'browser_files';

/**
 * Makes a directory and those above it.
 *
 * @param client The preview.
 * @param path   Absolute, or relative to the site.
 */
export async function ensureDirectory(
	client: FileClient,
	path: string
): Promise< { path: string; created: boolean } > {
	const directory = absolutePath( path );
	const present = await client.isDir( directory );
	if ( ! present ) {
		await client.mkdir( directory );
	}
	return { path: directory, created: ! present };
}

/**
 * Writes a file; the directories above it are made.
 *
 * @param client  The preview.
 * @param path    Absolute, or relative to the site.
 * @param content Text or bytes.
 */
export async function writeFile(
	client: FileClient,
	path: string,
	content: string | Uint8Array
): Promise< { path: string; bytes: number } > {
	const file = absolutePath( path );
	await ensureDirectory( client, file.slice( 0, file.lastIndexOf( '/' ) ) || '/' );
	const bytes = typeof content === 'string' ? new TextEncoder().encode( content ) : content;
	await client.writeFile( file, bytes );
	return { path: file, bytes: bytes.length };
}

/**
 * Reads a file as text.
 *
 * @param client The preview.
 * @param path   Absolute, or relative to the site.
 */
export async function readFile(
	client: FileClient,
	path: string
): Promise< { path: string; content: string; bytes: number } > {
	const file = await existing( client, path );
	const bytes = await client.readFileAsBuffer( file );
	try {
		const content = new TextDecoder( 'utf-8', { fatal: true, ignoreBOM: true } ).decode( bytes );
		return { path: file, content, bytes: bytes.length };
	} catch {
		throw new SdkError( 'browser_file_not_text', `${ file } is not UTF-8 text.`, { phase: PHASE } );
	}
}

/**
 * Lists a directory.
 *
 * @param client             The preview.
 * @param path               Absolute, or relative to the site.
 * @param options            What to list.
 * @param options.recursive  Directories in it too.
 * @param options.maxEntries 5,000 unless said otherwise; `truncated` says that there are more.
 */
export async function listDirectory(
	client: FileClient,
	path: string,
	{ recursive = false, maxEntries = 5_000 }: { recursive?: boolean; maxEntries?: number } = {}
): Promise< { path: string; entries: { path: string; type: 'file' | 'directory' }[]; truncated: boolean } > {
	const directory = absolutePath( path );
	if ( ! ( await client.isDir( directory ) ) ) {
		throw new SdkError( 'browser_file_not_found', `There is no directory ${ directory }.`, { phase: PHASE } );
	}
	return { path: directory, ...( await listTree( client, directory, recursive, maxEntries ) ) };
}

export interface GrepOptions {
	readonly path?: string;
	readonly maxMatches?: number;
	readonly maxFiles?: number;
}

/**
 * Finds lines in the text files below a directory.
 *
 * @param client             The preview.
 * @param pattern            A text that is looked for as it is, or a regular expression.
 * @param options            Where, and how much of it.
 * @param options.path       wp-content unless said otherwise.
 * @param options.maxMatches 200 unless said otherwise.
 * @param options.maxFiles   2,000 unless said otherwise.
 */
export async function grep(
	client: FileClient,
	pattern: string | RegExp,
	{ path = 'wp-content', maxMatches = 200, maxFiles = 2_000 }: GrepOptions = {}
): Promise< { matches: { path: string; line: number; text: string }[]; files: number; truncated: boolean } > {
	const start = absolutePath( path );
	const { entries, truncated } = ( await client.isDir( start ) )
		? await listTree( client, start, true, maxFiles )
		: { entries: [ { path: await existing( client, start ), type: 'file' as const } ], truncated: false };
	// A global expression remembers where it stopped.
	const expression =
		typeof pattern === 'string' ? null : new RegExp( pattern.source, pattern.flags.replace( /[gy]/g, '' ) );
	const matches: { path: string; line: number; text: string }[] = [];
	let files = 0;
	for ( const entry of entries.filter( ( { type } ) => type === 'file' ) ) {
		files++;
		const text = new TextDecoder().decode( await client.readFileAsBuffer( entry.path ) );
		if ( text.includes( '\0' ) ) {
			continue;
		}
		for ( const [ index, line ] of text.split( /\r?\n/ ).entries() ) {
			if ( expression ? expression.test( line ) : line.includes( pattern as string ) ) {
				if ( matches.length === maxMatches ) {
					return { matches, files, truncated: true };
				}
				matches.push( { path: entry.path, line: index + 1, text: line.slice( 0, 1_000 ) } );
			}
		}
	}
	return { matches, files, truncated };
}

/** One replacement; `find` has to be there exactly once unless `all` is set. */
export interface FileEdit {
	readonly find: string;
	readonly replace: string;
	readonly all?: boolean;
}

/**
 * Replaces texts in a file. Nothing is written unless every edit fits.
 *
 * @param client The preview.
 * @param path   Absolute, or relative to the site.
 * @param edits  One edit or several, in order.
 */
export async function editFile(
	client: FileClient,
	path: string,
	edits: FileEdit | readonly FileEdit[]
): Promise< { path: string; replacements: number } > {
	const file = await readFile( client, path );
	let { content } = file;
	let replacements = 0;
	for ( const [ index, { find, replace, all = false } ] of [ edits ].flat().entries() ) {
		const found = typeof find === 'string' && find !== '' ? content.split( find ).length - 1 : 0;
		if ( found === 0 || ( found > 1 && ! all ) ) {
			throw new SdkError(
				'browser_file_edit_mismatch',
				`edits[${ index }].find is ${ found } times in ${ file.path }; it has to be there ${ all ? 'at least once' : 'exactly once' }.`,
				{ phase: PHASE, data: { field: `edits[${ index }].find`, found } }
			);
		}
		content = content.split( find ).join( replace );
		replacements += found;
	}
	await client.writeFile( file.path, new TextEncoder().encode( content ) );
	return { path: file.path, replacements };
}

/**
 * The absolute path of a file that is there.
 *
 * @param  client The preview.
 * @param  path   Path as the caller wrote it.
 * @throws {SdkError} when there is none.
 */
export async function existing( client: FileClient, path: string ): Promise< string > {
	const file = absolutePath( path );
	if ( ! ( await client.fileExists( file ) ) || ( await client.isDir( file ) ) ) {
		throw new SdkError( 'browser_file_not_found', `There is no file ${ file }.`, { phase: PHASE } );
	}
	return file;
}
