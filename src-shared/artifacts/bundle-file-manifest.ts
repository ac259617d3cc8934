/** The list of files of a bundle, for who holds no manifest (`artifact-bundle-file-manifest/v1`). */
import { safeArtifactRelativePath } from './export-links.ts';
import { comparePaths } from './file-list.ts';
import { isObject } from './manifest-shape.ts';
import { pathCollisions } from './path-policy.ts';

export const ARTIFACT_BUNDLE_FILE_MANIFEST_SCHEMA = 'wp-codebox/artifact-bundle-file-manifest/v1';

export interface ArtifactBundleFileManifest {
	schema: typeof ARTIFACT_BUNDLE_FILE_MANIFEST_SCHEMA;
	/** Id of the bundle. */
	id?: string;
	/** In the order of paths. */
	files: { path: string; kind?: string; contentType?: string; sha256?: string; size?: number }[];
}

/**
 * @param  input `files`, each with a `path` and what is known of it; `id` of the bundle.
 * @throws {Error} for a path that no bundle may hold, and for two that are the same.
 */
export function artifactBundleFileManifest( input: object ): ArtifactBundleFileManifest {
	const { id, files } = input as { id?: unknown; files?: unknown };
	const listed = ( Array.isArray( files ) ? files : [] ).filter( isObject ).map( ( file ) => {
		const digest = isObject( file.sha256 ) ? file.sha256.value : file.sha256;
		return {
			path: safeArtifactRelativePath( String( file.path ?? '' ) ),
			...( typeof file.kind === 'string' ? { kind: file.kind } : {} ),
			...( typeof file.contentType === 'string' ? { contentType: file.contentType } : {} ),
			...( typeof digest === 'string' ? { sha256: digest } : {} ),
			...( typeof file.size === 'number' ? { size: file.size } : {} ),
		};
	} );
	const [ collision ] = pathCollisions( listed.map( ( { path } ) => path ) );
	if ( collision ) {
		throw new Error( `${ JSON.stringify( collision.path ) } is there twice: ${ collision.problem }` );
	}
	return {
		schema: ARTIFACT_BUNDLE_FILE_MANIFEST_SCHEMA,
		...( typeof id === 'string' ? { id } : {} ),
		files: listed.sort( ( left, right ) => comparePaths( left.path, right.path ) ),
	};
}
