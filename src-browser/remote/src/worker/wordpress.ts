import type { PHPRequestHandler } from '@php-wasm/universal';
import { bootRequestHandler, bootWordPress, getFileNotFoundActionForWordPress } from '@wp-playground/wordpress';
import type { PreviewStep, WorkerBoot } from '../protocol/boot.ts';
import { isGzip, unpackArchive } from './archive.ts';
import type { DatabaseStorage } from './database-storage.ts';
import { QueuedInstance } from './queued-instance.ts';
import type { PhpRuntime } from './runtime.ts';

export const DOCUMENT_ROOT = '/wordpress';

/** A path with one of these endings names a file: when it is missing, index.php must not answer in its place. */
const STATIC_FILE =
	/\.(?:css|js|mjs|map|json|svg|png|gif|jpe?g|ico|webp|avif|woff2?|ttf|otf|eot|txt|xml|mp4|webm|mp3|wasm)$/i;

/** Routes of WordPress that end like a file. */
const VIRTUAL_FILE = /\/(?:robots\.txt|favicon\.ico|(?:wp-)?sitemap[\w-]*\.(?:xml|xsl))$/;

/**
 * Boots WordPress from the archive.
 *
 * @param boot    What to boot.
 * @param runtime PHP, compiled or to be compiled.
 * @param storage Keeps the database; null for a preview that forgets.
 * @param onStep  Called when a step begins.
 */
export async function bootPreviewWordPress(
	boot: WorkerBoot,
	runtime: PhpRuntime,
	storage: DatabaseStorage | null,
	onStep: ( step: PreviewStep ) => void
): Promise< PHPRequestHandler > {
	onStep( 'runtime' );
	const handler = await bootRequestHandler( {
		createPhpRuntime: runtime.create,
		siteUrl: boot.siteUrl,
		documentRoot: DOCUMENT_ROOT,
		maxPhpInstances: 1,
		sapiName: boot.sapiName,
		phpIniEntries: {
			memory_limit: '256M',
			allow_url_fopen: '0',
			disable_functions: 'curl_exec,curl_multi_exec,fsockopen',
		},
		getFileNotFoundAction: ( path ) =>
			STATIC_FILE.test( path ) && ! VIRTUAL_FILE.test( path )
				? { type: '404' }
				: getFileNotFoundActionForWordPress( path ),
	} );
	handler.instanceManager = new QueuedInstance( handler.instanceManager );
	const php = await handler.getPrimaryPhp();

	onStep( 'unpack' );
	const packed = await isGzip( boot.archive );
	if ( packed ) {
		await unpackArchive( php, boot.archive, DOCUMENT_ROOT );
	}
	if ( storage ) {
		onStep( 'storage' );
		await storage.attach( php, `${ DOCUMENT_ROOT }/wp-content/database` );
	}
	if ( boot.install === 'installer' || ! packed ) {
		onStep( 'install' );
	}
	await bootWordPress( handler, {
		siteUrl: boot.siteUrl,
		wordPressZip: packed ? undefined : new File( [ boot.archive ], 'wordpress.zip' ),
		wordpressInstallMode:
			boot.install === 'installer' ? 'install-from-existing-files-if-needed' : 'do-not-attempt-installing',
	} );
	return handler;
}
