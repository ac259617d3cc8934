import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A case as `Fuzz_Case::to_array()` has it. */
export interface ChunkCase {
	readonly id: string;
	readonly index: number;
	readonly kind: string;
	readonly entry: string;
	readonly input?: Readonly< Record< string, unknown > >;
	readonly role?: string;
}

/** What was seen of a case, as `Observation::to_array()` has it. */
export interface ChunkObservation {
	readonly ended: string;
	readonly status: number | null;
	readonly data: unknown;
	readonly throwable: { readonly message: string } | null;
	readonly [ name: string ]: unknown;
}

export interface ChunkSettings {
	/** Folder of a WordPress with the plugin active. */
	readonly wordpress: string;
	/** Its URL. */
	readonly url: string;
	/** Folders beside it that PHP has to see: the checkout's `php` and `plugin`, and what the site links to. */
	readonly folders: readonly string[];
	/** `Fuzz/Run/worker.php` of the plugin. */
	readonly script: string;
	/** Seconds of a case. */
	readonly seconds: number;
	/** Whether cases may change state; what they change is rolled back. */
	readonly mutations: boolean;
}

/** Seconds for PHP and WordPress to start in WASM, before the first case of an attempt. */
const START = 60;

const GRACE = 2;
const MEMORY = 128 * 1024 * 1024;

/**
 * Runs cases in WASM, one attempt after the other, until each has its observation. An attempt that a case ends, or that
 * has to be killed, is followed by the next one, which goes on behind that case.
 */
export async function runChunk(
	cases: readonly ChunkCase[],
	settings: ChunkSettings
): Promise< readonly ChunkObservation[] > {
	const folder = await mkdtemp( join( tmpdir(), 'wp-codebox-chunk-' ) );
	try {
		await writeFile(
			join( folder, 'cases.ndjson' ),
			cases.map( ( fuzzCase ) => `${ JSON.stringify( fuzzCase ) }\n` ).join( '' )
		);
		let done = 0;
		while ( done < cases.length ) {
			const ended = await attemptOnce( folder, settings );
			const now = ( await observations( folder ) ).length;
			if ( now === done && ended.startedCases === 0 ) {
				throw new Error( `WordPress did not start in WASM: ${ ended.stderr }` );
			}
			done = now;
		}
		return await observations( folder );
	} finally {
		await rm( folder, { recursive: true, force: true } );
	}
}

async function attemptOnce(
	folder: string,
	settings: ChunkSettings
): Promise< { stderr: string; startedCases: number } > {
	const url = new URL( settings.url );
	const worker = {
		serves: 'chunk',
		wordpress: settings.wordpress,
		host: url.host,
		uri: url.pathname,
		https: url.protocol === 'https:',
		seconds: settings.seconds,
		bytes: MEMORY,
		mutations: settings.mutations,
		chunk: folder,
	};
	const attempt = {
		folders: [ settings.wordpress, ...settings.folders, folder ],
		script: settings.script,
		worker: JSON.stringify( worker ),
	};
	const child = spawn(
		process.execPath,
		[ '--import', 'tsx', fileURLToPath( new URL( './chunk-attempt.ts', import.meta.url ) ) ],
		{
			stdio: [ 'ignore', 'ignore', 'pipe' ],
			env: { ...process.env, WP_CODEBOX_ATTEMPT: JSON.stringify( attempt ) },
		}
	);
	let stderr = '';
	child.stderr.on( 'data', ( bytes: Buffer ) => {
		stderr = ( stderr + bytes.toString() ).slice( -4096 );
	} );
	const exit = once( child, 'exit' );
	const started = Date.now();
	const before = await markTime( folder );
	let marked = before;
	let isOver = false;
	void exit.then( () => {
		isOver = true;
	} );
	while ( ! isOver ) {
		await Promise.race( [ exit, new Promise( ( wake ) => setTimeout( wake, 200 ) ) ] );
		marked = await markTime( folder );
		const limit =
			marked === before
				? started + START * 1000
				: Math.max( marked, started ) + ( settings.seconds + GRACE ) * 1000;
		if ( ! isOver && Date.now() > limit ) {
			await writeFile( join( folder, 'killed' ), 'timeout' );
			child.kill( 'SIGKILL' );
			await exit;
		}
	}
	return { stderr, startedCases: marked === before ? 0 : 1 };
}

/** When the case that runs was begun, in milliseconds; 0 before the first. */
async function markTime( folder: string ): Promise< number > {
	return stat( join( folder, 'running' ) ).then(
		( { mtimeMs } ) => mtimeMs,
		() => 0
	);
}

async function observations( folder: string ): Promise< ChunkObservation[] > {
	const text = await readFile( join( folder, 'observations.ndjson' ), 'utf8' ).catch( () => '' );
	return text
		.split( '\n' )
		.slice( 0, -1 )
		.map( ( line ) => JSON.parse( line ) as ChunkObservation );
}
