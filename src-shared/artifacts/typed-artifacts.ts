/** Artifacts with a name, a type and a payload that a program reads (reference §11.11). */
import { isObject } from './manifest-shape.ts';
import { normalizeArtifactResultTypedArtifacts, type TypedArtifactDTO } from './result-envelope.ts';

export const TYPED_ARTIFACT_SCHEMA = 'wp-codebox/typed-artifact/v1';
export const TYPED_ARTIFACT_INDEX_SCHEMA = 'wp-codebox/typed-artifacts-index/v1';
export const STRUCTURED_ARTIFACT_SCHEMA = 'wp-codebox/structured-artifact/v1';
export const STRUCTURED_ARTIFACT_INDEX_SCHEMA = 'wp-codebox/structured-artifacts-index/v1';

export type NormalizeTypedArtifactDTODefaults = Partial< Omit< TypedArtifactDTO, 'schema' > >;

export interface TypedArtifactIndex {
	schema: typeof TYPED_ARTIFACT_INDEX_SCHEMA;
	artifacts: TypedArtifactDTO[];
}

export type StructuredArtifactDirection = 'input' | 'output';

export interface StructuredArtifactPayload {
	schema: typeof STRUCTURED_ARTIFACT_SCHEMA;
	name: string;
	type: string;
	payload: unknown;
	payload_schema?: string | Record< string, unknown >;
	metadata: Record< string, unknown >;
	provenance: Record< string, unknown >;
}

/**
 * @param input    Anything.
 * @param defaults What it has where it says nothing.
 * @return Undefined for what has no name or no type.
 */
export function normalizeTypedArtifactDTO(
	input: unknown,
	defaults: NormalizeTypedArtifactDTODefaults = {}
): TypedArtifactDTO | undefined {
	return isObject( input ) ? normalizeArtifactResultTypedArtifacts( [ { ...defaults, ...input } ] )[ 0 ] : undefined;
}

/**
 * @param input A list; what has no name or no type is left out.
 */
export function normalizeTypedArtifactDTOs( input: unknown ): TypedArtifactDTO[] {
	return normalizeArtifactResultTypedArtifacts( input );
}

/**
 * @param input An index, or a list of artifacts.
 */
export function normalizeTypedArtifactIndex( input: unknown ): TypedArtifactIndex {
	return {
		schema: TYPED_ARTIFACT_INDEX_SCHEMA,
		artifacts: normalizeTypedArtifactDTOs( isObject( input ) ? input.artifacts : input ),
	};
}

/**
 * @param value     A list of artifacts, or an object of them by name.
 * @param direction Whether they go into a run or come out of it; noted in the provenance.
 * @return Those that have a name, a type and a payload.
 */
export function normalizeStructuredArtifacts(
	value: unknown,
	direction: StructuredArtifactDirection
): StructuredArtifactPayload[] {
	const named = isObject( value )
		? Object.entries( value ).map( ( [ name, item ] ) => ( isObject( item ) ? { name, ...item } : item ) )
		: value;
	return normalizeTypedArtifactDTOs( named ).flatMap( ( artifact ) =>
		artifact.payload === undefined
			? []
			: [
					{
						schema: STRUCTURED_ARTIFACT_SCHEMA,
						name: artifact.name,
						type: artifact.type,
						payload: artifact.payload,
						...( artifact.payload_schema === undefined ? {} : { payload_schema: artifact.payload_schema } ),
						metadata: artifact.metadata,
						provenance: { direction, ...artifact.provenance },
					},
				]
	);
}
