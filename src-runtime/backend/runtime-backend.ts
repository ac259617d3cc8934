import type { ProcessResult } from '../process/run-process.ts';
import type { Progress } from '../progress/progress.ts';

/** How WordPress is run: `wasm` needs nothing but Node, `native` is the machine's own PHP. */
export type BackendName = 'wasm' | 'native';

/** What a runtime is booted with. */
export interface BootOptions {
	/** Folder of the plugin to activate; without it none is. */
	readonly pluginFolder?: string;
	readonly multisite?: boolean;
	/** Port on 127.0.0.1 that the site's address names; a free one by default. */
	readonly port?: number;
	/**
	 * Folder of a site to keep. It is made when it is not there. Without it the site is disposable: it lives
	 * in a temporary folder and goes with the runtime.
	 */
	readonly directory?: string;
	/** Further host folders that the site's PHP may see, at their own paths. */
	readonly mounts?: readonly string[];
	readonly progress?: Progress;
}

/** An HTTP request to the site; `path` starts with `/` and may carry a query. */
export interface RuntimeRequest {
	readonly method?: string;
	readonly path: string;
	readonly headers?: Readonly< Record< string, string > >;
	readonly body?: string | Uint8Array;
}

/** What the site answered; header names are in lower case. */
export interface RuntimeResponse {
	readonly status: number;
	readonly headers: Readonly< Record< string, readonly string[] > >;
	readonly body: Uint8Array;
}

/** Where the output of a command goes while it runs. */
export interface CommandOutput {
	readonly onStdout?: ( chunk: Uint8Array ) => void;
	readonly onStderr?: ( chunk: Uint8Array ) => void;
	readonly stdin?: string;
	/** After so many milliseconds the command is killed; without it nothing ends a command that loops. */
	readonly limitMs?: number;
}

/**
 * How a command ended. `refusedChildProcess` is set when it needed a child process that the backend does not have,
 * `isKilled` when its time was over.
 */
export interface CommandResult extends ProcessResult {
	readonly refusedChildProcess?: true;
	readonly isKilled?: true;
}

/** A booted WordPress. Requests and commands may be interleaved; each sees what the one before it wrote. */
export interface Runtime {
	readonly backend: BackendName;
	readonly phpVersion: string;
	/** Address without a trailing slash. */
	readonly url: string;
	/** The site's folder on the host; the site's PHP sees it at the same path. */
	readonly directory: string;

	/** Runs PHP code (with its opening tag) on its own; WordPress is there after `require ABSPATH`'s wp-load.php. */
	runPhp: ( code: string, environment?: Readonly< Record< string, string > > ) => Promise< ProcessResult >;

	/** Runs WP-CLI; a non-zero exit is a result, not an error. */
	wpCli: ( args: readonly string[], output?: CommandOutput ) => Promise< CommandResult >;

	/** Answers one request without any network. */
	request: ( request: RuntimeRequest ) => Promise< RuntimeResponse >;

	/** Opens the site at its `url` for browsers, until the runtime is disposed. */
	listen: () => Promise< void >;

	/** Ends everything that runs, and removes the site when it is disposable. */
	dispose: () => Promise< void >;
}

/** One way to run WordPress. */
export interface RuntimeBackend {
	readonly name: BackendName;

	/** Why this backend cannot be used on this machine, or undefined when it can. */
	unavailable: () => Promise< string | undefined >;

	/**
	 * Boots a WordPress from the installed snapshot, which is made first when there is none.
	 *
	 * @throws Error that says what is missing or what PHP said; nothing stays behind.
	 */
	boot: ( options: BootOptions ) => Promise< Runtime >;
}
