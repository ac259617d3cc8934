import { applyPatch as patched, parsePatch } from 'diff';
import { SdkError } from '../sdk-error.ts';
import { absolutePath, type FileClient } from './file-client.ts';
import { readFile, writeFile } from './files.ts';

const PHASE = 'browser_files';

interface Change {
	readonly path: string;
	readonly content: string | null;
}

/**
 * Applies a unified diff. Nothing is written unless every file fits.
 *
 * @param client       The preview.
 * @param patch        The diff; `a/` and `b/` before paths are dropped, `/dev/null` makes or removes a file.
 * @param options      Where.
 * @param options.root Directory that the paths start at; the site's own when it is left out.
 */
export async function applyPatch(
	client: FileClient,
	patch: string,
	{ root = '' }: { root?: string } = {}
): Promise< { files: { path: string; status: 'added' | 'modified' | 'removed' }[] } > {
	const changes: ( Change & { status: 'added' | 'modified' | 'removed' } )[] = [];
	for ( const part of parse( patch ) ) {
		const from = fileName( part.oldFileName );
		const to = fileName( part.newFileName );
		const name = to ?? from;
		if ( name === null ) {
			throw new SdkError( 'browser_patch_invalid', 'A part of the patch names no file.', { phase: PHASE } );
		}
		const path = absolutePath( root === '' ? name : `${ root }/${ name }` );
		const before = from === null ? '' : ( await readFile( client, path ) ).content;
		const after = patched( before, part );
		if ( after === false ) {
			throw new SdkError( 'browser_patch_mismatch', `The patch does not fit ${ path }.`, {
				phase: PHASE,
				data: { path },
			} );
		}
		let status: 'added' | 'modified' | 'removed' = 'modified';
		if ( from === null ) {
			status = 'added';
		} else if ( to === null ) {
			status = 'removed';
		}
		changes.push( { path, content: to === null ? null : after, status } );
	}
	for ( const { path, content } of changes ) {
		await ( content === null ? client.unlink( path ) : writeFile( client, path, content ) );
	}
	return { files: changes.map( ( { path, status } ) => ( { path, status } ) ) };
}

function parse( patch: string ): ReturnType< typeof parsePatch > {
	let parts: ReturnType< typeof parsePatch > = [];
	try {
		parts = parsePatch( patch ).filter( ( part ) => part.hunks.length > 0 );
	} catch ( cause ) {
		throw new SdkError( 'browser_patch_invalid', ( cause as Error ).message, { phase: PHASE, cause } );
	}
	if ( parts.length === 0 ) {
		throw new SdkError( 'browser_patch_invalid', 'patch has to be a unified diff with at least one hunk.', {
			phase: PHASE,
		} );
	}
	return parts;
}

function fileName( name: string | undefined ): string | null {
	return name === undefined || name === '' || name === '/dev/null' ? null : name.replace( /^[ab]\//, '' );
}
