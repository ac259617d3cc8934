import type { CommandArg } from './command-types.ts';

export type BrowserProbeAcceptedArg = CommandArg;

/** A browser, device and network to probe with. */
export interface BrowserProbeProfileDefinition {
	readonly id: string;
	readonly browser: 'chromium';
	readonly args: readonly string[];
}

export const BROWSER_PROBE_BROWSER_VALUES = [ 'chromium' ] as const;
export const BROWSER_PROBE_CAPTURE_VALUES = [
	'console',
	'errors',
	'html',
	'network',
	'performance',
	'memory',
	'screenshot',
] as const;
export const BROWSER_PROBE_CHROMIUM_PROFILE_IDS = [
	'desktop-chrome',
	'mobile-chrome',
	'low-end-mobile-slow-4g',
] as const;
export const BROWSER_PROBE_THROTTLE_PROFILE_IDS = [ 'low-end-mobile-slow-4g' ] as const;

export const BROWSER_PROBE_PROFILES: Readonly< Record< string, BrowserProbeProfileDefinition > > = {
	'desktop-chrome': {
		id: 'desktop-chrome',
		browser: 'chromium',
		args: [ 'browser=chromium', 'viewport=1365x768' ],
	},
	'mobile-chrome': {
		id: 'mobile-chrome',
		browser: 'chromium',
		args: [ 'browser=chromium', 'device=Pixel 7' ],
	},
	'low-end-mobile-slow-4g': {
		id: 'low-end-mobile-slow-4g',
		browser: 'chromium',
		args: [ 'browser=chromium', 'device=Pixel 5', 'throttle=low-end-mobile-slow-4g' ],
	},
};

export const BROWSER_PROBE_ACCEPTED_ARGS: readonly BrowserProbeAcceptedArg[] = [
	{ name: 'url', description: 'URL or path to load.', required: true },
	{ name: 'wait-for', description: 'Load state or selector to wait for.' },
	{ name: 'duration', description: 'How long to watch after the load.', format: 'duration' },
	{ name: 'browser', description: 'Browser engine.', format: BROWSER_PROBE_BROWSER_VALUES.join( '|' ) },
	{ name: 'profile', description: 'Named profile.', format: BROWSER_PROBE_CHROMIUM_PROFILE_IDS.join( '|' ) },
	{ name: 'profiles', description: 'Several named profiles.', format: 'comma-separated' },
	{ name: 'device', description: 'Device to emulate.' },
	{ name: 'viewport', description: 'Viewport.', format: 'WIDTHxHEIGHT' },
	{ name: 'locale', description: 'Locale of the browser.' },
	{ name: 'timezone', description: 'Time zone of the browser.' },
	{ name: 'user-agent', description: 'User agent.' },
	{ name: 'permissions', description: 'Granted permissions.', format: 'comma-separated' },
	{
		name: 'throttle',
		description: 'Network and CPU profile.',
		format: BROWSER_PROBE_THROTTLE_PROFILE_IDS.join( '|' ),
	},
	{ name: 'auth', description: 'Who is logged in.' },
	{ name: 'auth-user-id', description: 'Id of the user who is logged in.', format: 'integer' },
	{ name: 'storage-state', description: 'Storage state to start with.' },
	{ name: 'pre-page-script', description: 'Script that runs before the page.' },
	{ name: 'script', description: 'Script that runs in the page.' },
	{ name: 'assert', description: 'What has to hold.', repeatable: true },
	{ name: 'capture', description: 'Evidence to keep.', format: BROWSER_PROBE_CAPTURE_VALUES.join( '|' ) },
	{ name: 'observe', description: 'What to observe.', format: 'comma-separated' },
	{ name: 'fail-fast', description: 'Stop at the first failure.', format: 'boolean' },
	{ name: 'stall-timeout', description: 'Give up when nothing happens for so long.', format: 'duration' },
	{ name: 'timeout', description: 'Give up after so long.', format: 'duration' },
	{ name: 'route-host', description: 'Host that is served by another.', repeatable: true },
	{ name: 'allow-host', description: 'Host that may be reached.', repeatable: true },
	{ name: 'block-host', description: 'Host that may not be reached.', repeatable: true },
	{ name: 'record-external', description: 'Record requests to other hosts.', format: 'boolean' },
	{ name: 'preview-mode', description: 'How the preview is served.' },
	{ name: 'network-policy', description: 'What the network allows.' },
];
