/**
 * Whether a path stays inside a bundle: relative, forward slashes, no `..`, no drive, no control character.
 *
 * @param path The path.
 */
export function isBundleRelativePath( path: string ): boolean {
	return (
		path !== '' &&
		path === path.normalize( 'NFC' ) &&
		! /[\u0000-\u001f\u007f\\]/.test( path ) &&
		! /^[a-z][a-z0-9+.-]*:/i.test( path ) &&
		path.split( '/' ).every( ( part ) => part !== '' && part !== '.' && part !== '..' )
	);
}
