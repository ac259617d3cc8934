import type { RemoteAPI } from '@php-wasm/universal';
import type { BootOptions, PreviewProgress } from '../protocol/boot.ts';
import type { PreviewWorker } from '../worker/preview-worker.ts';

/** What the remote page itself answers. */
export interface RemotePage {
	prepare: ( runtimeUrl: string ) => Promise< void >;
	boot: ( options: BootOptions ) => Promise< void >;
	onBootProgress: ( listener: ( progress: PreviewProgress ) => unknown ) => Promise< void >;
	goTo: ( path: string ) => Promise< void >;
	getCurrentURL: () => Promise< string >;
	onNavigation: ( listener: ( path: string ) => void ) => Promise< void >;
	dispose: () => Promise< void >;
}

/** A running preview: PHP, requests, files and the page that its frame shows. */
export type RemoteClient = RemoteAPI< RemotePage & Omit< PreviewWorker, 'bootPreview' | 'prepareRuntime' > >;
