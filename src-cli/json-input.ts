import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JsonObject } from '../src-shared/contracts/json.ts';
import { CliFailure } from './cli-failure.ts';

/**
 * Reads a JSON object from a file.
 *
 * @param  file File name; `-` is standard input.
 * @param  cwd  Folder that a relative name starts from.
 * @param  flag The flag that names the file, for errors.
 * @throws {CliFailure} wp_codebox_input_unreadable, wp_codebox_invalid_encoding or wp_codebox_invalid_json.
 */
export function readJsonObject( file: string, cwd: string, flag: string ): JsonObject {
	let bytes: Buffer;
	try {
		bytes = readFileSync( file === '-' ? 0 : resolve( cwd, file ) );
	} catch {
		throw new CliFailure( 'wp_codebox_input_unreadable', `${ flag }: ${ file } cannot be read.`, flag );
	}
	let text: string;
	try {
		text = new TextDecoder( 'utf-8', { fatal: true } ).decode( bytes );
	} catch {
		throw new CliFailure( 'wp_codebox_invalid_encoding', `${ flag }: ${ file } is not valid UTF-8.`, flag );
	}
	let value: unknown;
	try {
		value = JSON.parse( text );
	} catch ( error ) {
		throw new CliFailure( 'wp_codebox_invalid_json', `${ flag }: ${ ( error as Error ).message }`, flag );
	}
	if ( value === null || typeof value !== 'object' || Array.isArray( value ) ) {
		throw new CliFailure( 'wp_codebox_invalid_json', `${ flag } has to hold a JSON object.`, flag );
	}
	return value as JsonObject;
}
