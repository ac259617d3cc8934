import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ContentCache } from '../cache/content-cache.ts';
import { terminalProgress, type Progress } from '../progress/progress.ts';
import { downloadWithNpm, type TarballDownload } from './npm-tarball.ts';
import { PINNED_RELEASE, type PinnedRelease } from './pinned-release.ts';
import { buildReleaseTree } from './release-tree.ts';
import { wordPressOverride } from './wordpress-override.ts';

/** Read-only trees to make sites from. */
export interface WordPressSources {
	/** A WordPress without configuration. */
	readonly wordpress: string;
	/** The WP-CLI phar. */
	readonly wpCli: string;
	/** The SQLite integration plugin, with its drop-in template `db.copy`. */
	readonly sqlite: string;
	/** Changes whenever the content of any of them does. */
	readonly key: string;
}

/** What can be exchanged, for tests and embedding. */
export interface SourcesOptions {
	readonly cache?: ContentCache;
	readonly release?: PinnedRelease;
	readonly download?: TarballDownload;
	readonly progress?: Progress;
	readonly environment?: NodeJS.ProcessEnv;
}

/**
 * Fetches, verifies and caches what a WordPress needs; from the second time on it comes from the cache.
 *
 * @throws Error when the download fails or is not the pinned file.
 */
export async function wordPressSources( options: SourcesOptions = {} ): Promise< WordPressSources > {
	const { release = PINNED_RELEASE, progress = terminalProgress, environment = process.env } = options;
	const cache = options.cache ?? new ContentCache();
	const releaseKey = createHash( 'sha256' ).update( JSON.stringify( release ) ).digest( 'hex' ).slice( 0, 20 );
	const tree = await cache.directory(
		'sources',
		`${ release.package }-${ release.version }-${ releaseKey }`,
		( directory ) => buildReleaseTree( release, directory, options.download ?? downloadWithNpm, progress )
	);
	const override = environment.WP_CODEBOX_WORDPRESS;
	const own = override ? await wordPressOverride( override, cache ) : undefined;
	return {
		wordpress: own?.directory ?? join( tree, 'wordpress' ),
		wpCli: join( tree, 'wp-cli.phar' ),
		sqlite: join( tree, 'sqlite-database-integration' ),
		key: own ? `${ releaseKey }-${ own.key }` : releaseKey,
	};
}
