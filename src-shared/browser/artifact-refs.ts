import type { MaterializationArtifactRef } from '../observation/run-results.ts';
import { withoutUndefined } from '../contracts/without-undefined.ts';

interface Digest {
	readonly algorithm: 'sha256';
	readonly value: string;
}

/**
 * References in one form: `role` is an alias of `kind`, `directory` of `path`; `sha256`,
 * `content_digest`, `contentDigest` and `digest` become `digest` with its algorithm. The same
 * file (kind, path, digest) is named once.
 *
 * @param refs What a runner or a store answered; what is no object is left out.
 */
export function normalizeArtifactRefs( refs: unknown ): MaterializationArtifactRef[] {
	const seen = new Map< string, MaterializationArtifactRef >();
	for ( const raw of Array.isArray( refs ) ? ( refs as unknown[] ) : [] ) {
		if ( typeof raw === 'object' && raw !== null && ! Array.isArray( raw ) ) {
			const ref = normalizeArtifactRef( raw as Record< string, unknown > );
			const digest = ( ref.digest as Digest | undefined )?.value ?? '';
			const key = JSON.stringify( [ ref.kind ?? '', ref.path ?? ref.id ?? ref.artifact_id ?? '', digest ] );
			seen.set( key, { ...ref, ...seen.get( key ) } );
		}
	}
	return [ ...seen.values() ];
}

/**
 * @param raw One reference.
 */
export function normalizeArtifactRef( raw: Readonly< Record< string, unknown > > ): MaterializationArtifactRef {
	const { role, directory, content_digest: contentDigest, contentDigest: camelDigest, ...rest } = raw;
	return withoutUndefined( {
		...rest,
		kind: text( raw.kind ) ?? text( role ),
		path: text( raw.path ) ?? text( directory ),
		digest:
			digestOf( raw.digest ) ?? digestOf( raw.sha256 ) ?? digestOf( contentDigest ) ?? digestOf( camelDigest ),
	} );
}

function digestOf( value: unknown ): Digest | undefined {
	if ( typeof value === 'string' && value !== '' ) {
		return { algorithm: 'sha256', value: value.replace( /^sha256[:-]/, '' ) };
	}
	const { value: inner } = ( value ?? {} ) as { value?: unknown };
	return typeof inner === 'string' && inner !== '' ? { algorithm: 'sha256', value: inner } : undefined;
}

function text( value: unknown ): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
