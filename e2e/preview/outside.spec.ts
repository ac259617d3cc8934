import { callClient, previewOf, startPreview } from './host-page.ts';
import { expect, test } from './fixtures.ts';

/** The fixtures fail every test whose pages ask another host; these pages would, if the preview let them. */
for ( const setup of [ 'origin', 'isolated' ] as const ) {
	test( `${ setup }: avatars, emoji and welcome guides of a preview come from no other host`, async ( {
		adminPage,
	}, info ) => {
		const page = await adminPage( setup );
		await startPreview( page, { scope: 'outside', blueprint: { login: true, landingPage: '/' } } );
		await callClient( page, 'run', {
			code: "<?php require '/wordpress/wp-load.php'; update_option( 'show_avatars', 1 ); wp_insert_comment( array( 'comment_post_ID' => 1, 'comment_author' => 'A', 'comment_author_email' => 'a@example.org', 'comment_content' => '\u{1F600}' ) );",
		} );
		const preview = previewOf( page );
		for ( const path of [ '/wp-admin/profile.php', '/wp-admin/edit-comments.php' ] ) {
			await callClient( page, 'goTo', path );
			const avatar = preview.locator( '#wpbody img.avatar' ).first();
			await expect( avatar ).toHaveAttribute( 'src', /\/wp-includes\/images\/.+\.png$/ );
			await expect
				.poll( () => avatar.evaluate( ( image ) => ( image as HTMLImageElement ).naturalWidth ) )
				.toBeGreaterThan( 0 );
		}
		await page.screenshot( { path: info.outputPath( 'avatars.png' ) } );
		await callClient( page, 'goTo', '/?p=1' );
		await expect( preview.getByRole( 'heading', { name: 'Hello world!' } ).first() ).toBeVisible();
		await page.screenshot( { path: info.outputPath( 'post.png' ) } );
	} );
}
