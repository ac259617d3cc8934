import { PreviewError } from '../protocol/preview-error.ts';

/**
 * Makes sure that a scope runs once in this browser, and that nothing else runs on an origin
 * whose previews could reach one another. The browser lets go by itself when the page dies.
 *
 * @param scope     Which preview.
 * @param exclusive True when no other preview may run on this origin.
 * @return Lets go.
 */
export async function holdLock( scope: string, exclusive: boolean ): Promise< () => void > {
	const locks = navigator.locks as LockManager | undefined;
	if ( ! locks ) {
		return () => undefined;
	}
	const releaseScope = await take( locks, `wp-codebox-preview:${ scope }` );
	if ( ! releaseScope ) {
		throw new PreviewError(
			'browser_preview_scope_in_use',
			'This preview is already open in another tab; close it there first.'
		);
	}
	if ( ! exclusive ) {
		return releaseScope;
	}
	const releaseOrigin = await take( locks, 'wp-codebox-preview-origin' );
	if ( ! releaseOrigin ) {
		releaseScope();
		throw new PreviewError(
			'browser_preview_origin_in_use',
			'Another preview is open on this preview origin; close it first, or configure an origin with a wildcard (https://*.preview.example.com).'
		);
	}
	return () => {
		releaseOrigin();
		releaseScope();
	};
}

/** A page that is just being replaced (a reload) lets go a moment later. */
const WAIT_MS = 5_000;

function take( locks: LockManager, name: string ): Promise< ( () => void ) | null > {
	return new Promise( ( resolve, reject ) => {
		locks
			.request(
				name,
				{ signal: AbortSignal.timeout( WAIT_MS ) },
				() => new Promise< void >( ( release ) => resolve( () => release() ) )
			)
			.catch( ( error: unknown ) => {
				if (
					error instanceof DOMException &&
					( error.name === 'TimeoutError' || error.name === 'AbortError' )
				) {
					resolve( null );
				} else {
					reject( error );
				}
			} );
	} );
}
