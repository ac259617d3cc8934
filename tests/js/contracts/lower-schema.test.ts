import Ajv2020 from 'ajv/dist/2020.js';
import AjvDraft4 from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import Type, { type TSchema } from 'typebox';
import type { JsonObject } from '../../../src-shared/contracts/json.ts';
import { lowerSchema, UnlowerableSchemaError } from '../../../src-shared/contracts/lower-schema.ts';
import { phpArrayFile } from '../../../src-shared/contracts/php-array.ts';
import { oneOf, openObject, optional, request } from '../../../src-shared/contracts/request.ts';

const strict = () => {
	const ajv = new AjvDraft4.default( { strict: true, allowUnionTypes: true } );
	addFormats.default( ajv );
	return ajv;
};
const original = () => {
	const ajv = new Ajv2020.default( { strict: false } );
	addFormats.default( ajv );
	return ajv;
};

describe( 'lowering', () => {
	it( 'turns a constant into an enum of one', () => {
		expect( lowerSchema( Type.Literal( 'a' ) ) ).toEqual( { type: 'string', enum: [ 'a' ] } );
	} );

	it( 'turns a union of constants into one enum', () => {
		expect( lowerSchema( Type.Union( [ Type.Literal( 'a' ), Type.Literal( 1 ) ] ) ) ).toEqual( {
			type: [ 'string', 'integer' ],
			enum: [ 'a', 1 ],
		} );
	} );

	it( 'gives every array items, and a schema without type all types', () => {
		const any = [ 'object', 'array', 'string', 'number', 'boolean', 'null' ];
		const lowered = lowerSchema( { type: 'array' } );
		expect( lowered ).toEqual( { type: 'array', items: { type: any } } );
		expect( lowerSchema( Type.Unknown() ).type ).toEqual( any );
	} );

	it( 'merges allOf of objects and keeps what each requires', () => {
		const lowered = lowerSchema(
			Type.Intersect( [ Type.Object( { a: Type.String() } ), Type.Object( { b: Type.Number() } ) ] )
		);
		expect( lowered.required ).toEqual( [ 'a', 'b' ] );
		expect( Object.keys( lowered.properties as JsonObject ) ).toEqual( [ 'a', 'b' ] );
	} );

	it( 'leaves empty properties and empty required out, which PHP would write as lists', () => {
		expect( lowerSchema( request( {} ) ) ).toEqual( { type: 'object', additionalProperties: false } );
	} );

	it.each( [
		[ 'an unknown keyword', { type: 'string', contentEncoding: 'base64' } ],
		[ 'a format that WordPress does not know', { type: 'string', format: 'iri' } ],
		[ 'a reference', { $ref: '#/definitions/a' } ],
		[ 'not', { not: { type: 'string' } } ],
		[ 'if', { type: 'string', if: { minLength: 1 } } ],
		[ 'items without a type', { items: { type: 'string' } } ],
		[ 'allOf of strings', { allOf: [ { type: 'string' }, { minLength: 1 } ] } ],
		[ 'a schema that is no object', true ],
	] )( 'refuses %s', ( _what, schema ) => {
		expect( () => lowerSchema( schema, 'root' ) ).toThrow( UnlowerableSchemaError );
	} );

	it( 'names the path of what it refuses', () => {
		const schema = {
			type: 'object',
			properties: { a: { type: 'array', items: { format: 'iri', type: 'string' } } },
		};
		expect( () => lowerSchema( schema, 'root' ) ).toThrow( /^root\.a\[\]: / );
	} );

	it( 'does not change its input', () => {
		const schema = { type: 'object', properties: { a: { const: 1 } }, required: [] };
		const before = structuredClone( schema );
		lowerSchema( schema );
		expect( schema ).toEqual( before );
	} );
} );

describe( 'lowered and original schema', () => {
	const leaf = fc.constantFrom< TSchema >(
		Type.String( { minLength: 1, maxLength: 3 } ),
		Type.Integer( { minimum: 0, maximum: 5 } ),
		Type.Number(),
		Type.Boolean(),
		Type.Null(),
		Type.Literal( 'a' ),
		Type.Union( [ Type.Literal( 'a' ), Type.Literal( 'b' ) ] ),
		oneOf( [ 'a', 'b' ] ),
		openObject(),
		Type.Unknown()
	);
	const schemas = fc.letrec< { node: TSchema } >( ( tie ) => ( {
		node: fc.oneof(
			{ maxDepth: 3 },
			leaf,
			tie( 'node' ).map( ( items ) => Type.Array( items, { maxItems: 3 } ) ),
			fc.tuple( tie( 'node' ), tie( 'node' ) ).map( ( [ a, b ] ) => request( { a, b: optional( b ) } ) ),
			fc.tuple( tie( 'node' ), tie( 'node' ) ).map( ( [ a, b ] ) => Type.Union( [ a, b ] ) ),
			tie( 'node' ).map( ( value ) => Type.Record( Type.String(), value ) )
		),
	} ) ).node;
	const values = fc.letrec< { node: unknown } >( ( tie ) => ( {
		node: fc.oneof(
			{ maxDepth: 3 },
			fc.constantFrom< unknown >( 'a', 'b', '', 'long text', 0, 1, 5, 6, 1.5, -1, true, false, null ),
			fc.array( tie( 'node' ), { maxLength: 3 } ),
			fc.record( { a: tie( 'node' ), b: tie( 'node' ) }, { requiredKeys: [] } ),
			fc.dictionary( fc.constantFrom( 'a', 'b', 'c' ), tie( 'node' ), { maxKeys: 3 } )
		),
	} ) ).node;

	it( 'accept the same values', () => {
		fc.assert(
			fc.property( schemas, fc.array( values, { minLength: 1, maxLength: 8 } ), ( schema, candidates ) => {
				const source = JSON.parse( JSON.stringify( schema ) ) as JsonObject;
				const before = original().compile( source );
				const after = strict().compile( lowerSchema( source ) );
				for ( const value of candidates ) {
					expect( after( value ) ).toBe( before( value ) );
				}
			} ),
			{ numRuns: 300 }
		);
	} );
} );

describe( 'PHP arrays', () => {
	it( 'refuse an empty object and numbers that PHP reads differently', () => {
		expect( () => phpArrayFile( { a: { b: {} } }, 'test' ) ).toThrow( '$.a.b is an empty object' );
		expect( () => phpArrayFile( 2 ** 60, 'test' ) ).toThrow( '53 bits' );
		expect( () => phpArrayFile( Number.NaN, 'test' ) ).toThrow( 'finite' );
	} );

	it( 'escape quotes and backslashes and nothing else', () => {
		expect( phpArrayFile( "a'\\b\n$x", 'test' ) ).toContain( `return 'a\\'\\\\b\n$x';` );
	} );
} );
