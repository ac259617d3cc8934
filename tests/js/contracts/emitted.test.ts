import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { emittedContracts, slug } from '../../../src-shared/contracts/emitted.ts';
import { lowerSchema } from '../../../src-shared/contracts/lower-schema.ts';
import { jsonSchema, jsonSchemaIds } from '../../../src-shared/inspect/json-schemas.ts';
import { operations } from '../../../src-shared/operations/index.ts';
import { verbFor } from '../../../src-shared/operations/operation.ts';
import { verbTable } from '../../../src-shared/operations/verb-table.ts';

const root = fileURLToPath( new URL( '../../../', import.meta.url ) );
const strictAjv = () => {
	const ajv = new Ajv.default( { strict: true, allowUnionTypes: true } );
	addFormats.default( ajv );
	return ajv;
};

describe( 'emitted contracts', () => {
	it( 'are what the sources say', () => {
		expect( () =>
			execFileSync( process.execPath, [ '--import', 'tsx', 'scripts/emit-contracts.ts', '--check' ], {
				cwd: root,
				encoding: 'utf8',
				stdio: 'pipe',
			} )
		).not.toThrow();
	} );

	it( 'have names of their own', () => {
		const names = emittedContracts().map( ( { name } ) => name );
		expect( new Set( names ).size ).toBe( names.length );
	} );
} );

describe.each( operations.map( ( operation ) => [ operation.id, operation ] as const ) )( '%s', ( _id, operation ) => {
	it( 'has schemas that strict Ajv compiles', () => {
		expect( () => strictAjv().compile( lowerSchema( operation.input ) ) ).not.toThrow();
		expect( () => strictAjv().compile( lowerSchema( operation.output ) ) ).not.toThrow();
	} );

	it( 'has the verb and annotations of the verb table', () => {
		const row = verbTable.find( ( { id } ) => id === operation.id );
		expect( row ).toEqual( { id: operation.id, verb: verbFor( operation.annotations ), ...operation.annotations } );
	} );

	it( 'is not destructive and idempotent at once, which would make the verb DELETE', () => {
		expect( operation.annotations.destructive && operation.annotations.idempotent ).toBe( false );
	} );

	it( 'takes a few scalars only where it is read by GET', () => {
		if ( operation.annotations.readonly ) {
			const properties = Object.values( ( lowerSchema( operation.input ).properties ?? {} ) as object ) as {
				type?: unknown;
			}[];
			expect( properties.filter( ( { type } ) => type === 'object' || type === 'array' ) ).toEqual( [] );
		}
	} );

	it( 'refuses unknown fields', () => {
		expect( lowerSchema( operation.input ).additionalProperties ).toBe( false );
	} );

	it( 'is named like its emitted file', () => {
		expect( emittedContracts().map( ( { name } ) => name ) ).toContain( `operations/${ slug( operation ) }` );
	} );
} );

it( 'the verb table has no row without an operation', () => {
	expect( verbTable.map( ( { id } ) => id ).sort() ).toEqual( operations.map( ( { id } ) => id ).sort() );
} );

it.each( jsonSchemaIds() )( 'the JSON Schema of %s compiles', ( id ) => {
	expect( () => strictAjv().compile( jsonSchema( id ) as object ) ).not.toThrow();
} );
