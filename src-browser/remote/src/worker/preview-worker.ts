import { PHPWorker } from '@php-wasm/universal';
import type { PreviewStep, WorkerBoot } from '../protocol/boot.ts';
import { DatabaseStorage } from './database-storage.ts';
import { PhpRuntime } from './runtime.ts';
import { bootPreviewWordPress } from './wordpress.ts';

/** The API of the worker: Playground's, a boot of our own and what a preview's end needs. */
export class PreviewWorker extends PHPWorker {
	#storage: DatabaseStorage | null = null;
	#runtime: PhpRuntime | null = null;

	/**
	 * Compiles PHP, once for each address; optional, before the boot.
	 *
	 * @param url The PHP runtime.
	 */
	async prepareRuntime( url: string ): Promise< void > {
		if ( this.#runtime?.url !== url ) {
			this.#runtime = new PhpRuntime( url );
		}
		await this.#runtime.compile();
	}

	/**
	 * Boots WordPress; called once.
	 *
	 * @param boot   What to boot.
	 * @param onStep Called when a step begins.
	 */
	async bootPreview( boot: WorkerBoot, onStep: ( step: PreviewStep ) => void ): Promise< void > {
		if ( boot.exclusive ) {
			await DatabaseStorage.forgetAllBut( boot.scope );
		}
		this.#storage = boot.persist ? new DatabaseStorage( boot.scope ) : null;
		const handler = await bootPreviewWordPress(
			boot,
			this.#runtime ?? new PhpRuntime( boot.runtimeUrl ),
			this.#storage,
			onStep
		);
		this.__internal_setRequestHandler( handler );
		await this.setPrimaryPHP( await handler.getPrimaryPhp() );
	}

	/** Saves what is not saved yet. */
	async flush(): Promise< void > {
		await this.#storage?.flush();
	}
}
