import { canonicalJson } from './canonical-json.ts';
import { ARTIFACT_MANIFEST_PATH, BUNDLE_ID_PREFIX } from './schemas.ts';

/** What the bundle id depends on. */
export interface FileListEntry {
	readonly path: string;
	/** 64 lower-case hex digits. */
	readonly sha256: string;
	/** Bytes. */
	readonly size: number;
}

/**
 * The bytes whose SHA-256 is the content digest: the canonical JSON of all files but the
 * manifest, ordered by path (UTF-16 code units, as RFC 8785 orders keys).
 *
 * @param files Files in any order.
 */
export function fileListBytes( files: readonly FileListEntry[] ): string {
	return canonicalJson(
		files
			.filter( ( file ) => file.path !== ARTIFACT_MANIFEST_PATH )
			.map( ( { path, sha256, size } ) => ( { path, sha256, size } ) )
			.sort( ( left, right ) => comparePaths( left.path, right.path ) )
	);
}

/**
 * @param left  A path.
 * @param right Another one.
 */
export function comparePaths( left: string, right: string ): number {
	if ( left === right ) {
		return 0;
	}
	return left < right ? -1 : 1;
}

/**
 * @param contentDigest 64 hex digits.
 */
export function bundleId( contentDigest: string ): string {
	return BUNDLE_ID_PREFIX + contentDigest;
}

/**
 * @param value Anything.
 */
export function isBundleId( value: unknown ): value is string {
	return typeof value === 'string' && /^artifact-bundle-sha256-[0-9a-f]{64}$/.test( value );
}
