/** A schema id of ours. */
export type SchemaId< Name extends string > = `wp-codebox/${ Name }/v1`;

/**
 * The id of a schema: `wp-codebox/<name>/v1`.
 *
 * @param name Name without namespace and version.
 */
export function schemaId< const Name extends string >( name: Name ): SchemaId< Name > {
	return `wp-codebox/${ name }/v1`;
}
