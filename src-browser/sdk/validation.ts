import { SdkError } from './sdk-error.ts';
import * as validators from './generated/validators.js';

export type InputName = keyof typeof validators;

/**
 * Judges what is about to be sent, so that a mistake is named before a round trip.
 *
 * @param  name  Which input.
 * @param  input The input.
 * @param  code  Code of the error.
 * @throws {SdkError} that names the field.
 */
export function checkInput( name: InputName, input: unknown, code: string ): void {
	const validate = validators[ name ];
	if ( validate( JSON.parse( JSON.stringify( input ) ) ) ) {
		return;
	}
	const [ violation ] = validate.errors ?? [];
	const extra = violation?.params.additionalProperty ?? violation?.params.missingProperty;
	const field = [
		...( violation?.instancePath ?? '' ).split( '/' ).filter( Boolean ),
		...( extra ? [ extra ] : [] ),
	].join( '.' );
	throw new SdkError( code, `${ field || 'The input' } ${ violation?.message ?? 'is invalid' }.`, {
		data: { field },
	} );
}
