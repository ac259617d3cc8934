import type { CacheEntry, ContentCache } from './content-cache.ts';

/** What a prune keeps. */
export interface PruneLimits {
	/** Entries are dropped, least recently used first, until the rest is at most this many bytes. */
	readonly maxBytes?: number;
	/** Entries that were not used for this many milliseconds are dropped. */
	readonly maxAgeMs?: number;
	/** Only entries of this kind are looked at. */
	readonly kind?: CacheEntry[ 'kind' ];
}

/** Installed snapshots are small, but every change of an input makes one more. */
export const SNAPSHOT_LIMITS: PruneLimits = { kind: 'snapshots', maxBytes: 1024 ** 3, maxAgeMs: 30 * 24 * 3600 * 1000 };

/** An entry that another process may be copying from right now stays. */
const IN_USE_MS = 60_000;

/**
 * Drops entries beyond the limits and says which ones.
 *
 * @param cache  The cache.
 * @param limits What to keep; `{}` drops nothing.
 * @param now    Time in milliseconds, for tests.
 */
export function pruneCache( cache: ContentCache, limits: PruneLimits, now: number = Date.now() ): CacheEntry[] {
	const candidates = cache.entries().filter( ( entry ) => ! limits.kind || entry.kind === limits.kind );
	let bytes = candidates.reduce( ( sum, entry ) => sum + entry.bytes, 0 );
	const dropped: CacheEntry[] = [];
	for ( const entry of candidates ) {
		const age = now - entry.lastUsed.getTime();
		const tooOld = limits.maxAgeMs !== undefined && age > limits.maxAgeMs;
		const tooMuch = limits.maxBytes !== undefined && bytes > limits.maxBytes;
		if ( age >= IN_USE_MS && ( tooOld || tooMuch ) ) {
			cache.remove( entry.path );
			bytes -= entry.bytes;
			dropped.push( entry );
		}
	}
	return dropped;
}
