import { BROWSER_SDK_SCHEMA } from '../../src-shared/browser/schema-ids.ts';

export const API_VERSION = 'v1';
export const VERSION = '1.0.0';

/** What this SDK can do; names are the contract's, what is not here is not there. */
export const CAPABILITIES = [
	'browser-runtime:info',
	'browser-runtime:normalize-error',
	'browser-runtime:normalize-result',
	'browser-runtime:normalize-browser-run-result',
	'runtime-task:create-request',
	'runtime-task:run',
	'browser-preview:start',
	'browser-preview:lifecycle',
	'browser-contained-site:open-or-create',
	'browser-connector:request',
	'playground:run-php',
	'playground:run-recipe',
	'browser-runtime:validate-materialization',
	'filesystem:write-file',
	'filesystem:ensure-directory',
] as const;

/** Answer of `info()`. */
export interface BrowserSdkInfo {
	readonly schema: typeof BROWSER_SDK_SCHEMA;
	readonly apiVersion: typeof API_VERSION;
	readonly version: string;
	readonly capabilities: readonly string[];
	readonly globals: { readonly name: 'wpCodeboxBrowser'; readonly facade: 'wpCodeboxBrowser.v1' };
}

export function info(): BrowserSdkInfo {
	return {
		schema: BROWSER_SDK_SCHEMA,
		apiVersion: API_VERSION,
		version: VERSION,
		capabilities: [ ...CAPABILITIES ],
		globals: { name: 'wpCodeboxBrowser', facade: 'wpCodeboxBrowser.v1' },
	};
}
