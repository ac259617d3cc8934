import { jsonSchema, jsonSchemaIds } from '../../src-shared/inspect/json-schemas.ts';
import { CliFailure } from '../cli-failure.ts';
import { printJson } from '../context.ts';
import type { RegisterCommand } from './command.ts';
import { withJsonFlags } from './json-flags.ts';

export const registerSchema: RegisterCommand = ( program, context ) => {
	withJsonFlags(
		program
			.command( 'schema' )
			.argument( '[name]', 'a schema id, or its name, such as fuzz-suite' )
			.description( 'The JSON Schema of a document, or the list of them.' )
	).action( ( name?: string ) => {
		if ( name === undefined ) {
			printJson( context, { schemas: jsonSchemaIds() } );
			return;
		}
		const schema = jsonSchema( name );
		if ( schema === undefined ) {
			throw new CliFailure(
				'wp_codebox_cli_unknown_schema',
				`There is no JSON Schema named ${ name }; \`wp-codebox schema\` lists them.`,
				'name'
			);
		}
		printJson( context, schema );
	} );
};
