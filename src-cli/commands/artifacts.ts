import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { discoverPartialRunArtifacts } from '../../src-runtime/artifacts/partial-discovery.ts';
import { exportArtifactBundle } from '../../src-runtime/artifacts/export-bundle.ts';
import { buildReviewerArtifactExportLinks } from '../../src-runtime/artifacts/export-links.ts';
import { importArtifactBundle } from '../../src-runtime/artifacts/import-bundle.ts';
import {
	verifyArtifactBundle,
	type ArtifactBundleVerificationResult,
} from '../../src-runtime/artifacts/verify-bundle.ts';
import { BundleRefusedError } from '../../src-runtime/artifacts/bundle-refused-error.ts';
import { isBundleId } from '../../src-shared/artifacts/file-list.ts';
import { ARTIFACT_INSPECTION_SCHEMA, ARTIFACT_LIST_SCHEMA } from '../../src-shared/artifacts/schemas.ts';
import { CliFailure } from '../cli-failure.ts';
import { printJson, type CliContext } from '../context.ts';
import { EXIT } from '../exit-status.ts';
import type { RegisterCommand } from './command.ts';

interface Flags {
	readonly json?: boolean;
}

export const registerArtifacts: RegisterCommand = ( program, context ) => {
	const artifacts = program.command( 'artifacts' ).description( 'Bundles of what runs produced.' );
	artifacts
		.command( 'verify' )
		.description( 'Whether a bundle is what was written: 0 when it is, 1 when not.' )
		.argument( '[directory]', 'directory of the bundle' )
		.option( '--bundle <directory>', 'the same' )
		.option( '--allow-orphaned-files', 'leave files alone that the manifest does not list' )
		.option( '--json', 'write JSON' )
		.action(
			async ( given: string | undefined, flags: Flags & { bundle?: string; allowOrphanedFiles?: boolean } ) => {
				const directory = place( context, given ?? flags.bundle, '--bundle' );
				report(
					context,
					await verifyArtifactBundle( directory, { allowOrphanedFiles: flags.allowOrphanedFiles ?? false } ),
					flags
				);
			}
		);
	artifacts
		.command( 'inspect' )
		.description( 'A bundle together with its verification.' )
		.argument( '<directory>', 'directory of the bundle' )
		.option( '--json', 'write JSON' )
		.action( async ( given: string, flags: Flags ) => {
			const verification = await verifyArtifactBundle( place( context, given, 'directory' ) );
			if ( ! flags.json ) {
				for ( const { path, kind, size } of verification.manifest?.files ?? [] ) {
					context.out( `${ String( size ?? '' ).padStart( 12 ) }  ${ kind.padEnd( 20 ) }  ${ path }\n` );
				}
				report( context, verification, flags );
				return;
			}
			const { manifest, ...rest } = verification;
			printJson( context, {
				schema: ARTIFACT_INSPECTION_SCHEMA,
				success: verification.valid,
				status: verification.valid ? 'passed' : 'failed',
				artifact: { id: manifest?.id, manifest },
				verification: rest,
			} );
			process.exitCode = verification.valid ? EXIT.clean : EXIT.findings;
		} );
	artifacts
		.command( 'list' )
		.description( 'The bundles in a directory, each verified.' )
		.argument( '<root>', 'directory of bundles' )
		.option( '--json', 'write JSON' )
		.action( ( root: string, flags: Flags ) => list( context, place( context, root, 'root' ), flags ) );
	artifacts
		.command( 'export' )
		.description( 'Writes a bundle as a zip whose bytes are the same every time.' )
		.argument( '<directory>', 'directory of the bundle' )
		.argument( '<output>', 'file to write, which must not exist' )
		.action( ( directory: string, output: string ) =>
			refusing( async () =>
				printJson(
					context,
					await exportArtifactBundle(
						place( context, directory, 'directory' ),
						resolve( context.cwd, output )
					)
				)
			)
		);
	artifacts
		.command( 'import' )
		.description( 'Takes a bundle into a directory of bundles, verified before and after it is copied.' )
		.argument( '<source>', 'directory of the bundle, or a zip of it' )
		.argument( '<root>', 'directory of bundles' )
		.option( '--expected-artifact-id <id>', 'refuse any other bundle' )
		.option( '--expected-content-digest <sha256>', 'refuse any other content' )
		.action(
			( source: string, root: string, flags: { expectedArtifactId?: string; expectedContentDigest?: string } ) =>
				refusing( async () =>
					printJson(
						context,
						await importArtifactBundle( place( context, source, 'source' ), resolve( context.cwd, root ), {
							...( flags.expectedArtifactId ? { id: flags.expectedArtifactId } : {} ),
							...( flags.expectedContentDigest ? { contentDigest: flags.expectedContentDigest } : {} ),
						} )
					)
				)
		);
	artifacts
		.command( 'export-links' )
		.description( 'Addresses under which reviewers find the files of a published bundle.' )
		.argument( '<directory>', 'directory of the bundle' )
		.requiredOption( '--base-url <url>', 'where it is published' )
		.action( ( directory: string, flags: { baseUrl: string } ) =>
			refusing( async () =>
				printJson(
					context,
					await buildReviewerArtifactExportLinks( place( context, directory, 'directory' ), {
						baseUrl: flags.baseUrl,
					} )
				)
			)
		);
	artifacts
		.command( 'discover-partial' )
		.description( 'What interrupted runs left below a directory.' )
		.argument( '<root>', 'where to look' )
		.option( '--session-id <id>', 'only what belongs to a session' )
		.action( async ( root: string, flags: { sessionId?: string } ) =>
			printJson(
				context,
				await discoverPartialRunArtifacts( {
					artifactsRoot: place( context, root, 'root' ),
					...( flags.sessionId ? { sessionId: flags.sessionId } : {} ),
				} )
			)
		);
};

function place( context: CliContext, given: string | undefined, field: string ): string {
	if ( given === undefined || given === '' ) {
		throw new CliFailure( 'wp_codebox_cli_missing_argument', 'artifacts needs the directory of a bundle.', field );
	}
	return resolve( context.cwd, given );
}

function report( context: CliContext, verification: ArtifactBundleVerificationResult, flags: Flags ): void {
	process.exitCode = verification.valid ? EXIT.clean : EXIT.findings;
	if ( flags.json ) {
		printJson( context, verification );
		return;
	}
	for ( const violation of verification.violations ) {
		context.out( `${ violation.code }: ${ violation.message }\n` );
	}
	context.out(
		verification.valid
			? `valid: ${ verification.manifest?.id }\n`
			: `${ verification.violations.length } violations\n`
	);
}

async function list( context: CliContext, root: string, flags: Flags ): Promise< void > {
	const names = await readdir( root ).catch( () => {
		throw new CliFailure( 'wp_codebox_input_unreadable', `${ root } cannot be read.`, 'root' );
	} );
	const found = [];
	for ( const id of names.filter( isBundleId ).sort() ) {
		const { valid, violations, manifest } = await verifyArtifactBundle( resolve( root, id ) );
		found.push( {
			id,
			valid,
			created_at: manifest?.createdAt ?? '',
			file_count: manifest?.files.length ?? 0,
			violations,
		} );
	}
	process.exitCode = found.every( ( { valid } ) => valid ) ? EXIT.clean : EXIT.findings;
	if ( flags.json ) {
		printJson( context, {
			schema: ARTIFACT_LIST_SCHEMA,
			success: true,
			root,
			total: found.length,
			artifacts: found,
		} );
		return;
	}
	for ( const { id, valid, created_at: createdAt } of found ) {
		context.out( `${ id }  ${ createdAt }  ${ valid ? 'valid' : 'INVALID' }\n` );
	}
}

async function refusing( work: () => Promise< void > ): Promise< void > {
	try {
		await work();
	} catch ( error ) {
		if ( error instanceof BundleRefusedError ) {
			throw new CliFailure( error.errorCode, `The bundle was refused: ${ error.message }` );
		}
		throw new CliFailure( 'wp_codebox_artifact_write_failed', ( error as Error ).message );
	}
}
