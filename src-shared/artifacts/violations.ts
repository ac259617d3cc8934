import Type, { type Static } from 'typebox';
import { oneOf, optional, result } from '../contracts/request.ts';
import { ARTIFACT_BUNDLE_VERIFICATION_SCHEMA } from './schemas.ts';

/** What a verifier can find wrong; the same code in PHP and in Node (reference §11.7). */
export const VERIFICATION_CODES = [
	'missing-manifest',
	'malformed-manifest',
	'invalid-manifest-shape',
	'invalid-path',
	'missing-file',
	'orphaned-file',
	'digest-mismatch',
	'missing-file-hash',
	'file-hash-mismatch',
	'bundle-id-mismatch',
	'malformed-reference',
	'review-evidence-mismatch',
	'unsafe-file',
	'hardlink',
	'payload-schema-violation',
] as const;

export type ArtifactBundleVerificationViolationCode = ( typeof VERIFICATION_CODES )[ number ];

export const violationSchema = result( {
	code: oneOf( VERIFICATION_CODES, 'What is wrong.' ),
	path: Type.String( { description: 'Where in the manifest or bundle.' } ),
	message: Type.String(),
	file: optional( Type.String( { description: 'The file it is about.' } ) ),
	details: optional( Type.Object( {}, { additionalProperties: true } ) ),
} );

/** One thing that is wrong with a bundle. */
export type ArtifactBundleVerificationViolation = Static< typeof violationSchema >;

export const verificationSchema = result(
	{
		schema: Type.Literal( ARTIFACT_BUNDLE_VERIFICATION_SCHEMA ),
		bundleDirectory: Type.String( { description: 'Name of the directory; never its place on the host.' } ),
		valid: Type.Boolean(),
		status: optional( oneOf( [ 'passed', 'failed' ] ) ),
		violations: Type.Array( violationSchema ),
	},
	'Whether what is stored is what was written.'
);
