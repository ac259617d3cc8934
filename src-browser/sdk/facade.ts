import {
	browserArtifactPersistenceProjection,
	type BrowserArtifactPersistenceRef,
} from '../../src-shared/browser/artifact-persistence.ts';
import { BROWSER_SDK_SCHEMA } from '../../src-shared/browser/schema-ids.ts';
import { browserSdkResult, normalizeBrowserSdkError } from '../../src-shared/browser/sdk-error.ts';
import { normalizeBrowserRunResult } from '../../src-shared/observation/run-results.ts';
import { createRuntimeTaskRequest } from '../../src-shared/task/create-runtime-task-request.ts';
import type { RuntimeTaskRequest } from '../../src-shared/task/runtime-task.ts';
import { Transport, type TransportOptions } from './http/transport.ts';
import { API_VERSION, CAPABILITIES, info, VERSION } from './info.ts';
import { browserMethods } from './methods.ts';
import { runRuntimeTask, type RunRuntimeTaskOptions } from './runtime-task.ts';

/**
 * Builds the SDK: the legacy methods, and `v1` frozen through and through.
 *
 * @param options Way to the site.
 */
export function createBrowserSdk( options: TransportOptions = {} ) {
	const transport = new Transport( options );
	const methods = Object.freeze( browserMethods( transport ) );
	const v1 = {
		schema: BROWSER_SDK_SCHEMA,
		apiVersion: API_VERSION,
		version: VERSION,
		capabilities: Object.freeze( [ ...CAPABILITIES ] ) as readonly string[],
		getCapabilities: (): readonly string[] => [ ...CAPABILITIES ],
		info,
		normalizeError: normalizeBrowserSdkError,
		normalizeBrowserRunResult,
		browserArtifactPersistenceRef: ( input: unknown ): BrowserArtifactPersistenceRef =>
			browserArtifactPersistenceProjection(
				typeof input === 'object' && input !== null ? ( input as Record< string, unknown > ) : {}
			),
		createRuntimeTaskRequest,
		runRuntimeTask: ( input: Partial< RuntimeTaskRequest >, taskOptions?: RunRuntimeTaskOptions ) =>
			runRuntimeTask( transport, input, taskOptions ),
		openOrCreateBrowserContainedSite: methods.openOrCreateBrowserContainedSite,
		startBrowserPreview: methods.startBrowserPreview,
		validateBrowserRuntimeMaterialization: methods.validateBrowserRuntimeMaterialization,
		ensureDirectory: methods.ensureDirectory,
		writeFile: methods.writeFile,
		readFile: methods.readFile,
		listDirectory: methods.listDirectory,
		grep: methods.grep,
		editFile: methods.editFile,
		applyPatch: methods.applyPatch,
		runRecipe: methods.runRecipe,
		result: browserSdkResult,
		createBrowserConnectorRequest: methods.createBrowserConnectorRequest,
		executeBrowserConnectorRequest: methods.executeBrowserConnectorRequest,
		runBrowserSessionRecipe: methods.runBrowserSessionRecipe,
		methods,
	};
	for ( const member of Object.values( v1 ) ) {
		Object.freeze( member );
	}
	for ( const method of Object.values( methods ) ) {
		Object.freeze( method );
	}
	return Object.freeze( { ...methods, v1: Object.freeze( v1 ) } );
}

/** `window.wpCodeboxBrowser`. */
export type WpCodeboxBrowser = ReturnType< typeof createBrowserSdk >;
/** `window.wpCodeboxBrowser.v1`. */
export type WpCodeboxBrowserV1 = WpCodeboxBrowser[ 'v1' ];
