import Ajv from 'ajv';
import type { JsonObject, JsonValue } from '../../../src-shared/contracts/json.ts';
import { lowerSchema } from '../../../src-shared/contracts/lower-schema.ts';
import { vectors } from '../vectors.ts';

interface Judged {
	readonly schema: JsonObject;
	readonly value: JsonValue;
}

interface Verdict {
	readonly valid: boolean;
	readonly keyword?: string;
}

describe( 'Ajv and the PHP validator agree', () => {
	it.each( vectors< Judged, Verdict >( 'validation' ).map( ( vector ) => [ vector.name, vector ] as const ) )(
		'%s',
		( _name, { input, expected } ) => {
			const ajv = new Ajv.default( { strict: true, allowUnionTypes: true, allErrors: true } );
			const validate = ajv.compile( lowerSchema( input.schema ) );
			expect( validate( input.value ) ).toBe( expected.valid );
			if ( expected.keyword !== undefined ) {
				expect( ( validate.errors ?? [] ).map( ( { keyword } ) => keyword ) ).toContain( expected.keyword );
			}
		}
	);
} );
