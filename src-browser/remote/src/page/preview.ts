import type { ProgressTracker } from '@php-wasm/progress';
import type { BootOptions, PreviewBoot, PreviewStep } from '../protocol/boot.ts';
import type { IsolationMode, PreviewAnswer, PreviewRequest } from '../protocol/messages.ts';
import { PreviewError } from '../protocol/preview-error.ts';
import { isScope, scopedPath, siteUrl } from '../protocol/scope.ts';
import { coreFileUrl } from './core-files.ts';
import { PreviewFrame } from './frame.ts';
import type { RequestTarget } from './service-worker-link.ts';
import type { RuntimeWorker } from './runtime-worker.ts';
import { holdLock } from './session-lock.ts';

export type { ProgressTracker };

/** Names that the build gives to the other files of the remote. */
export interface RemoteFiles {
	readonly worker: string;
	readonly runtime: string;
}

/** One preview: its frame, its worker, its mode. A remote page has one and boots it once. */
export class Preview implements RequestTarget {
	readonly frame: PreviewFrame;
	readonly mode: IsolationMode;
	readonly #boot: PreviewBoot;
	#releaseLock: ( () => void ) | null = null;

	/**
	 * @param options What the caller asked for.
	 * @param folder  URL of the folder of the remote.
	 * @param files   Names of the files beside the page.
	 * @param runtime The worker.
	 */
	constructor(
		private readonly options: BootOptions,
		private readonly folder: string,
		private readonly files: RemoteFiles,
		private readonly runtime: RuntimeWorker
	) {
		if ( ! isScope( options.scope ) ) {
			throw new PreviewError(
				'browser_preview_scope_invalid',
				'scope has to be 1 to 128 letters, digits, -, _ or (not first) a dot.'
			);
		}
		if ( options.phpVersion !== undefined && options.phpVersion !== '8.3' ) {
			// Playground's client always asks for a version, its own newest unless the blueprint says otherwise.
			console.warn( `This remote runs PHP 8.3, not ${ options.phpVersion }.` );
		}
		// A remote that stands alone has an origin of its own: Playground's client knows no modes.
		this.#boot = options.preview ?? { mode: 'origin', install: 'snapshot' };
		this.mode = this.#boot.mode;
		this.frame = new PreviewFrame( folder, options.scope );
	}

	get scope(): string {
		return this.options.scope;
	}

	/**
	 * Boots WordPress in the worker.
	 *
	 * @param onStep Called when a step begins.
	 */
	async boot( onStep: ( step: PreviewStep ) => void ): Promise< void > {
		const { timeoutMs } = this.#boot;
		if ( timeoutMs === undefined ) {
			return this.#bootWorker( onStep );
		}
		let timer: ReturnType< typeof setTimeout > | undefined;
		const late = new Promise< never >( ( _resolve, reject ) => {
			timer = setTimeout( () => {
				// Nobody waits for this worker any more, and it may be busy for ever.
				this.runtime.terminate();
				reject(
					new PreviewError(
						'browser_preview_startup_timeout',
						`WordPress did not start within ${ Math.round( timeoutMs ) } ms.`
					)
				);
			}, timeoutMs );
		} );
		try {
			await Promise.race( [ this.#bootWorker( onStep ), late ] );
		} finally {
			clearTimeout( timer );
		}
	}

	async #bootWorker( onStep: ( step: PreviewStep ) => void ): Promise< void > {
		this.#releaseLock = await holdLock( this.scope, this.#boot.exclusive === true );
		const archive = this.options.wordPressZip ?? this.#boot.archive ?? ( await this.#ownArchive() );
		await this.runtime.api.bootPreview(
			{
				siteUrl: siteUrl( this.folder, this.scope ).replace( /\/$/, '' ),
				scope: this.scope,
				archive,
				install: this.#boot.install,
				persist: this.#boot.persist === true,
				exclusive: this.#boot.exclusive === true,
				sapiName: this.options.sapiName,
				runtimeUrl: this.folder + this.files.runtime,
			},
			onStep
		);
		this.frame.attach();
	}

	async answer( request: PreviewRequest ): Promise< PreviewAnswer > {
		const { mode } = this;
		try {
			const path = scopedPath( this.folder, request.url )?.path ?? '';
			const file =
				request.method === 'GET' || request.method === 'HEAD' ? coreFileUrl( path, this.#boot.coreUrl ) : null;
			if ( file !== null ) {
				return { kind: 'core-file', mode, url: file };
			}
			if ( request.navigation ) {
				this.frame.navigating( request.url );
			}
			const response = await this.runtime.api.request( {
				url: request.url,
				method: request.method as 'GET',
				headers: request.headers,
				...( request.body ? { body: new Uint8Array( request.body ) } : {} ),
			} );
			const { bytes } = response;
			const body = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
			return {
				kind: 'response',
				mode,
				status: response.httpStatusCode,
				headers: response.headers,
				body: body as ArrayBuffer,
			};
		} catch ( error ) {
			return { kind: 'failed', mode, message: error instanceof Error ? error.message : String( error ) };
		}
	}

	/** Saves what has to be saved and frees everything. */
	async dispose(): Promise< void > {
		try {
			await this.runtime.api.flush();
		} finally {
			this.frame.remove();
			this.runtime.terminate();
			this.#releaseLock?.();
		}
	}

	/** The archive that lies beside a remote that stands alone. */
	async #ownArchive(): Promise< Blob > {
		const response = await fetch( `${ this.folder }wordpress.tar.gz` );
		if ( ! response.ok ) {
			throw new PreviewError(
				'browser_preview_archive_missing',
				'There is no wordpress.tar.gz beside this remote, and the caller sent none.'
			);
		}
		return response.blob();
	}
}
