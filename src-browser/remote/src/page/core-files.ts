/**
 * Static files of core that need not go through PHP: the site that shows the preview has the same ones.
 * Styles and images exist in the archive too (PHP reads some), scripts and fonts do not.
 */
const CORE_FILE =
	/^(?:wp-includes|wp-admin)\/(?:[\w.@-]+\/)*[\w.@-]+\.(?:js|css|svg|png|gif|jpe?g|ico|webp|woff2?|ttf|eot|map|swf|xap|wasm)$/;

/**
 * @param path    Path below the preview, without a leading slash.
 * @param coreUrl The site's core; undefined when there is none to fetch from.
 * @return URL of the site's own file, or null for what the preview has to answer itself.
 */
export function coreFileUrl( path: string, coreUrl: string | undefined ): string | null {
	if (
		coreUrl === undefined ||
		! CORE_FILE.test( path ) ||
		path.split( '/' ).some( ( part ) => /^\.+$/.test( part ) )
	) {
		return null;
	}
	return coreUrl + path;
}
