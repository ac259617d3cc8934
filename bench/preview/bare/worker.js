/* global self */
/* eslint-disable import/no-unresolved -- The packages of the remote are installed in its own folder. */
/**
 * The bare Playground packages with the same snapshot: what a preview costs without our page,
 * service worker, isolation and frame.
 */
import { loadWebRuntime } from '@php-wasm/web';
import {
	bootRequestHandler,
	bootWordPress,
	createDecodedTarStream,
	extractTarStreamToPhp,
} from '@wp-playground/wordpress';

self.onmessage = async ( { data: { archiveUrl, nonce, siteUrl } } ) => {
	try {
		const handler = await bootRequestHandler( {
			createPhpRuntime: () => loadWebRuntime( '8.3' ),
			siteUrl,
			documentRoot: '/wordpress',
			maxPhpInstances: 1,
		} );
		const php = await handler.getPrimaryPhp();
		const { body } = await fetch( archiveUrl, {
			headers: { 'X-WP-Nonce': nonce },
		} );
		await extractTarStreamToPhp(
			await createDecodedTarStream( body, 'gzip' ),
			php,
			'/wordpress'
		);
		await bootWordPress( handler, {
			siteUrl,
			wordpressInstallMode: 'do-not-attempt-installing',
		} );
		self.postMessage( { booted: true } );
		const { text } = await handler.request( { url: '/' } );
		self.postMessage( { html: text } );
	} catch ( error ) {
		self.postMessage( { error: String( error.stack ?? error ) } );
	}
};
