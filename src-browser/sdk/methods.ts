import {
	createBrowserConnectorRequest,
	type BrowserConnectorRequestInput,
} from '../../src-shared/browser/create-connector-request.ts';
import type { OpenOrCreateRequest } from '../../src-shared/browser/contained-site.ts';
import { executeBrowserConnectorRequest, type ConnectorOptions } from './connector.ts';
import { openOrCreateBrowserContainedSite } from './contained-site.ts';
import type { FileClient } from './files/file-client.ts';
import type { FileEdit, GrepOptions } from './files/files.ts';
import type { Transport } from './http/transport.ts';
import type { StartPreviewOptions } from './preview/types.ts';
import type { SessionRecipeOptions, SessionTaskPayload } from './recipe/run-session-recipe.ts';
import type { RecipeOptions } from './recipe/run-recipe.ts';

// Everything that needs a running preview is loaded when it is first called.
const files = () => import( /* webpackChunkName: "browser-files" */ './files/index.ts' );
const recipes = () => import( /* webpackChunkName: "browser-recipe" */ './recipe/index.ts' );
const previews = () => import( /* webpackChunkName: "browser-preview" */ './preview/index.ts' );

/**
 * The methods that exist both at the top level of `window.wpCodeboxBrowser` and in `v1.methods`.
 *
 * @param transport Way to the site.
 */
export function browserMethods( transport: Transport ) {
	return {
		applyPatch: async ( client: FileClient, patch: string, options?: { root?: string } ) =>
			( await files() ).applyPatch( client, patch, options ),
		createBrowserConnectorRequest,
		editFile: async ( client: FileClient, path: string, edits: FileEdit | readonly FileEdit[] ) =>
			( await files() ).editFile( client, path, edits ),
		ensureDirectory: async ( client: FileClient, path: string ) =>
			( await files() ).ensureDirectory( client, path ),
		executeBrowserConnectorRequest: ( input: BrowserConnectorRequestInput, options?: ConnectorOptions ) =>
			executeBrowserConnectorRequest( transport, input, options ),
		grep: async ( client: FileClient, pattern: string | RegExp, options?: GrepOptions ) =>
			( await files() ).grep( client, pattern, options ),
		listDirectory: async (
			client: FileClient,
			path: string,
			options?: { recursive?: boolean; maxEntries?: number }
		) => ( await files() ).listDirectory( client, path, options ),
		openOrCreateBrowserContainedSite: ( input: OpenOrCreateRequest, options?: { readonly signal?: AbortSignal } ) =>
			openOrCreateBrowserContainedSite( transport, input, options ),
		readFile: async ( client: FileClient, path: string ) => ( await files() ).readFile( client, path ),
		runBrowserSessionRecipe: async (
			client: FileClient,
			session: Readonly< Record< string, unknown > >,
			taskPayload?: SessionTaskPayload,
			options?: SessionRecipeOptions
		) => ( await recipes() ).runBrowserSessionRecipe( transport, client, session, taskPayload, options ),
		/**
		 * Runs PHP in a preview.
		 *
		 * @param client The preview.
		 * @param code   PHP, starting with its opening tag.
		 */
		runPhpRequest: ( client: FileClient, code: string ) => client.run( { code } ),
		runRecipe: async ( client: FileClient, recipe: { steps?: readonly unknown[] }, options?: RecipeOptions ) =>
			( await recipes() ).runRecipe( client, recipe, options ),
		/**
		 * Starts a disposable WordPress in a frame.
		 *
		 * @param boot    A `wp-codebox/browser-preview-boot-config/v1`, or an answer that holds one as `preview_boot`.
		 * @param options Frame, deadline, callbacks.
		 */
		startBrowserPreview: async ( boot: unknown, options: StartPreviewOptions = {} ) => {
			const started = await (
				await previews()
			).startBrowserPreview( boot, { ...previewDefaults( transport, boot ), ...options } );
			void recoverRuns( transport, options );
			return started;
		},
		validateBrowserRuntimeMaterialization: async (
			session: Readonly< Record< string, unknown > >,
			client: unknown
		) => ( await recipes() ).validateBrowserRuntimeMaterialization( session, client ),
		writeFile: async ( client: FileClient, path: string, content: string | Uint8Array ) =>
			( await files() ).writeFile( client, path, content ),
	};
}

export type BrowserMethods = ReturnType< typeof browserMethods >;

/** Stores what earlier runs left in this browser; a page where nothing is left loads nothing for it. */
async function recoverRuns( transport: Transport, { onRecovered }: StartPreviewOptions ): Promise< void > {
	if ( isSomethingLeft() ) {
		const { storeUnfinishedRuns } = await recipes();
		onRecovered?.( await storeUnfinishedRuns( transport, AbortSignal.timeout( 120_000 ) ) );
	}
}

function isSomethingLeft(): boolean {
	try {
		return localStorage.getItem( 'wp-codebox-unfinished-runs' ) !== null;
	} catch {
		// Where storage is blocked, nothing was kept.
		return false;
	}
}

/** A contained site keeps its database in the browser; blueprints are fetched with the rights of the page's user. */
function previewDefaults( transport: Transport, boot: unknown ): StartPreviewOptions {
	const answer = ( boot ?? {} ) as { preview_boot?: unknown; contained_site?: unknown };
	const config = ( answer.preview_boot ?? answer ) as { contained_site?: unknown };
	return {
		nonce: transport.nonce,
		persist: config.contained_site !== undefined,
		hydrateBlueprintRef: async ( { endpoint, hydration_endpoint: own } ) =>
			( await transport.send( { path: restPath( own ?? endpoint ?? '' ) } ) ) as Record< string, unknown >,
	};
}

function restPath( endpoint: string ): string {
	return endpoint.startsWith( '/' ) ? endpoint : `/${ endpoint }`;
}
