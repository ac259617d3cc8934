import { absolutePath, type FileClient } from '../files/file-client.ts';
import { ensureDirectory, writeFile } from '../files/files.ts';
import { SdkError } from '../sdk-error.ts';

/** One step of a recipe; names and fields are those of Playground's blueprints. */
export type RecipeStep =
	| { readonly step: 'mkdir'; readonly path: string }
	| { readonly step: 'writeFile'; readonly path: string; readonly data: string | Uint8Array }
	| { readonly step: 'runPHP'; readonly code: string }
	| {
			readonly step: 'request';
			readonly request: {
				readonly url: string;
				readonly method?: string;
				readonly headers?: Record< string, string >;
				readonly body?: unknown;
			};
			/** Status that counts as passed; any below 400 when it is left out. */
			readonly expectStatus?: number;
	  }
	| { readonly step: 'goTo'; readonly path: string };

/** What a step came to. */
export interface StepResult {
	readonly index: number;
	readonly step: string;
	readonly status: 'passed' | 'failed' | 'not-run';
	readonly duration_ms: number;
	readonly output?: Readonly< Record< string, unknown > >;
	readonly error?: { readonly code: string; readonly message: string };
}

/** Characters of an output that are kept; the tail says why something failed. */
const OUTPUT_CHARACTERS = 20_000;

/**
 * Runs one step.
 *
 * @param  client The preview.
 * @param  step   The step.
 * @return What it answered.
 * @throws {SdkError} when it failed.
 */
export async function runStep( client: FileClient, step: RecipeStep ): Promise< Record< string, unknown > > {
	switch ( step.step ) {
		case 'mkdir':
			return ensureDirectory( client, step.path );
		case 'writeFile':
			return writeFile( client, step.path, step.data );
		case 'goTo':
			await client.goTo( step.path );
			return { url: await client.getCurrentURL() };
		case 'runPHP':
			return runPhp( client, step.code );
		case 'request': {
			const response = await client.request( step.request );
			const output = { status: response.httpStatusCode, body: tail( response.text ) };
			const passed = step.expectStatus === undefined ? output.status < 400 : output.status === step.expectStatus;
			if ( ! passed ) {
				throw new SdkError(
					'browser_recipe_request_failed',
					`${ step.request.method ?? 'GET' } ${ step.request.url } answered with ${ output.status }.`,
					{ data: output }
				);
			}
			return output;
		}
		default:
			throw new SdkError(
				'browser_recipe_step_unknown',
				`step has to be mkdir, writeFile, runPHP, request or goTo, not ${ String( ( step as { step?: unknown } ).step ) }.`
			);
	}
}

async function runPhp( client: FileClient, code: string ): Promise< Record< string, unknown > > {
	let answer: { text: string; exitCode: number; errors?: string };
	try {
		answer = await client.run( { code } );
	} catch ( cause ) {
		// Playground rejects where PHP ends with a status other than 0.
		const message = tail( ( cause as Error ).message );
		throw new SdkError( 'browser_recipe_php_failed', message, { data: { errors: message }, cause } );
	}
	const output = { text: tail( answer.text ), exit_code: answer.exitCode, errors: tail( answer.errors ?? '' ) };
	if ( answer.exitCode !== 0 ) {
		throw new SdkError( 'browser_recipe_php_failed', `PHP ended with status ${ answer.exitCode }.`, {
			data: output,
		} );
	}
	return output;
}

/**
 * Names every field of the steps that is not right, before any of them runs.
 *
 * @param  steps As the caller wrote them.
 * @throws {SdkError} that names the field.
 */
export function checkSteps( steps: readonly unknown[] ): asserts steps is readonly RecipeStep[] {
	const fields: Record< string, string > = {
		mkdir: 'path',
		writeFile: 'path',
		runPHP: 'code',
		request: 'request',
		goTo: 'path',
	};
	for ( const [ index, step ] of steps.entries() ) {
		const record = ( step ?? {} ) as Record< string, unknown >;
		const field = Object.hasOwn( fields, String( record.step ) ) ? fields[ String( record.step ) ]! : null;
		if ( field === null ) {
			refuse( `steps[${ index }].step`, 'mkdir, writeFile, runPHP, request or goTo' );
		}
		if (
			field === 'request'
				? typeof ( record.request as { url?: unknown } | undefined )?.url !== 'string'
				: typeof record[ field ] !== 'string'
		) {
			refuse( `steps[${ index }].${ field === 'request' ? 'request.url' : field }`, 'a string' );
		}
		if (
			record.step === 'writeFile' &&
			typeof record.data !== 'string' &&
			! ( record.data instanceof Uint8Array )
		) {
			refuse( `steps[${ index }].data`, 'a string or bytes' );
		}
		if ( field === 'path' && record.step !== 'goTo' ) {
			absolutePath( record.path as string );
		}
	}
}

function refuse( field: string, what: string ): never {
	throw new SdkError( 'browser_recipe_invalid', `${ field } has to be ${ what }.`, {
		phase: 'browser_recipe',
		data: { field },
	} );
}

function tail( text: string ): string {
	return text.length > OUTPUT_CHARACTERS ? `…${ text.slice( -OUTPUT_CHARACTERS ) }` : text;
}
