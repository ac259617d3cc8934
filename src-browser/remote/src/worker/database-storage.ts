import type { PHP } from '@php-wasm/universal';
import { createDirectoryHandleMountHandler, type DirectoryHandleMount } from '@php-wasm/web';
import { PreviewError } from '../protocol/preview-error.ts';

const ROOT = 'wp-codebox-preview';

/**
 * Keeps the database of a preview in the browser's private file system, so that it survives
 * a reload. The rest of WordPress comes from the HTTP cache, which is faster.
 */
export class DatabaseStorage {
	#mount: DirectoryHandleMount | null = null;

	/** @param scope Which preview. */
	constructor( private readonly scope: string ) {}

	/**
	 * Takes the database from storage when there is one, else puts the one in place into storage.
	 *
	 * @param php    The runtime, with WordPress unpacked.
	 * @param folder The database's folder.
	 */
	async attach( php: PHP, folder: string ): Promise< void > {
		try {
			const handle = await this.#handle();
			const stored = await isFilled( handle );
			await php.mount(
				folder,
				createDirectoryHandleMountHandler( handle, {
					initialSync: { direction: stored ? 'opfs-to-memfs' : 'memfs-to-opfs' },
					onMount: ( mount ) => ( this.#mount = mount ),
				} )
			);
			await this.#mount?.flush();
		} catch ( error ) {
			throw error instanceof PreviewError ? error : storageFailed( error );
		}
	}

	/** Writes what is not written yet; refuses loudly when the browser has no room. */
	async flush(): Promise< void > {
		try {
			await this.#mount?.flush();
		} catch ( error ) {
			throw storageFailed( error );
		}
	}

	/**
	 * Forgets what every other preview of this origin stored. Where nothing can be stored there is nothing to forget.
	 *
	 * @param scope The preview that stays.
	 */
	static async forgetAllBut( scope: string ): Promise< void > {
		const files = await navigator.storage?.getDirectory?.().catch( () => null );
		const root = await files?.getDirectoryHandle( ROOT ).catch( () => null );
		if ( root ) {
			for await ( const name of ( root as unknown as { keys: () => AsyncIterable< string > } ).keys() ) {
				if ( name !== scope ) {
					await root.removeEntry( name, { recursive: true } );
				}
			}
		}
	}

	async #handle(): Promise< FileSystemDirectoryHandle > {
		const root = await ( await privateFiles() ).getDirectoryHandle( ROOT, { create: true } );
		return root.getDirectoryHandle( this.scope, { create: true } );
	}
}

function storageFailed( error: unknown ): PreviewError {
	return new PreviewError(
		'browser_preview_storage_failed',
		`The database of the preview could not be saved: ${ error instanceof Error ? error.message : String( error ) }`,
		error
	);
}

async function privateFiles(): Promise< FileSystemDirectoryHandle > {
	try {
		return await navigator.storage.getDirectory();
	} catch ( error ) {
		throw new PreviewError(
			'browser_preview_storage_unavailable',
			'This browser does not let the preview store its database (a private window, or storage is blocked).',
			error
		);
	}
}

async function isFilled( handle: FileSystemDirectoryHandle ): Promise< boolean > {
	for await ( const name of ( handle as unknown as { keys: () => AsyncIterable< string > } ).keys() ) {
		if ( name.endsWith( '.sqlite' ) ) {
			return true;
		}
	}
	return false;
}
