/** Where a runtime puts its artifacts, and under which public address they are found (`runtime-artifact-storage/v1`). */
import { normalizeReviewerArtifactBaseUrl, safeArtifactRelativePath } from './export-links.ts';

export const RUNTIME_ARTIFACT_STORAGE_SCHEMA = 'wp-codebox/runtime-artifact-storage/v1';

export interface RuntimeArtifactStorageInput {
	/** Directory on the machine that runs; the current one when left out. */
	root?: string;
	/** Folder below the root. */
	prefix?: string;
	/** Address of the root; http or https that anyone can open. */
	publicBaseUrl?: string;
}

export interface RuntimeArtifactStorageDescriptor {
	schema: typeof RUNTIME_ARTIFACT_STORAGE_SCHEMA;
	/** Without a slash at its end. */
	root: string;
	/** Empty, or a path that a bundle may hold. */
	prefix: string;
	/** With a slash at its end. */
	publicBaseUrl?: string;
}

/**
 * @param  input Where.
 * @throws {Error} for a prefix that no bundle may hold, or an address that only some machines can open.
 */
export function runtimeArtifactStorageDescriptor(
	input: RuntimeArtifactStorageInput = {}
): RuntimeArtifactStorageDescriptor {
	const publicBaseUrl = normalizePublicUrlRoot( input.publicBaseUrl );
	return {
		schema: RUNTIME_ARTIFACT_STORAGE_SCHEMA,
		root: normalizeStorageRoot( input.root ?? '.' ),
		prefix: normalizeArtifactPathPrefix( input.prefix ),
		...( publicBaseUrl === undefined ? {} : { publicBaseUrl } ),
	};
}

/**
 * @param descriptor   Where.
 * @param relativePath A path that a bundle may hold.
 * @return Its place on the machine that runs.
 */
export function artifactStoragePath( descriptor: RuntimeArtifactStorageDescriptor, relativePath: string ): string {
	const separator = descriptor.root.endsWith( '/' ) ? '' : '/';
	return descriptor.root + separator + prefixed( descriptor, relativePath );
}

/**
 * @param descriptor   Where.
 * @param relativePath A path that a bundle may hold.
 * @return Its address; undefined where nothing is published.
 */
export function artifactStoragePublicUrl(
	descriptor: RuntimeArtifactStorageDescriptor,
	relativePath: string
): string | undefined {
	const path = prefixed( descriptor, relativePath );
	return descriptor.publicBaseUrl === undefined
		? undefined
		: descriptor.publicBaseUrl + path.split( '/' ).map( encodeURIComponent ).join( '/' );
}

/**
 * @param  root A directory.
 * @return It, without slashes at its end.
 * @throws {Error} for an empty one and one with NUL.
 */
export function normalizeStorageRoot( root: string ): string {
	if ( root === '' || root.includes( '\0' ) ) {
		throw new Error( 'root has to name a directory.' );
	}
	return root.replace( /(?<=.)\/+$/, '' );
}

/**
 * @param  prefix Folder below the root.
 * @return It, without slashes around it; empty when there is none.
 * @throws {Error} naming the rule that it breaks.
 */
export function normalizeArtifactPathPrefix( prefix: string | undefined ): string {
	const path = ( prefix ?? '' ).replace( /^\/+|\/+$/g, '' );
	return path === '' ? '' : safeArtifactRelativePath( path );
}

/**
 * @param  url Address of a root.
 * @return It, with a slash at its end; undefined when there is none.
 * @throws {Error} for an address that only some machines can open.
 */
export function normalizePublicUrlRoot( url: string | undefined ): string | undefined {
	return url === undefined || url === '' ? undefined : normalizeReviewerArtifactBaseUrl( url );
}

function prefixed( { prefix }: RuntimeArtifactStorageDescriptor, relativePath: string ): string {
	return ( prefix === '' ? '' : `${ prefix }/` ) + safeArtifactRelativePath( relativePath );
}
