import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Option, type Command } from 'commander';
import { BACKEND_CHOICES, chooseBackend, type BackendChoice } from '../../src-runtime/backend/choose-backend.ts';
import type { Runtime } from '../../src-runtime/backend/runtime-backend.ts';
import { makeDirectory } from '../../src-runtime/files/make-directory.ts';
import { terminalProgress } from '../../src-runtime/progress/progress.ts';
import { installPlugin, readPlugin, type PluginUnderTest } from '../../src-runtime/site/plugin-under-test.ts';
import { CliFailure } from '../cli-failure.ts';
import { readJsonObject } from '../json-input.ts';
import type { CliContext } from '../context.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import type { RegisterCommand } from './command.ts';

interface FuzzFlags {
	readonly runtime: BackendChoice;
	readonly format: string;
	readonly time: string;
	readonly seed?: string;
	readonly cases?: string;
	readonly roles?: string;
	readonly oracles?: string;
	readonly output?: string;
	readonly bundle?: string;
	readonly mutations: boolean;
}

interface ReplayFlags {
	readonly runtime: BackendChoice;
	readonly case?: string;
	readonly finding?: string;
}

const FORMATS = [ 'table', 'json', 'ndjson' ] as const;
/** What a run may take beyond its own limit, to confirm and to store what it found. */
const SPARE_SECONDS = 120;
/** A replay has no limit of its own. */
const REPLAY_SECONDS = 600;
/** Our own plugin: beside the sources in a checkout, beside `dist/` in the package. */
const PACKAGE_MARKER = /\/(?:dist\/)?src-cli\/commands\/[^/]+$/;

/** Gives `wp-codebox fuzz` what it does without a further word: fuzz the plugin in a folder. */
export const registerFuzzPlugin = ( fuzz: Command, context: CliContext ): void => {
	withRuntime( fuzz )
		.argument( '[folder]', 'folder of the plugin; the current one when left out' )
		.addOption( new Option( '--format <format>', 'what is written' ).choices( FORMATS ).default( 'table' ) )
		.option( '--time <seconds>', 'seconds for the whole campaign', '60' )
		.option( '--seed <seed>', 'any text or number' )
		.option( '--cases <number>', 'most cases to run' )
		.option( '--roles <roles>', 'roles, divided by commas' )
		.option( '--oracles <oracles>', 'oracle ids or groups, divided by commas; with - before it one is left out' )
		.option( '--no-mutations', 'leave out cases that may change state' )
		.option( '--output <file>', 'also write the whole result there, for wp-codebox replay' )
		.option( '--bundle <folder>', 'folder of bundles that takes the artifact bundle of the run' )
		.action( async ( folder: string | undefined, flags: FuzzFlags ) => {
			refuseMistypedCommand( fuzz, context, folder );
			const plugin = pluginIn( context, folder );
			const seconds = Number( flags.time );
			if ( ! ( seconds > 0 ) ) {
				throw new CliFailure( 'wp_codebox_invalid_input', '--time has to be a number of seconds.', '--time' );
			}
			const output = flags.output === undefined ? undefined : resolve( context.cwd, flags.output );
			const bundles = flags.bundle === undefined ? undefined : resolve( context.cwd, flags.bundle );
			const folders = [
				...( output === undefined ? [] : [ await madeFolder( dirname( output ), '--output' ) ] ),
				...( bundles === undefined ? [] : [ await madeFolder( bundles, '--bundle' ) ] ),
			];
			const words = [
				'fuzz',
				`--plugin=${ plugin.slug }`,
				`--format=${ flags.format }`,
				...( flags.mutations ? [ '--allow-mutations' ] : [] ),
				...( output === undefined ? [] : [ `--output=${ output }` ] ),
				// The store of the site goes with the site.
				bundles === undefined ? '--no-bundle' : `--artifacts_path=${ bundles }`,
				...( [ 'time', 'seed', 'cases', 'roles', 'oracles' ] as const )
					.filter( ( name ) => flags[ name ] !== undefined )
					.map( ( name ) => `--${ name }=${ flags[ name ] }` ),
			];
			await inDisposableSite( context, plugin, flags.runtime, {
				folders,
				words,
				seconds,
				show: ( stdout, runtime ) =>
					flags.format === 'table' ? forPerson( stdout, runtime, plugin, context.cwd, bundles ) : stdout,
			} );
		} );
};

export const registerReplay: RegisterCommand = ( program, context ) => {
	withRuntime( program.command( 'replay' ) )
		.description( 'Runs the findings of a result again in a disposable WordPress: FAILED, FIXED or FLAKY.' )
		.argument( '<result>', 'what wp-codebox fuzz --output wrote' )
		.argument( '[folder]', 'folder of the plugin; the current one when left out' )
		.option( '--case <id>', 'only this case' )
		.option( '--finding <fingerprint>', 'only this finding' )
		.action( async ( result: string, folder: string | undefined, flags: ReplayFlags ) => {
			const file = resolve( context.cwd, result );
			const plugin = pluginIn( context, folder );
			// A broken file is told of before a WordPress is booted for it.
			readJsonObject( result, context.cwd, 'result' );
			await inDisposableSite( context, plugin, flags.runtime, {
				folders: [ dirname( file ) ],
				words: [
					'replay',
					file,
					...( flags.case === undefined ? [] : [ `--case=${ flags.case }` ] ),
					...( flags.finding === undefined ? [] : [ `--finding=${ flags.finding }` ] ),
				],
				seconds: REPLAY_SECONDS,
				show: ( stdout ) => stdout,
			} );
		} );
};

function withRuntime( command: Command ): Command {
	return command.addOption(
		new Option( '--runtime <name>', 'what runs PHP' ).choices( BACKEND_CHOICES ).default( 'auto' )
	);
}

/** A word that is no folder here was meant as one of the commands below `fuzz`. */
function refuseMistypedCommand( fuzz: Command, context: CliContext, word: string | undefined ): void {
	if ( word === undefined || existsSync( resolve( context.cwd, word ) ) ) {
		return;
	}
	const meant = fuzz.commands.map( ( command ) => command.name() ).find( ( name ) => name[ 0 ] === word[ 0 ] );
	const advice = meant === undefined ? '' : ` Did you mean ${ meant }?`;
	throw new CliFailure( 'wp_codebox_invalid_input', `There is no folder ${ word }.${ advice }`, 'folder' );
}

async function madeFolder( folder: string, flag: string ): Promise< string > {
	try {
		await makeDirectory( folder );
		return folder;
	} catch ( error ) {
		const reason = ( error as NodeJS.ErrnoException ).code ?? String( error );
		throw new CliFailure( 'wp_codebox_invalid_input', `${ flag }: ${ folder } is no folder (${ reason }).`, flag );
	}
}

function pluginIn( context: CliContext, folder: string | undefined ): PluginUnderTest {
	try {
		return readPlugin( resolve( context.cwd, folder ?? '.' ) );
	} catch ( error ) {
		throw new CliFailure( 'wp_codebox_invalid_input', ( error as Error ).message, 'folder' );
	}
}

/** What `wp codebox` is asked in a disposable site. */
interface SiteCommand {
	/** Host folders that it sees. */
	readonly folders: readonly string[];
	readonly words: readonly string[];
	/** How long it may take, but for SPARE_SECONDS. */
	readonly seconds: number;
	readonly show: ( stdout: string, runtime: Runtime ) => string;
}

/** Boots a WordPress, activates the plugin in it, and passes on what `wp codebox …` says and how it ends. */
async function inDisposableSite(
	context: CliContext,
	plugin: PluginUnderTest,
	choice: BackendChoice,
	{ folders, words, seconds, show }: SiteCommand
): Promise< void > {
	const backend = await chooseBackend( choice );
	const runtime = await terminalProgress.step( `Booting WordPress (${ backend.name })`, () =>
		backend.boot( { pluginFolder: ownPluginFolder(), mounts: folders } )
	);
	try {
		await terminalProgress.step( `Activating ${ plugin.slug } (PHP ${ runtime.phpVersion })`, () =>
			installPlugin( runtime, plugin )
		);
		const decoder = new TextDecoder();
		const { exitCode, stdout, isKilled } = await runtime.wpCli( [ 'codebox', ...words ], {
			onStderr: ( chunk ) => context.err( decoder.decode( chunk, { stream: true } ) ),
			limitMs: ( seconds + SPARE_SECONDS ) * 1000,
		} );
		if ( isKilled || stdout.trim() === '' ) {
			const what = isKilled
				? `did not come to its end in ${ seconds + SPARE_SECONDS } s`
				: 'ended without a result';
			throw new CliFailure( 'wp_codebox_fuzz_worker_failed', `The run ${ what }.`, undefined, EXIT.incomplete );
		}
		context.out( show( stdout, runtime ) );
		process.exitCode = exitCode as ExitStatus;
	} finally {
		await runtime.dispose();
	}
}

/** The site is gone when this is read: files are named where their author has them. Machines get the result as it is. */
function forPerson( text: string, runtime: Runtime, plugin: PluginUnderTest, cwd: string, bundles = '' ): string {
	return text
		.replaceAll(
			`${ runtime.directory }/wp-content/plugins/${ plugin.slug }`,
			relative( cwd, plugin.folder ) || '.'
		)
		.replaceAll( 'wp codebox replay', 'wp-codebox replay' )
		.replaceAll(
			'wp codebox artifacts export ',
			`wp-codebox artifacts export ${ relative( cwd, bundles ) || '.' }/`
		);
}

function ownPluginFolder(): string {
	return fileURLToPath( import.meta.url ).replace( PACKAGE_MARKER, '/plugin' );
}
