import { publish, writeTitle } from './block-editor.ts';
import { callClient, previewOf, startPreview } from './host-page.ts';
import { expect, test } from './fixtures.ts';

test( 'origin: the block editor writes and publishes a post inside the preview', async ( { adminPage }, info ) => {
	const page = await adminPage( 'origin' );
	const missing: string[] = [];
	page.on( 'response', ( response ) => {
		if ( response.status() >= 400 && /\.(js|css|woff2?|svg|png)(\?|$)/.test( response.url() ) ) {
			missing.push( `${ response.status() } ${ response.url() }` );
		}
	} );
	await startPreview( page, { scope: 'editor', blueprint: { login: true, landingPage: '/wp-admin/' } } );
	await callClient( page, 'goTo', '/wp-admin/post-new.php' );
	const preview = previewOf( page );
	await expect( preview.locator( '.editor-header' ) ).toBeVisible();
	await writeTitle( preview, 'Written in the preview' );
	await page.screenshot( { path: info.outputPath( 'editor.png' ) } );
	await publish( preview );
	await page.screenshot( { path: info.outputPath( 'published.png' ) } );

	const rest = ( await callClient( page, 'request', { url: '/wp-json/wp/v2/posts' } ) ) as { text: string };
	expect(
		( JSON.parse( rest.text ) as { title: { rendered: string } }[] ).map( ( post ) => post.title.rendered )
	).toContain( 'Written in the preview' );
	expect( missing ).toEqual( [] );
	// The site itself knows nothing of it.
	const posts = await page.evaluate( () => fetch( '/wp-json/wp/v2/posts' ).then( ( response ) => response.json() ) );
	expect( JSON.stringify( posts ) ).not.toContain( 'Written in the preview' );
} );
