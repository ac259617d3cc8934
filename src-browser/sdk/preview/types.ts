import type { RecoveredRun } from '../recipe/unfinished-runs.ts';

/** How far a preview is kept apart from the page that shows it (design §5). */
export type PreviewIsolationMode = 'origin' | 'isolated' | 'trusted';

/** A reference to a prepared blueprint, `wp-codebox/browser-blueprint-ref/v1`. */
export interface BlueprintRef {
	readonly ref?: string;
	readonly hydratable?: boolean;
	readonly hydration_endpoint?: string;
	readonly endpoint?: string;
	readonly [ field: string ]: unknown;
}

/** A Playground blueprint. */
export type PreviewBlueprint = Readonly< Record< string, unknown > >;

/** The part of `wp-codebox/browser-preview-boot-config/v1` that a start reads. */
export interface PreviewBootConfig {
	readonly schema: string;
	readonly session_id: string;
	readonly scope?: string;
	readonly client_module_url?: string;
	readonly remote_url?: string;
	readonly cors_proxy_url?: string;
	readonly blueprint_ref?: BlueprintRef;
	readonly preview?: Readonly< Record< string, unknown > >;
	/** Isolation that the site's configuration gives; absent for a remote of someone else. */
	readonly isolation?: {
		readonly mode: PreviewIsolationMode;
		readonly origin: string;
		readonly partitioned: boolean;
	};
	/** Files and core of a self-hosted preview. */
	readonly self_hosted?: Readonly< Record< string, unknown > >;
	readonly [ field: string ]: unknown;
}

/** Progress of a start; `loaded` and `total` are bytes. */
export interface PreviewStartProgress {
	readonly step: string;
	readonly loaded?: number;
	readonly total?: number;
}

/** A client of a running preview, as `@wp-playground/client` types it; ours has `dispose()` too. */
export interface PreviewClient {
	run: ( options: { code: string } ) => Promise< { text: string; exitCode: number } >;
	request: ( request: {
		url: string;
		method?: string;
		headers?: Record< string, string >;
		body?: unknown;
	} ) => Promise< {
		httpStatusCode: number;
		text: string;
		json: unknown;
		headers: Record< string, string[] >;
	} >;
	writeFile: ( path: string, data: string | Uint8Array ) => Promise< void >;
	readFileAsText: ( path: string ) => Promise< string >;
	readFileAsBuffer: ( path: string ) => Promise< Uint8Array >;
	listFiles: ( path: string ) => Promise< string[] >;
	fileExists: ( path: string ) => Promise< boolean >;
	goTo: ( path: string ) => Promise< void >;
	getCurrentURL: () => Promise< string >;
	dispose?: () => Promise< void >;
}

/** Starts Playground in a frame: the function of `@wp-playground/client` and of our own client module. */
export type StartPlaygroundWeb = ( options: Record< string, unknown > ) => Promise< PreviewClient >;

export interface StartPreviewOptions {
	readonly iframe?: HTMLIFrameElement;
	readonly iframeSelector?: string;
	/** Gets the blueprint of a reference; left out, the reference's endpoint is asked. */
	readonly hydrateBlueprintRef?: ( ref: BlueprintRef ) => Promise< PreviewBlueprint > | PreviewBlueprint;
	readonly startPlaygroundWeb?: StartPlaygroundWeb;
	readonly importModule?: ( url: string ) => Promise< unknown >;
	readonly clientModuleUrl?: string;
	readonly signal?: AbortSignal;
	/** Gives back what the caller holds of a client; called once. */
	readonly disposeClient?: ( client: PreviewClient ) => Promise< void > | void;
	/** Milliseconds for the whole start; 30,000 unless said otherwise. */
	readonly startupTimeoutMs?: number;
	/** Further options for the starter, e.g. a blueprint's resources. */
	readonly startOptions?: Readonly< Record< string, unknown > >;
	readonly onClientConnected?: ( client: PreviewClient ) => void;
	readonly onProgress?: ( progress: PreviewStartProgress ) => void;
	/** REST nonce of the page's user. */
	readonly nonce?: string;
	/** Blueprint of a boot configuration that has no reference. */
	readonly blueprint?: PreviewBlueprint;
	/** Told what was stored of earlier runs whose tab was closed or whose site was out of reach. */
	readonly onRecovered?: ( runs: readonly RecoveredRun[] ) => void;
	/** Keep the preview's database in this browser for the next start of the same scope. */
	readonly persist?: boolean;
}

/** `wp-codebox/browser-preview-dispose-result/v1`: nothing is claimed that was not seen. */
export interface PreviewDisposeResult {
	readonly schema: 'wp-codebox/browser-preview-dispose-result/v1';
	readonly session_id: string;
	readonly client_release_requested: boolean;
	readonly client_released: boolean;
	readonly runtime_release_requested: boolean;
	readonly runtime_terminated: boolean;
	readonly iframe_reset: boolean;
}

/** `wp-codebox/browser-preview-start-result/v1`. */
export interface PreviewStartResult {
	readonly schema: 'wp-codebox/browser-preview-start-result/v1';
	readonly success: true;
	readonly status: 'started';
	readonly session_id: string;
	readonly preview: Readonly< Record< string, unknown > >;
	readonly boot: PreviewBootConfig;
	/** Which isolation ran; `external` for a remote that is not the site's own. */
	readonly isolation: { readonly mode: PreviewIsolationMode | 'external'; readonly origin: string };
	readonly request: {
		readonly remoteUrl: string;
		readonly corsProxyUrl: string;
		readonly scope: string;
		readonly hasIframe: boolean;
		readonly hasBlueprint: boolean;
	};
	readonly client: PreviewClient;
	dispose: () => Promise< PreviewDisposeResult >;
}
