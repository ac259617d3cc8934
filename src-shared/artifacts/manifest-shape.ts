import { ARTIFACT_LIMITS } from './limits.ts';
import { ARTIFACT_MANIFEST_PATH, ARTIFACT_MANIFEST_SCHEMA, CONTENT_DIGEST_INPUTS } from './schemas.ts';
import type { ArtifactBundleVerificationViolation } from './violations.ts';

type Unknown = Record< string, unknown >;

/**
 * Whether a decoded manifest has the fields that the rest of the verifier relies on. Twin of php/Artifacts/Manifest_Shape.php.
 *
 * @param manifest Decoded JSON.
 * @return What is wrong, in the order of the fields.
 */
export function manifestShapeViolations( manifest: unknown ): ArtifactBundleVerificationViolation[] {
	if ( ! isObject( manifest ) ) {
		return [ wrong( '$', 'has to be an object' ) ];
	}
	const violations: ArtifactBundleVerificationViolation[] = [];
	if ( manifest.schema !== ARTIFACT_MANIFEST_SCHEMA ) {
		violations.push( wrong( 'schema', `has to be ${ ARTIFACT_MANIFEST_SCHEMA }` ) );
	}
	if ( typeof manifest.id !== 'string' ) {
		violations.push( wrong( 'id', 'has to be a string' ) );
	}
	const digest = manifest.contentDigest;
	if ( ! isDigest( digest ) || JSON.stringify( digest.inputs ) !== JSON.stringify( CONTENT_DIGEST_INPUTS ) ) {
		violations.push( wrong( 'contentDigest', 'has to be a sha256 digest over manifest.files' ) );
	}
	if (
		typeof manifest.createdAt !== 'string' ||
		! /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test( manifest.createdAt )
	) {
		violations.push( wrong( 'createdAt', 'has to be a time in UTC' ) );
	}
	if ( ! isObject( manifest.runtime ) ) {
		violations.push( wrong( 'runtime', 'has to be an object' ) );
	}
	return [ ...violations, ...filesViolations( manifest.files ) ];
}

function filesViolations( files: unknown ): ArtifactBundleVerificationViolation[] {
	if ( ! Array.isArray( files ) || files.length < 2 || files.length > ARTIFACT_LIMITS.files + 1 ) {
		return [ wrong( 'files', `has to list the manifest and 1 to ${ ARTIFACT_LIMITS.files } files` ) ];
	}
	return files.flatMap( ( file: unknown, index ) => fileViolations( file, `files[${ index }]` ) );
}

function fileViolations( file: unknown, at: string ): ArtifactBundleVerificationViolation[] {
	if (
		! isObject( file ) ||
		typeof file.path !== 'string' ||
		typeof file.kind !== 'string' ||
		file.kind === '' ||
		typeof file.contentType !== 'string'
	) {
		return [ wrong( at, 'needs path, kind and contentType' ) ];
	}
	const violations: ArtifactBundleVerificationViolation[] = [];
	if ( ! isDigest( file.sha256 ) ) {
		violations.push( {
			code: 'missing-file-hash',
			path: `${ at }.sha256`,
			message: `${ at }.sha256 has to be a sha256 digest.`,
			file: file.path,
		} );
	}
	if (
		file.path !== ARTIFACT_MANIFEST_PATH &&
		! ( Number.isSafeInteger( file.size ) && ( file.size as number ) >= 0 )
	) {
		violations.push( wrong( `${ at }.size`, 'has to be a number of bytes' ) );
	}
	return violations;
}

function isDigest( value: unknown ): value is Unknown {
	return (
		isObject( value ) &&
		value.algorithm === 'sha256' &&
		typeof value.value === 'string' &&
		/^[0-9a-f]{64}$/.test( value.value )
	);
}

/**
 * @param value Anything.
 */
export function isObject( value: unknown ): value is Unknown {
	return typeof value === 'object' && value !== null && ! Array.isArray( value );
}

function wrong( path: string, what: string ): ArtifactBundleVerificationViolation {
	return { code: 'invalid-manifest-shape', path, message: `${ path } ${ what }.` };
}
