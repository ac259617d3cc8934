import { resolveBlueprint } from './blueprint.ts';
import { checkEnvironment, findFrame, isRecord, readBootConfig } from './boot-config.ts';
import { PreviewOwner } from './owner.ts';
import { PreviewStartError } from './preview-start-error.ts';
import type { PreviewBootConfig, PreviewStartResult, StartPlaygroundWeb, StartPreviewOptions } from './types.ts';

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
	const timeoutMs = options.startupTimeoutMs ?? DEFAULT_TIMEOUT_MS;
	const timer = setTimeout(
		() =>
			owner.fail(
				new PreviewStartError(
					'browser_preview_startup_timeout',
					`The preview did not start within ${ timeoutMs } ms.`
				)
			),
		timeoutMs
	);
	const abort = (): void =>
		owner.fail(
			new PreviewStartError(
				'browser_preview_aborted',
				'The start of the preview was aborted.',
				options.signal?.reason
			)
		);
	options.signal?.addEventListener( 'abort', abort, { once: true } );
	const deadline = Date.now() + timeoutMs;
	const unlessEnded = < Value >( value: Promise< Value > ): Promise< Value > => endWith( owner.signal, value );
	try {
		const nonce = options.nonce ?? pageNonce();
		const [ blueprint, starter ] = await unlessEnded(
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
			timeoutMs: Math.max( 0, deadline - Date.now() ),
			onProgress: ( progress: Parameters< NonNullable< StartPreviewOptions[ 'onProgress' ] > >[ 0 ] ) =>
				owner.signal.aborted ? undefined : options.onProgress?.( progress ),
		} ).then( async ( client ) => {
			await owner.connect( client );
			return client;
		} );
		starting.catch( () => undefined );
		const client = await unlessEnded( starting );
		options.onClientConnected?.( client );
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
	} catch ( error ) {
		const failure = PreviewStartError.from( owner.signal.aborted ? owner.signal.reason : error );
		owner.fail( failure );
		throw failure;
	} finally {
		clearTimeout( timer );
		options.signal?.removeEventListener( 'abort', abort );
	}
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

function endWith< Value >( signal: AbortSignal, value: Promise< Value > ): Promise< Value > {
	return new Promise( ( resolve, reject ) => {
		const ended = (): void => reject( signal.reason as Error );
		if ( signal.aborted ) {
			ended();
		}
		signal.addEventListener( 'abort', ended, { once: true } );
		void value.then( resolve, reject ).finally( () => signal.removeEventListener( 'abort', ended ) );
	} );
}
