import { withoutUndefined } from '../contracts/without-undefined.ts';
import type { MaterializationArtifactRef } from '../observation/run-results.ts';
import { normalizeArtifactRef, normalizeArtifactRefs } from './artifact-refs.ts';
import { BROWSER_ARTIFACT_PERSISTENCE_REF_SCHEMA } from './schema-ids.ts';

type Fields = Readonly< Record< string, unknown > >;

/** `wp-codebox/browser-artifact-persistence/ref/v1`. */
export interface BrowserArtifactPersistenceRef {
	readonly schema: typeof BROWSER_ARTIFACT_PERSISTENCE_REF_SCHEMA;
	/** The first of `artifacts`. */
	readonly artifact?: MaterializationArtifactRef;
	readonly artifacts: MaterializationArtifactRef[];
	/** The bundle that holds them. */
	readonly artifactBundle?: MaterializationArtifactRef;
	readonly materialization?: Fields;
	/** Bundle and artifacts. */
	readonly artifactRefs: MaterializationArtifactRef[];
}

/**
 * What a persistence came to, as references: the bundle and every file in it.
 *
 * @param input Answer of `wp-codebox/persist-browser-artifact`, or any object with `artifact`, `artifacts`,
 *              `artifactBundle`, `artifactRefs`.
 */
export function browserArtifactPersistenceProjection( input: Fields ): BrowserArtifactPersistenceRef {
	const bundle = bundleOf( input );
	const artifacts = normalizeArtifactRefs( [
		...( isRecord( input.artifact ) && ! isRecord( input.persisted_bundle ) ? [ input.artifact ] : [] ),
		...( Array.isArray( input.artifacts ) ? ( input.artifacts as unknown[] ) : [] ),
		...filesOf( input ),
	] );
	return withoutUndefined( {
		schema: BROWSER_ARTIFACT_PERSISTENCE_REF_SCHEMA,
		artifact: artifacts[ 0 ],
		artifacts,
		artifactBundle: bundle,
		materialization: isRecord( input.materialization ) ? input.materialization : undefined,
		artifactRefs: normalizeArtifactRefs( [
			...( bundle ? [ bundle ] : [] ),
			...artifacts,
			...( Array.isArray( input.artifactRefs ) ? ( input.artifactRefs as unknown[] ) : [] ),
		] ),
	} ) as BrowserArtifactPersistenceRef;
}

/**
 * @param input As for the projection.
 */
export function persistedBrowserArtifactRefs( input: Fields ): MaterializationArtifactRef[] {
	return browserArtifactPersistenceProjection( input ).artifactRefs;
}

/**
 * @param input Anything.
 */
export function isBrowserArtifactPersistenceRef( input: unknown ): input is BrowserArtifactPersistenceRef {
	return (
		isRecord( input ) &&
		input.schema === BROWSER_ARTIFACT_PERSISTENCE_REF_SCHEMA &&
		Array.isArray( input.artifacts ) &&
		Array.isArray( input.artifactRefs )
	);
}

function bundleOf( input: Fields ): MaterializationArtifactRef | undefined {
	const given = [ input.artifactBundle, input.artifact_bundle, input.artifact_ref ].find( isRecord );
	if ( given ) {
		const id = given.id ?? given.artifact_id;
		return normalizeArtifactRef( { kind: 'artifact-bundle', ...given, ...( id === undefined ? {} : { id } ) } );
	}
	return typeof input.artifact_id === 'string'
		? normalizeArtifactRef( {
				kind: 'artifact-bundle',
				id: input.artifact_id,
				directory: input.directory,
				content_digest: input.content_digest,
			} )
		: undefined;
}

/** Files of a persisted bundle; their paths are those inside the bundle. */
function filesOf( input: Fields ): Fields[] {
	const bundle = input.persisted_bundle;
	if ( ! isRecord( bundle ) || ! Array.isArray( bundle.files ) ) {
		return [];
	}
	return ( bundle.files as unknown[] ).filter( isRecord ).map( ( file ) => ( {
		kind: file.kind,
		path: file.artifact_path ?? file.path,
		digest: file.sha256,
		bytes: file.size,
		contentType: file.mime_type,
	} ) );
}

function isRecord( value: unknown ): value is Record< string, unknown > {
	return typeof value === 'object' && value !== null && ! Array.isArray( value );
}
