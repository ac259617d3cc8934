import type { TSchema } from 'typebox';

/** The four capabilities of design §2, mapped to WordPress capabilities by `WP_Codebox\Operations\Capabilities`. */
export const CAPABILITIES = [ 'wp_codebox_read', 'wp_codebox_run', 'wp_codebox_mutate', 'wp_codebox_apply' ] as const;

export type Capability = ( typeof CAPABILITIES )[ number ];

/**
 * The behaviour that core reads from an ability and derives the HTTP verb from:
 * `readonly` → GET, `destructive` and `idempotent` → DELETE, anything else → POST.
 */
export interface OperationAnnotations {
	readonly readonly: boolean;
	readonly destructive: boolean;
	readonly idempotent: boolean;
}

/** How WP-CLI names an operation below `wp codebox`. */
export interface CliProjection {
	/** The words after `wp codebox`. */
	readonly command: string;
	/** Positional arguments, in order, each the name of an input field. */
	readonly positional?: readonly string[];
	/** Positional arguments that name a file with the JSON of an input field. */
	readonly files?: readonly string[];
}

/** The route of an operation below `/wp-json/wp-codebox/v1`, where it has one of its own. */
export interface RestProjection {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** WordPress route pattern, starting with `/`. */
	readonly route: string;
}

/**
 * One operation as data. The ability, the facade method, the WP-CLI command and the REST
 * route are projections of it; the handler is the PHP class
 * `WP_Codebox\Operations\<Words_Of_The_Id>`.
 */
export interface OperationDefinition {
	/** Ability id, `wp-codebox/<words>`. */
	readonly id: string;
	readonly label: string;
	readonly description: string;
	readonly input: TSchema;
	readonly output: TSchema;
	readonly capability: Capability;
	readonly annotations: OperationAnnotations;
	/**
	 * True when a trusted caller's signed `authorization` may take the place of the
	 * capability; the value is the scope that it has to name.
	 */
	readonly trustedScope?: string;
	/** Static method of `WP_Codebox_API`. */
	readonly facade: string;
	readonly cli?: CliProjection;
	readonly rest?: RestProjection;
	/** The `schema` const that is filled in when the facade or WP-CLI leaves it out. */
	readonly inputSchemaId?: string;
	/** Registered as an ability; false for what only the facade offers. */
	readonly ability?: boolean;
	/** Names of emitted contracts that travel in the ability's metadata: meta key → contract name. */
	readonly metadata?: Readonly< Record< string, string > >;
}

/** Annotations of an operation that starts or stores something. */
export const WRITES: OperationAnnotations = {
	readonly: false,
	destructive: false,
	idempotent: false,
};

/** Annotations of an operation that removes something; never idempotent too, which would make the verb DELETE. */
export const DESTROYS: OperationAnnotations = {
	readonly: false,
	destructive: true,
	idempotent: false,
};

/** Annotations of an operation that reads and whose input is a few scalars (the input travels in the query string). */
export const READS: OperationAnnotations = {
	readonly: true,
	destructive: false,
	idempotent: true,
};

/** Annotations of an operation that reads but whose input is too large for a query string. */
export const READS_BY_POST: OperationAnnotations = {
	readonly: false,
	destructive: false,
	idempotent: true,
};

/**
 * The HTTP verb that core's REST run route asks for.
 *
 * @param annotations The annotations of the operation.
 */
export function verbFor( annotations: OperationAnnotations ): 'GET' | 'POST' | 'DELETE' {
	if ( annotations.readonly ) {
		return 'GET';
	}
	return annotations.destructive && annotations.idempotent ? 'DELETE' : 'POST';
}
