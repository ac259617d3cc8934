/**
 * What the service worker, the remote page and the page around it say to one another.
 */

/** How far a preview is kept apart from the site that shows it (design §5). */
export type IsolationMode = 'origin' | 'isolated' | 'trusted';

/** The policy of a preview document in mode `isolated`: an opaque origin that may run scripts and submit forms. */
export const SANDBOX_POLICY = 'sandbox allow-scripts allow-forms';

/** Service worker → remote page, with a port for the answers. */
export interface PreviewRequest {
	readonly type: 'wp-codebox-preview-request';
	readonly scope: string;
	readonly url: string;
	readonly method: string;
	readonly headers: Record< string, string >;
	readonly body: ArrayBuffer | null;
	/** True when the document in the preview's frame is to be replaced. */
	readonly navigation: boolean;
}

/** Service worker → a remote page whose scope its URL does not tell: is this preview yours? */
export interface PreviewClaim {
	readonly type: 'wp-codebox-preview-claim';
	readonly scope: string;
}

/** Remote page → service worker, over the port of the request. */
export type PreviewAnswer =
	| { readonly kind: 'mine' | 'not-mine' }
	| { readonly kind: 'accepted' }
	| {
			readonly kind: 'response';
			readonly mode: IsolationMode;
			readonly status: number;
			readonly headers: Record< string, string[] >;
			readonly body: ArrayBuffer;
	  }
	/** A file of core that the site itself serves: the service worker fetches it from there. */
	| { readonly kind: 'core-file'; readonly mode: IsolationMode; readonly url: string }
	| { readonly kind: 'failed'; readonly mode: IsolationMode; readonly message: string };

/** Remote page → service worker: the page goes away. */
export interface RemoteLeaving {
	readonly type: 'wp-codebox-preview-leaving';
}

/** Remote page → service worker, again and again: the page is there as long as it holds the lock. */
export interface RemoteHere {
	readonly type: 'wp-codebox-preview-here';
	readonly lock: string;
}

/** How often a remote page says that it is there; the service worker waits a little longer for its lock. */
export const HERE_EVERY_MS = 60_000;

/** Remote page → the page around it, before anything is exposed. Says nothing that is secret. */
export type RemoteSignal =
	| { readonly type: 'wp-codebox-preview-remote'; readonly state: 'ready' }
	| {
			readonly type: 'wp-codebox-preview-remote';
			readonly state: 'refused';
			readonly code: string;
			readonly message: string;
	  };
