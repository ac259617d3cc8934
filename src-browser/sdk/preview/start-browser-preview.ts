import { resolveBlueprint } from './blueprint.ts';
import { checkEnvironment, findFrame, isRecord, readBootConfig } from './boot-config.ts';
import { PreviewOwner } from './owner.ts';
import { PreviewStartError } from './preview-start-error.ts';
import type {
	PreviewBlueprint,
	PreviewBootConfig,
	PreviewClient,
	PreviewStartProgress,
	PreviewStartResult,
	StartPlaygroundWeb,
	StartPreviewOptions,
} from './types.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Starts a disposable WordPress in a frame.
 *
 * One deadline covers everything; the promise settles in any case, and after a failure nothing
 * of the start goes on.
 *
 * @param input   A `wp-codebox/browser-preview-boot-config/v1`, or an object that holds one as `preview_boot`.
 * @param options Frame, deadline and callbacks.
 * @return The running preview; rejects with `wp-codebox/browser-runtime-error/v1`.
 */
export async function startBrowserPreview(
	input: unknown,
	options: StartPreviewOptions = {}
): Promise< PreviewStartResult > {
	try {
		const boot = readBootConfig( input );
		const iframe = findFrame( options );
		if ( options.signal?.aborted ) {
			throw new PreviewStartError(
				'browser_preview_aborted',
				'The start was aborted before it began.',
				options.signal.reason
			);
		}
		checkEnvironment( boot );
		const scope = boot.scope ?? boot.session_id;
		const owner = PreviewOwner.take( scope, boot.session_id, iframe, options.disposeClient );
		return await start( boot, scope, iframe, owner, options );
	} catch ( error ) {
		throw PreviewStartError.from( error );
	}
}

async function start(
	boot: PreviewBootConfig,
	scope: string,
	iframe: HTMLIFrameElement,
	owner: PreviewOwner,
	options: StartPreviewOptions
): Promise< PreviewStartResult > {
	// eslint-disable-next-line @wordpress/no-unused-vars-before-return -- The finally block uses it.
	const lift = limit( owner, options );
	try {
		const nonce = options.nonce ?? pageNonce();
		const [ blueprint, starter ] = await owner.unlessEnded(
			Promise.all( [
				resolveBlueprint( boot, { ...options, nonce }, owner.signal ),
				loadStarter( boot, options ),
			] )
		);
		const starting = starter( {
			...options.startOptions,
			iframe,
			remoteUrl: boot.remote_url,
			corsProxy: boot.cors_proxy_url,
			scope,
			blueprint,
			preview: boot.self_hosted && { ...boot.self_hosted, persist: options.persist === true },
			nonce,
			signal: owner.signal,
			timeoutMs: options.startupTimeoutMs ?? DEFAULT_TIMEOUT_MS,
			onProgress: ( progress: PreviewStartProgress ) =>
				owner.signal.aborted ? undefined : options.onProgress?.( progress ),
		} ).then( ( client ) => owner.connect( client ) );
		const client = await owner.unlessEnded( starting );
		options.onClientConnected?.( client );
		return startResult( boot, scope, blueprint, client, owner );
	} catch ( error ) {
		const failure = PreviewStartError.from( owner.signal.aborted ? owner.signal.reason : error );
		owner.fail( failure );
		throw failure;
	} finally {
		lift();
	}
}

/**
 * Puts the deadline and the caller's signal over a start.
 *
 * @param owner   Who is ended.
 * @param options Options of the start.
 * @return Lifts both.
 */
function limit( owner: PreviewOwner, options: StartPreviewOptions ): () => void {
	const { startupTimeoutMs = DEFAULT_TIMEOUT_MS, signal } = options;
	const end = ( code: string, message: string, cause?: unknown ) => (): void =>
		owner.fail( new PreviewStartError( code, message, cause ) );
	const timer = setTimeout(
		end( 'browser_preview_startup_timeout', `The preview did not start within ${ startupTimeoutMs } ms.` ),
		startupTimeoutMs
	);
	const abort = end( 'browser_preview_aborted', 'The start of the preview was aborted.', signal?.reason );
	signal?.addEventListener( 'abort', abort, { once: true } );
	return () => {
		clearTimeout( timer );
		signal?.removeEventListener( 'abort', abort );
	};
}

function startResult(
	boot: PreviewBootConfig,
	scope: string,
	blueprint: PreviewBlueprint,
	client: PreviewClient,
	owner: PreviewOwner
): PreviewStartResult {
	return {
		schema: 'wp-codebox/browser-preview-start-result/v1',
		success: true,
		status: 'started',
		session_id: boot.session_id,
		preview: isRecord( boot.preview ) ? boot.preview : {},
		boot,
		isolation: {
			mode: boot.isolation?.mode ?? 'external',
			origin: boot.isolation?.origin ?? new URL( boot.remote_url ?? '', document.baseURI ).origin,
		},
		request: {
			remoteUrl: boot.remote_url ?? '',
			corsProxyUrl: boot.cors_proxy_url ?? '',
			scope,
			hasIframe: true,
			hasBlueprint: Object.keys( blueprint ).length > 0,
		},
		client,
		dispose: () => owner.dispose(),
	};
}

async function loadStarter( boot: PreviewBootConfig, options: StartPreviewOptions ): Promise< StartPlaygroundWeb > {
	if ( options.startPlaygroundWeb ) {
		return options.startPlaygroundWeb;
	}
	const url = options.clientModuleUrl ?? boot.client_module_url;
	if ( url === undefined || url === '' ) {
		throw new PreviewStartError(
			'browser_preview_client_module_missing',
			'The boot configuration names no client_module_url.'
		);
	}
	const importModule =
		options.importModule ??
		( ( address: string ): Promise< unknown > => import( /* webpackIgnore: true */ /* @vite-ignore */ address ) );
	const module = await importModule( url ).catch( ( error: unknown ) => {
		throw new PreviewStartError(
			'browser_preview_start_unavailable',
			`The client module could not be loaded from ${ url }.`,
			error
		);
	} );
	const starter = isRecord( module )
		? module.startPlaygroundWeb
		: ( module as { startPlaygroundWeb?: unknown } ).startPlaygroundWeb;
	if ( typeof starter !== 'function' ) {
		throw new PreviewStartError(
			'browser_preview_start_unavailable',
			`The client module ${ url } has no startPlaygroundWeb.`
		);
	}
	return starter as StartPlaygroundWeb;
}

/** The REST nonce that WordPress put on the page, where it did. */
function pageNonce(): string | undefined {
	const settings = ( window as unknown as { wpApiSettings?: { nonce?: unknown } } ).wpApiSettings;
	return typeof settings?.nonce === 'string' ? settings.nonce : undefined;
}
