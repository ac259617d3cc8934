import type { PHP } from '@php-wasm/universal';

interface Acquired {
	php: PHP;
	reap: () => void;
}

interface InstanceManager {
	getPrimaryPhp: () => Promise< PHP >;
	acquirePHPInstance: () => Promise< Acquired >;
	[ Symbol.asyncDispose ]: () => PromiseLike< void >;
}

/**
 * One PHP for all requests, one after the other. A second instance would double the memory
 * and compile WordPress again; upstream's single instance refuses a second request instead
 * of letting it wait.
 */
export class QueuedInstance implements InstanceManager {
	#last: Promise< unknown > = Promise.resolve();

	/** @param single Upstream's manager of a single instance. */
	constructor( private readonly single: InstanceManager ) {}

	getPrimaryPhp(): Promise< PHP > {
		return this.single.getPrimaryPhp();
	}

	async acquirePHPInstance(): Promise< Acquired > {
		const before = this.#last;
		let free: () => void = () => undefined;
		this.#last = new Promise< void >( ( resolve ) => ( free = resolve ) );
		await before;
		try {
			const { php, reap } = await this.single.acquirePHPInstance();
			return {
				php,
				reap: () => {
					reap();
					free();
				},
			};
		} catch ( error ) {
			free();
			throw error;
		}
	}

	[ Symbol.asyncDispose ](): PromiseLike< void > {
		return this.single[ Symbol.asyncDispose ]();
	}
}
