import type { CommandArg, CommandDefinition, CommandDefinitionMetadata } from './command-types.ts';

/** What arguments of a common name hold. */
const ARG_DESCRIPTIONS: Readonly< Record< string, string > > = {
	path: 'Path on the site or in the runtime.',
	url: 'URL, or path on the site.',
	method: 'HTTP method.',
	body: 'Body as text.',
	user: 'Fixture user to act as.',
	session: 'Session to act in.',
	name: 'Name.',
	capture: 'Evidence to keep, comma-separated.',
	input: 'Input as JSON.',
	command: 'The command line.',
	surface: 'Part of the site to look at, comma-separated.',
};

interface CommandShorthand< Id extends string > {
	readonly id: Id;
	readonly description: string;
	/** Names separated by spaces, `*` behind a required one. */
	readonly args?: string;
	readonly moreArgs?: readonly CommandArg[];
	readonly outputShape?: string;
	readonly outputSchema?: string;
	readonly recipe?: boolean;
	readonly recipeOnly?: boolean;
	readonly requiresPolicyCommands?: readonly string[];
	/** Groups of which one argument has to be there. */
	readonly requiresAnyArg?: readonly ( readonly string[] )[];
	readonly aliasFor?: string;
	readonly metadata?: CommandDefinitionMetadata;
}

/**
 * A command definition with what most commands have in common filled in.
 *
 * @param shorthand What is particular.
 */
export function command< const Id extends string >(
	shorthand: CommandShorthand< Id >
): CommandDefinition & { readonly id: Id } {
	const acceptedArgs = [ ...namedArgs( shorthand.args ), ...( shorthand.moreArgs ?? [] ) ];
	const required = acceptedArgs.filter( ( arg ) => arg.required );
	const rules = acceptedArgs.filter( ( arg ) => arg.format === 'json' && arg.name.endsWith( '-json' ) );
	const metadata = shorthand.aliasFor
		? { aliasOnly: true, aliasFor: shorthand.aliasFor, deprecated: true, excludeFromFuzzTargets: true }
		: shorthand.metadata;
	return {
		id: shorthand.id,
		description: shorthand.description,
		...( metadata ? { metadata } : {} ),
		acceptedArgs,
		outputShape: shorthand.outputShape ?? 'json',
		...( shorthand.outputSchema ? { outputSchema: { id: shorthand.outputSchema } } : {} ),
		policyRequirement: shorthand.id,
		...( shorthand.requiresPolicyCommands ? { requiresPolicyCommands: shorthand.requiresPolicyCommands } : {} ),
		validation: {
			requiredArgs: required.map( ( { name } ) => ( {
				name,
				code: `missing-${ name }`,
				message: `${ shorthand.id } needs ${ name }=…`,
			} ) ),
			requiredAnyArgs: ( shorthand.requiresAnyArg ?? [] )
				.filter( ( names ) => ! names.some( ( name ) => required.some( ( arg ) => arg.name === name ) ) )
				.map( ( names ) => ( {
					names,
					code: `missing-${ names.join( '-or-' ) }`,
					message: `${ shorthand.id } needs ${ names.map( ( name ) => `${ name }=…` ).join( ' or ' ) }`,
				} ) ),
			argRules: rules
				.filter( ( { name } ) => ! [ 'body-json', 'steps-json' ].includes( name ) )
				.map( ( { name } ) => ( {
					kind: 'json-object' as const,
					name,
					code: `invalid-${ name }`,
					message: `${ name } of ${ shorthand.id } has to be a JSON object`,
				} ) ),
		},
		recipe: shorthand.recipe ?? true,
		handler: shorthand.recipeOnly
			? { kind: 'recipe-alias', command: shorthand.id }
			: { kind: 'playground', id: shorthand.aliasFor ?? shorthand.id },
	};
}

function namedArgs( names = '' ): CommandArg[] {
	return names
		.split( ' ' )
		.filter( Boolean )
		.map( ( word ) => {
			const name = word.replace( '*', '' );
			const isJson = name.endsWith( '-json' );
			return {
				name,
				description: ARG_DESCRIPTIONS[ name ] ?? sentence( name ),
				...( word.endsWith( '*' ) ? { required: true } : {} ),
				...( isJson ? { format: 'json' } : {} ),
			};
		} );
}

function sentence( name: string ): string {
	const words = name.replace( /-json$/, ', as JSON' ).replace( /[-_]/g, ' ' );
	return `${ words.charAt( 0 ).toUpperCase() }${ words.slice( 1 ) }.`;
}
