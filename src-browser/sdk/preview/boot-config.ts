import { PreviewStartError } from './preview-start-error.ts';
import type { PreviewBootConfig, StartPreviewOptions } from './types.ts';

const SCHEMA = 'wp-codebox/browser-preview-boot-config/v1';

/**
 * The boot configuration in what a caller sent: the configuration itself, or a DTO that holds it as `preview_boot`.
 *
 * @param input What the caller sent.
 */
export function readBootConfig( input: unknown ): PreviewBootConfig {
	const candidate = isRecord( input ) && isRecord( input.preview_boot ) ? input.preview_boot : input;
	if ( ! isRecord( candidate ) || typeof candidate.schema !== 'string' ) {
		throw new PreviewStartError(
			'browser_preview_boot_missing',
			'There is no boot configuration: pass it, or an object that holds it as preview_boot.'
		);
	}
	if ( candidate.schema !== SCHEMA ) {
		throw new PreviewStartError(
			'browser_preview_boot_schema_unsupported',
			`The boot configuration has to be ${ SCHEMA }, not ${ candidate.schema }.`
		);
	}
	if ( typeof candidate.session_id !== 'string' || candidate.session_id === '' ) {
		throw new PreviewStartError(
			'browser_preview_boot_missing',
			'session_id of the boot configuration has to be a string.'
		);
	}
	return candidate as unknown as PreviewBootConfig;
}

/**
 * The frame of a start.
 *
 * @param options Options of the start.
 */
export function findFrame( options: StartPreviewOptions ): HTMLIFrameElement {
	const { iframe, iframeSelector } = options;
	const found = iframe ?? ( iframeSelector === undefined ? null : document.querySelector( iframeSelector ) );
	if ( ! ( found instanceof HTMLIFrameElement ) ) {
		throw new PreviewStartError(
			'browser_preview_iframe_missing',
			'iframe has to be an iframe element, or iframeSelector has to find one.'
		);
	}
	return found;
}

/**
 * Refuses a browser or a page that cannot run previews, before anything is loaded.
 *
 * @param boot The boot configuration.
 */
export function checkEnvironment( boot: PreviewBootConfig ): void {
	if ( typeof WebAssembly === 'undefined' ) {
		throw new PreviewStartError( 'browser_preview_wasm_unavailable', 'This browser has no WebAssembly.' );
	}
	// Known before 13 MB are on their way; a remote of someone else may have a build that does without.
	if ( boot.self_hosted !== undefined && ! ( 'Suspending' in WebAssembly ) ) {
		throw new PreviewStartError(
			'browser_preview_jspi_unavailable',
			'This browser cannot run the preview: it has no WebAssembly JavaScript Promise Integration. Use one that has it, such as a current Chrome or Edge.'
		);
	}
	if ( ! window.isSecureContext ) {
		throw new PreviewStartError(
			'browser_preview_insecure_context',
			'Previews need https (or localhost): service workers do not exist without it.'
		);
	}
	if ( ! ( 'serviceWorker' in navigator ) ) {
		throw new PreviewStartError(
			'browser_preview_service_worker_unavailable',
			'This browser has no service workers (or a private window that denies them).'
		);
	}
	const mode = boot.isolation?.mode;
	const remoteOrigin = boot.remote_url === undefined ? '' : new URL( boot.remote_url, document.baseURI ).origin;
	if ( ( mode === 'isolated' || mode === 'trusted' ) && remoteOrigin !== window.location.origin ) {
		throw new PreviewStartError(
			'browser_preview_remote_origin_mismatch',
			`This page is on ${ window.location.origin }, the preview's files are on ${ remoteOrigin }: open the page by the site's own address.`
		);
	}
	if ( mode === 'origin' && remoteOrigin === window.location.origin ) {
		throw new PreviewStartError(
			'browser_preview_remote_origin_mismatch',
			'The preview is to have an origin of its own, but its files are on that of this page.'
		);
	}
}

export function isRecord( value: unknown ): value is Record< string, unknown > {
	return typeof value === 'object' && value !== null && ! Array.isArray( value );
}
