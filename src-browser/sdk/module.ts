import { createBrowserSdk } from './facade.ts';
import { publish } from './publish.ts';

export type * from './types.ts';

/** What PHP gives the script module (`script_module_data_@wp-codebox/browser`). */
function moduleData(): { root?: string; nonce?: string } {
	const text = document.getElementById( 'wp-script-module-data-@wp-codebox/browser' )?.textContent;
	return text ? ( JSON.parse( text ) as { root?: string; nonce?: string } ) : {};
}

/** The script module `@wp-codebox/browser`. */
export const wpCodeboxBrowser = publish( createBrowserSdk( moduleData() ) );
export const { startBrowserPreview, v1 } = wpCodeboxBrowser;
