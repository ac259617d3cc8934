import type { BrowserRecipe } from '../../../src-shared/browser/task-contract.ts';
import { ARTIFACT_LIMITS } from '../../../src-shared/artifacts/limits.ts';
import { absolutePath, listTree, SITE_ROOT, type FileClient } from '../files/file-client.ts';
import { existing } from '../files/files.ts';
import { SdkError } from '../sdk-error.ts';

/** A file that came out of a preview. */
export interface CollectedFile {
	readonly path: string;
	readonly bytes: Uint8Array;
	readonly sha256: string;
	readonly kind: string;
	readonly mime_type?: string;
}

/** Bytes of all files together: they travel in one request. */
const MOST_BYTES = 20_000_000;
const MOST_FILES = 500;

/**
 * Reads the files that a recipe asks for. What comes out of a preview is hostile: it is counted,
 * measured and hashed here, and judged again by the site.
 *
 * @param  client The preview.
 * @param  wanted Files and directories.
 * @throws {SdkError} when one is missing or it is too much.
 */
export async function collectFiles(
	client: FileClient,
	wanted: NonNullable< BrowserRecipe[ 'collect' ] >
): Promise< CollectedFile[] > {
	const files: CollectedFile[] = [];
	let total = 0;
	for ( const { path, as, kind = 'browser-artifact', mime_type: mimeType } of wanted ) {
		const start = absolutePath( path );
		const isDirectory = await client.isDir( start );
		const { entries, truncated } = isDirectory
			? await listTree( client, start, true, MOST_FILES )
			: { entries: [ { path: await existing( client, start ), type: 'file' } ], truncated: false };
		for ( const entry of entries.filter( ( { type } ) => type === 'file' ) ) {
			const bytes = await client.readFileAsBuffer( entry.path );
			total += bytes.length;
			if (
				truncated ||
				files.length === MOST_FILES ||
				total > MOST_BYTES ||
				bytes.length > ARTIFACT_LIMITS.inlineFileBytes
			) {
				throw new SdkError(
					'browser_recipe_collect_too_large',
					`${ entry.path }: a run brings back at most ${ MOST_FILES } files, ${ MOST_BYTES } bytes, and ${ ARTIFACT_LIMITS.inlineFileBytes } bytes a file.`,
					{ phase: 'browser_collect', data: { path: entry.path } }
				);
			}
			const below = isDirectory ? entry.path.slice( start.length ) : '';
			const name = as === undefined ? withoutRoot( entry.path ) : as.replace( /\/$/, '' ) + below;
			files.push( { path: name, bytes, sha256: await sha256Of( bytes ), kind, mime_type: mimeType } );
		}
	}
	return files;
}

/**
 * @param bytes Content.
 * @return 64 hex digits.
 */
export async function sha256Of( bytes: Uint8Array ): Promise< string > {
	const digest = await crypto.subtle.digest( 'SHA-256', bytes as Uint8Array< ArrayBuffer > );
	return Array.from( new Uint8Array( digest ), ( byte ) => byte.toString( 16 ).padStart( 2, '0' ) ).join( '' );
}

function withoutRoot( path: string ): string {
	return path.startsWith( `${ SITE_ROOT }/` ) ? path.slice( SITE_ROOT.length + 1 ) : path.slice( 1 );
}
