/**
 * Where a preview lives below the folder of the remote: `<folder>/site/<scope>/…`.
 *
 * Playground's own scoping (`/scope:<id>/` at the root of the host) cannot be used: the
 * service worker only controls the folder that its script lies in.
 */
const SITE_FOLDER = 'site/';

/** Playground's client makes scopes of random numbers, with their dot. */
const SCOPE = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

/**
 * @param value What a caller sent.
 * @return True for 1 to 128 letters, digits, `-`, `_` and (not first) `.`.
 */
export function isScope( value: unknown ): value is string {
	return typeof value === 'string' && SCOPE.test( value );
}

/**
 * @param folder URL of the folder of the remote, with its slash.
 * @param scope  Which preview.
 * @return URL of the preview's front page, with its slash.
 */
export function siteUrl( folder: string, scope: string ): string {
	// Joined as text: `new URL()` reads a relative `name:` as a scheme.
	return `${ folder }${ SITE_FOLDER }${ scope }/`;
}

export interface ScopedPath {
	readonly scope: string;
	/** Without a leading slash, without query. */
	readonly path: string;
}

/**
 * @param folder URL of the folder of the remote, with its slash.
 * @param url    Any URL.
 * @return Which preview and path the URL names; null for one outside every preview.
 */
export function scopedPath( folder: string, url: string ): ScopedPath | null {
	const prefix = folder + SITE_FOLDER;
	if ( ! url.startsWith( prefix ) ) {
		return null;
	}
	const [ scope = '', ...rest ] = url.slice( prefix.length ).split( /[?#]/, 1 )[ 0 ]!.split( '/' );
	return isScope( scope ) ? { scope, path: rest.join( '/' ) } : null;
}

/**
 * @param url URL of a page or script of the remote.
 * @return URL of the folder that it lies in, with its slash.
 */
export function folderOf( url: string ): string {
	return new URL( '.', url ).href;
}
