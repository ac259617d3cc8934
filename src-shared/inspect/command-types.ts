/** One `key=value` argument of a command. */
export interface CommandArg {
	readonly name: string;
	readonly description: string;
	readonly required?: boolean;
	readonly repeatable?: boolean;
	readonly format?: string;
}

export interface CommandRequiredArgDescriptor {
	readonly name: string;
	readonly code: string;
	readonly message: string;
}

export interface CommandRequiredAnyArgDescriptor {
	readonly names: readonly string[];
	readonly code: string;
	readonly message: string;
}

/** A rule about the text of one argument. */
export type CommandArgValidationDescriptor =
	| { readonly kind: 'json-object'; readonly name: string; readonly code: string; readonly message: string }
	| {
			readonly kind: 'enum';
			readonly name: string;
			readonly values: readonly string[];
			readonly code: string;
			readonly message: string;
	  };

/** What is checked before a command runs. */
export interface CommandValidationDescriptor {
	readonly requiredArgs?: readonly CommandRequiredArgDescriptor[];
	readonly requiredAnyArgs?: readonly CommandRequiredAnyArgDescriptor[];
	readonly argRules?: readonly CommandArgValidationDescriptor[];
}

export interface CommandJsonSchema {
	readonly $id?: string;
	readonly [ keyword: string ]: unknown;
}

export interface CommandOutputSchemaContract {
	readonly id: string;
	readonly jsonSchema?: CommandJsonSchema;
}

export interface CommandDefinitionMetadata {
	readonly deprecated?: boolean;
	readonly aliasOnly?: boolean;
	readonly aliasFor?: string;
	readonly excludeFromFuzzTargets?: boolean;
}

/** Who executes a command: the runtime itself, or a recipe step that other commands make up. */
export type CommandHandlerBinding =
	{ readonly kind: 'playground'; readonly id: string } | { readonly kind: 'recipe-alias'; readonly command: string };

/** One command of a runtime or a recipe. */
export interface CommandDefinition {
	readonly id: string;
	readonly description: string;
	readonly metadata?: CommandDefinitionMetadata;
	readonly acceptedArgs: readonly CommandArg[];
	readonly outputShape: string;
	readonly outputSchema?: CommandOutputSchemaContract;
	readonly policyRequirement: string;
	readonly requiresPolicyCommands?: readonly string[];
	readonly validation?: CommandValidationDescriptor;
	/** True when a recipe may use it as a step. */
	readonly recipe: boolean;
	readonly handler: CommandHandlerBinding;
}
