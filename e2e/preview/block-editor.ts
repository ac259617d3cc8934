import { expect, type FrameLocator } from '@playwright/test';

/** Writes a title into the block editor that a preview shows. */
export async function writeTitle( preview: FrameLocator, title: string ): Promise< void > {
	await preview
		.frameLocator( 'iframe[name="editor-canvas"]' )
		.getByRole( 'textbox', { name: 'Add title' } )
		.fill( title );
}

/** Publishes what the block editor shows, through both of its buttons. */
export async function publish( preview: FrameLocator ): Promise< void > {
	await preview.getByRole( 'button', { name: 'Publish', exact: true } ).click();
	await preview
		.getByRole( 'region', { name: 'Editor publish' } )
		.getByRole( 'button', { name: 'Publish', exact: true } )
		.click();
	await expect( preview.getByText( 'is now live' ).first() ).toBeVisible();
}
