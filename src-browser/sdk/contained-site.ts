import type { OpenOrCreateRequest, OpenOrCreateResult } from '../../src-shared/browser/contained-site.ts';
import type { Transport } from './http/transport.ts';
import { SdkError } from './sdk-error.ts';

/**
 * Opens a contained site, or creates one, as `mode` says.
 *
 * @param  transport      Way to the site.
 * @param  input          Mode and what names or makes the site.
 * @param  options        How it travels.
 * @param  options.signal Ends the request.
 * @return A `wp-codebox/browser-contained-site-open-or-create/v1`; hand it to startBrowserPreview().
 * @throws {SdkError} when the input is invalid or refused.
 */
export async function openOrCreateBrowserContainedSite(
	transport: Transport,
	input: OpenOrCreateRequest,
	options: { readonly signal?: AbortSignal } = {}
): Promise< OpenOrCreateResult > {
	try {
		const { checkInput } = await import( /* webpackChunkName: "browser-validation" */ './validation.ts' );
		checkInput( 'openOrCreate', input, 'browser_contained_site_invalid' );
		return ( await transport.ability(
			'wp-codebox/open-or-create-browser-contained-site',
			input,
			options.signal
		) ) as OpenOrCreateResult;
	} catch ( error ) {
		throw SdkError.from( error, 'browser_contained_site' );
	}
}
