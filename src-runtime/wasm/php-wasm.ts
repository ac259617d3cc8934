/**
 * The part of `@php-wasm/*` and `@wp-playground/wordpress` that we use, with types: theirs import without file
 * extensions, which TypeScript does not resolve for Node's ES modules.
 */

/** A running PHP script or command. */
export interface StreamedResponse {
	readonly stdout: ReadableStream< Uint8Array >;
	readonly stderr: ReadableStream< Uint8Array >;
	readonly stdoutText: Promise< string >;
	readonly stderrText: Promise< string >;
	readonly exitCode: Promise< number >;
}

/** What a request answers. */
export interface PhpResponse {
	readonly httpStatusCode: number;
	readonly headers: Readonly< Record< string, string[] > >;
	readonly bytes: Uint8Array;
}

/** One PHP, with a file system of its own. */
export interface Php {
	mkdirTree: ( path: string ) => void;
	chdir: ( path: string ) => void;
	writeFile: ( path: string, data: string | Uint8Array ) => void;
	mount: ( path: string, handler: MountHandler ) => Promise< unknown >;
	runStream: ( request: {
		scriptPath?: string;
		code?: string;
		env?: Record< string, string >;
	} ) => Promise< StreamedResponse >;
	cli: ( argv: string[], options?: { env?: Record< string, string > } ) => Promise< StreamedResponse >;
	exit: () => void;
}

/** Opaque: made by one function and taken by another. */
export interface MountHandler {
	readonly mountHandler: never;
}

/** Answers requests like a web server does. */
export interface RequestHandler {
	request: ( request: {
		url: string;
		method?: string;
		headers?: Record< string, string >;
		body?: string | Uint8Array;
	} ) => Promise< PhpResponse >;
}

interface RequestHandlerSettings {
	readonly php: Php;
	readonly documentRoot: string;
	readonly absoluteUrl: string;
	readonly rewriteRules: unknown;
	readonly getFileNotFoundAction: unknown;
	readonly cookieStore: false;
}

interface NodeModule {
	loadNodeRuntime: ( version: string, options: { emscriptenOptions: { processId: number } } ) => Promise< number >;
	createNodeFsMountHandler: ( folder: string ) => MountHandler;
}
interface UniversalModule {
	readonly PHP: new ( runtime: number ) => Php;
	setPhpIniEntries: ( php: Php, entries: Record< string, string > ) => Promise< void >;
	readonly PHPRequestHandler: new ( settings: RequestHandlerSettings ) => RequestHandler;
}
interface WordPressModule {
	readonly wordPressRewriteRules: unknown;
	readonly getFileNotFoundActionForWordPress: unknown;
}

/** Loaded when WASM is really used: the packages take a while. */
export const phpWasmNode = async () => ( await import( '@php-wasm/node' ) ) as unknown as NodeModule;
export const phpWasmUniversal = async () => ( await import( '@php-wasm/universal' ) ) as unknown as UniversalModule;
export const playgroundWordPress = async () =>
	( await import( '@wp-playground/wordpress' ) ) as unknown as WordPressModule;
