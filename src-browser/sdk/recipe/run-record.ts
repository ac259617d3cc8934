import type { CollectedFile } from './collect.ts';
import type { StepResult } from './steps.ts';

/** What is known of a run that has not stored its files yet. */
export interface RunNotes {
	readonly id: string;
	/** Address of the REST API: pages of several sites may share an origin. */
	readonly site: string;
	/** Milliseconds since 1970. */
	readonly started: number;
	/** Session and metadata, for the store. */
	readonly request: Readonly< Record< string, unknown > >;
	readonly steps: readonly StepResult[];
	readonly files: readonly CollectedFile[];
}

/** Tells pages that nothing is left without opening a database. */
export const MARKER = 'wp-codebox-unfinished-runs';

const lockName = ( id: string ): string => `wp-codebox-run:${ id }`;

/**
 * Keeps the notes of a run in this browser until its files are stored, so that a closed tab or a broken
 * connection loses none. A browser without room or without IndexedDB runs all the same, without that safety.
 * While the run lives it holds a lock, which the browser releases however the page ends.
 */
export class RunRecord {
	#notes: RunNotes;
	#isKept = false;
	#release: () => void = () => undefined;

	private constructor( site: string, request: RunNotes[ 'request' ] ) {
		this.#notes = { id: crypto.randomUUID(), site, started: Date.now(), request, steps: [], files: [] };
	}

	/**
	 * @param site    Address of the REST API.
	 * @param request Session and metadata of the run.
	 */
	public static async begin( site: string, request: RunNotes[ 'request' ] ): Promise< RunRecord > {
		const record = new RunRecord( site, request );
		if ( 'locks' in navigator && 'indexedDB' in window ) {
			record.#release = ( await holdRun( record.#notes.id ) )!;
			await record.note( [], [] );
		}
		return record;
	}

	/**
	 * @param steps Steps so far.
	 * @param files Files so far.
	 */
	public async note( steps: readonly StepResult[], files: readonly CollectedFile[] ): Promise< void > {
		this.#notes = { ...this.#notes, steps: [ ...steps ], files };
		this.#isKept = await inStore( 'readwrite', ( store ) => store.put( this.#notes ) ).then(
			() => true,
			// No room: what was kept before is still there.
			() => this.#isKept
		);
		if ( this.#isKept ) {
			mark( true );
		}
	}

	/** The files are stored, or nobody wants them: nothing is left to do. */
	public async end(): Promise< void > {
		if ( this.#isKept ) {
			await forgetRun( this.#notes.id );
		}
		this.#release();
	}

	/** The files could not be stored now; a later page may. */
	public leave(): void {
		this.#release();
	}
}

/** Notes of all runs in this browser, the oldest first. */
export async function allRuns(): Promise< RunNotes[] > {
	const notes = ( await inStore( 'readonly', ( store ) => store.getAll() ) ) as RunNotes[];
	return notes.sort( ( one, other ) => one.started - other.started );
}

/**
 * @param id Which run.
 */
export async function forgetRun( id: string ): Promise< void > {
	await inStore( 'readwrite', ( store ) => store.delete( id ) ).catch( () => undefined );
	mark( ( await allRuns().catch( () => [] ) ).length > 0 );
}

/**
 * Takes a run for this page.
 *
 * @param id Which run.
 * @return Lets go; null where the page that runs it is still there.
 */
export function holdRun( id: string ): Promise< ( () => void ) | null > {
	return new Promise( ( resolve, reject ) => {
		void navigator.locks
			.request( lockName( id ), { ifAvailable: true }, ( lock ) =>
				lock === null
					? resolve( null )
					: new Promise< void >( ( release ) => resolve( () => release( undefined ) ) )
			)
			.catch( reject );
	} );
}

function mark( isAny: boolean ): void {
	try {
		if ( isAny ) {
			localStorage.setItem( MARKER, '1' );
		} else {
			localStorage.removeItem( MARKER );
		}
	} catch {
		// Without it the next run looks for itself.
	}
}

function inStore< Value >(
	mode: IDBTransactionMode,
	action: ( store: IDBObjectStore ) => IDBRequest< Value >
): Promise< Value > {
	return new Promise( ( resolve, reject ) => {
		const opening = indexedDB.open( 'wp-codebox-browser', 1 );
		opening.onupgradeneeded = () => opening.result.createObjectStore( 'runs', { keyPath: 'id' } );
		opening.onerror = () => reject( opening.error );
		opening.onsuccess = () => {
			const database = opening.result;
			const transaction = database.transaction( 'runs', mode );
			const request = action( transaction.objectStore( 'runs' ) );
			// Only then is it on disk.
			transaction.oncomplete = () => {
				database.close();
				resolve( request.result );
			};
			transaction.onabort = () => {
				database.close();
				reject( transaction.error );
			};
		};
	} );
}
