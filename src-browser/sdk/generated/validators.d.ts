interface Validate {
	( input: unknown ): boolean;
	readonly errors?:
		| readonly {
				readonly instancePath: string;
				readonly message?: string;
				readonly params: { readonly additionalProperty?: string; readonly missingProperty?: string };
		  }[]
		| null;
}

export const runtimeTaskRequest: Validate;
export const connectorRequest: Validate;
export const openOrCreate: Validate;
export const recipe: Validate;
