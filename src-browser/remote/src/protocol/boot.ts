import type { IsolationMode } from './messages.ts';

/** Steps of a start, in the order that they happen; `storage` and `install` only where they are needed. */
export const PREVIEW_STEPS = [
	'download',
	'connect',
	'runtime',
	'unpack',
	'storage',
	'install',
	'blueprint',
	'open',
	'ready',
] as const;

export type PreviewStep = ( typeof PREVIEW_STEPS )[ number ];

export interface PreviewProgress {
	readonly step: PreviewStep;
	/** Bytes that have arrived; only while something is downloaded. */
	readonly loaded?: number;
	/** Bytes that are expected, where the server says so. */
	readonly total?: number;
}

/** What our own client adds to Playground's boot options. */
export interface PreviewBoot {
	readonly mode: IsolationMode;
	/** WordPress as tar.gz; left out, the remote loads `wordpress.tar.gz` beside it. */
	readonly archive?: Blob;
	/** Whether the archive holds an installed WordPress or one that has to run its installer. */
	readonly install: 'snapshot' | 'installer';
	/** The site's own core, whose static files the preview may use; same origin as the remote, with its slash. */
	readonly coreUrl?: string;
	/** Keep `wp-content/database` in the browser's private file system, for the next start of this scope. */
	readonly persist?: boolean;
	/** No other preview may run on this origin at the same time: they could reach each other. */
	readonly exclusive?: boolean;
	/** Milliseconds that the boot may take. */
	readonly timeoutMs?: number;
}

/** The part of Playground's boot options that this remote knows. */
export interface BootOptions {
	readonly scope: string;
	readonly phpVersion?: string;
	readonly wordpressInstallMode?: string;
	/** A WordPress zip of the caller's own, as Playground's client sends it. */
	readonly wordPressZip?: Blob;
	readonly sapiName?: string;
	readonly preview?: PreviewBoot;
}

/** What the remote page hands to its worker. */
export interface WorkerBoot {
	readonly siteUrl: string;
	readonly scope: string;
	readonly archive: Blob;
	readonly install: 'snapshot' | 'installer';
	readonly persist: boolean;
	/** Forget what other previews stored on this origin: their pages could be read by this one's. */
	readonly exclusive: boolean;
	readonly sapiName?: string;
	/** Other files of the remote, by role. */
	readonly runtimeUrl: string;
}
