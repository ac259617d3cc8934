import { coreFileUrl } from '../../../src-browser/remote/src/page/core-files.ts';
import { folderOf, isScope, scopedPath, siteUrl } from '../../../src-browser/remote/src/protocol/scope.ts';

const FOLDER = 'https://example.org/wp-content/plugins/wp-codebox/build/remote/';

describe( 'scopes', () => {
	test.each( [ 'a', 'Session_1-x', '0.4711', 'x'.repeat( 128 ) ] )( '%s is one', ( scope ) => {
		expect( isScope( scope ) ).toBe( true );
		expect( scopedPath( FOLDER, `${ siteUrl( FOLDER, scope ) }wp-admin/post.php?post=1#top` ) ).toEqual( {
			scope,
			path: 'wp-admin/post.php',
		} );
	} );

	test.each( [ '', '.', '..', '.hidden', 'a/b', 'a b', 'ä', 'x'.repeat( 129 ), null, 1, [ 'a' ] ] )(
		'%p is none',
		( scope ) => {
			expect( isScope( scope ) ).toBe( false );
		}
	);

	test.each( [
		`${ FOLDER }remote.html`,
		`${ FOLDER }site/`,
		`${ FOLDER }site/..%2f/`,
		'https://example.org/wp-admin/',
		'https://evil.example/wp-content/plugins/wp-codebox/build/remote/site/a/',
	] )( '%s is outside of every preview', ( url ) => {
		expect( scopedPath( FOLDER, url ) ).toBeNull();
	} );

	test( 'the folder of a page', () => {
		expect( folderOf( `${ FOLDER }remote.html?scope=a#b` ) ).toBe( FOLDER );
	} );
} );

describe( 'core files', () => {
	const core = 'https://example.org/';

	test.each( [
		'wp-includes/js/dist/vendor/react.min.js',
		'wp-admin/css/common.min.css',
		'wp-includes/fonts/dashicons.woff2',
	] )( '%s comes from the site', ( path ) => {
		expect( coreFileUrl( path, core ) ).toBe( core + path );
	} );

	test.each( [
		'wp-admin/index.php',
		'wp-admin/',
		'wp-content/uploads/a.png',
		'wp-content/plugins/x/a.js',
		'wp-includes/../wp-config.js',
		'wp-includes/js/./a.js',
		'wp-json/wp-includes/a.js',
		'wp-includes/a.js?x',
		'wp-config.php',
	] )( '%s does not', ( path ) => {
		expect( coreFileUrl( path, core ) ).toBeNull();
	} );

	test( 'without a site there are none', () => {
		expect( coreFileUrl( 'wp-admin/css/common.css', undefined ) ).toBeNull();
	} );
} );
