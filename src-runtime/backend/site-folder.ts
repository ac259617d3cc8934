import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cleanupOnSignal } from '../process/cleanup-on-signal.ts';
import { createSite } from '../site/create-site.ts';
import type { PhpScriptRunner } from '../site/install-steps.ts';
import { moveSite } from '../site/site-files.ts';
import { temporaryHome } from '../site/temporary-home.ts';
import { wordPressSources, type WordPressSources } from '../wordpress/sources.ts';
import type { BootOptions } from './runtime-backend.ts';

/** The files of a runtime's site. */
export interface SiteFolder {
	readonly directory: string;
	/** All that belongs to the site: its folder, or for a disposable one the folder around it. */
	readonly home: string;
	readonly url: string;
	readonly port: number;
	readonly sources: WordPressSources;
	/** Removes a disposable site; a kept one stays. */
	release: () => void;
}

/** Lies in every kept site, written last: a site without it was not finished and is made again. */
const MARKER = '.wp-codebox-runtime.json';

/** Opens the site that the options name, or makes it. */
export async function openSiteFolder(
	options: BootOptions,
	scripts: ( folders: readonly string[] ) => PhpScriptRunner
): Promise< SiteFolder > {
	const port = options.port ?? ( await freePort() );
	const url = `http://127.0.0.1:${ port }`;
	const sources = await wordPressSources( { progress: options.progress } );
	const kept = options.directory && resolve( options.directory );
	const { home, directory, temporaryFolder } = kept
		? { home: kept, directory: kept, temporaryFolder: undefined }
		: temporaryHome();
	const remove = () => removeWhole( home );
	const forget = kept ? () => false : cleanupOnSignal( remove );
	const recipe = { database: 'sqlite', multisite: options.multisite ?? false, url } as const;
	// A network keeps its address in its tables; a single site's address is in wp-config.php alone.
	const identity = [
		sources.key,
		recipe.multisite ? `multisite ${ url }` : 'single',
		options.pluginFolder ?? '',
	].join( '\n' );
	if ( kept && isFinished( directory, identity ) ) {
		if ( ! recipe.multisite ) {
			moveSite( directory, url );
		}
	} else {
		refuseForeignFolder( directory );
		removeWhole( directory );
		try {
			mkdirSync( directory, { recursive: true } );
			writeFileSync( join( directory, MARKER ), 'unfinished' );
			const { pluginFolder, progress } = options;
			const made = { ...recipe, pluginFolder, progress, temporaryFolder };
			await createSite( directory, made, scripts( [ directory, tmpdir() ] ) );
			writeFileSync( join( directory, MARKER ), identity );
		} catch ( error ) {
			remove();
			forget();
			throw error;
		}
	}
	return {
		directory,
		home,
		url,
		port,
		sources,
		release() {
			if ( ! kept ) {
				remove();
			}
			forget();
		},
	};
}

function isFinished( directory: string, identity: string ): boolean {
	const marker = join( directory, MARKER );
	return existsSync( marker ) && readFileSync( marker, 'utf8' ) === identity;
}

/** Renamed first: an interrupted removal must not leave half a site in its place. */
function removeWhole( directory: string ): void {
	if ( existsSync( directory ) ) {
		const doomed = `${ directory }.removed-${ process.pid }`;
		renameSync( directory, doomed );
		rmSync( doomed, { recursive: true, force: true, maxRetries: 3 } );
	}
}

function refuseForeignFolder( directory: string ): void {
	const foreign =
		existsSync( directory ) && readdirSync( directory ).length > 0 && ! existsSync( join( directory, MARKER ) );
	if ( foreign ) {
		throw new Error( `${ directory } is not empty and is no site of ours.` );
	}
}

/** A port on 127.0.0.1 that nobody uses right now. */
async function freePort(): Promise< number > {
	const server = createServer().listen( 0, '127.0.0.1' );
	await once( server, 'listening' );
	const address = server.address();
	server.close();
	await once( server, 'close' );
	if ( ! address || typeof address === 'string' ) {
		throw new Error( 'No free port was found on 127.0.0.1.' );
	}
	return address.port;
}
