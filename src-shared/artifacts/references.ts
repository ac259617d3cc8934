import { comparePaths } from './file-list.ts';
import { isObject } from './manifest-shape.ts';
import {
	ARTIFACT_MANIFEST_PATH,
	CHANGED_FILES_ARTIFACT_PATH,
	IN_TOTO_STATEMENT_TYPE,
	METADATA_ARTIFACT_PATH,
	PROVENANCE_ARTIFACT_PATH,
} from './schemas.ts';
import type { ArtifactBundleVerificationViolation } from './violations.ts';

/** Documents of a bundle that speak of its other files, in the order of checking. */
export const REFERRING_DOCUMENTS = [
	METADATA_ARTIFACT_PATH,
	PROVENANCE_ARTIFACT_PATH,
	CHANGED_FILES_ARTIFACT_PATH,
] as const;

export type ReferringDocument = ( typeof REFERRING_DOCUMENTS )[ number ];

/**
 * Whether a document speaks of files that the bundle has. Twin of php/Artifacts/Bundle_References.php.
 *
 * @param path     Which document.
 * @param document Decoded JSON; undefined when it could not be decoded.
 * @param files    Path → SHA-256 of every file in the manifest.
 */
export function referenceViolations(
	path: ReferringDocument,
	document: unknown,
	files: ReadonlyMap< string, string >
): ArtifactBundleVerificationViolation[] {
	if ( ! isObject( document ) ) {
		return [
			{
				code: 'payload-schema-violation',
				path,
				message: `${ path } is not a JSON object.`,
				file: path,
			},
		];
	}
	switch ( path ) {
		case METADATA_ARTIFACT_PATH:
			return metadataViolations( document, files );
		case PROVENANCE_ARTIFACT_PATH:
			return provenanceViolations( document, files );
		case CHANGED_FILES_ARTIFACT_PATH:
			return changedFilesViolations( document, files );
	}
}

function metadataViolations(
	document: Record< string, unknown >,
	files: ReadonlyMap< string, string >
): ArtifactBundleVerificationViolation[] {
	const artifacts = isObject( document.artifacts ) ? document.artifacts : {};
	return Object.keys( artifacts )
		.sort( comparePaths )
		.flatMap( ( name ) =>
			reference(
				`${ METADATA_ARTIFACT_PATH }#artifacts.${ name }`,
				artifacts[ name ],
				files,
				METADATA_ARTIFACT_PATH
			)
		);
}

function changedFilesViolations(
	document: Record< string, unknown >,
	files: ReadonlyMap< string, string >
): ArtifactBundleVerificationViolation[] {
	const path = CHANGED_FILES_ARTIFACT_PATH;
	return ( Array.isArray( document.files ) ? document.files : [] ).flatMap( ( file: unknown, index ) =>
		isObject( file ) && 'artifactPath' in file
			? reference( `${ path }#files[${ index }].artifactPath`, file.artifactPath, files, path )
			: []
	);
}

function provenanceViolations(
	document: Record< string, unknown >,
	files: ReadonlyMap< string, string >
): ArtifactBundleVerificationViolation[] {
	const path = PROVENANCE_ARTIFACT_PATH;
	const subjects = document.subject;
	if (
		document._type !== IN_TOTO_STATEMENT_TYPE ||
		! Array.isArray( subjects ) ||
		typeof document.predicateType !== 'string'
	) {
		return [
			{
				code: 'payload-schema-violation',
				path,
				message: `${ path } is no in-toto Statement v1.`,
				file: path,
			},
		];
	}
	const expected = new Map( files );
	expected.delete( ARTIFACT_MANIFEST_PATH );
	expected.delete( path );
	const agrees =
		subjects.length === expected.size &&
		new Set( subjects.map( ( subject: unknown ) => ( isObject( subject ) ? subject.name : undefined ) ) ).size ===
			expected.size &&
		subjects.every(
			( subject: unknown ) =>
				isObject( subject ) &&
				typeof subject.name === 'string' &&
				isObject( subject.digest ) &&
				expected.has( subject.name ) &&
				subject.digest.sha256 === expected.get( subject.name )
		);
	return agrees
		? []
		: [
				{
					code: 'malformed-reference',
					path: `${ path }#subject`,
					message: `${ path } does not state the files of the bundle.`,
					file: path,
				},
			];
}

function reference(
	where: string,
	target: unknown,
	files: ReadonlyMap< string, string >,
	path: string
): ArtifactBundleVerificationViolation[] {
	return typeof target === 'string' && files.has( target )
		? []
		: [
				{
					code: 'malformed-reference',
					path: where,
					message: `${ where } names a file that the bundle does not have.`,
					file: path,
				},
			];
}
