import { emittedArtifactContracts } from '../artifacts/emitted.ts';
import { emittedBrowserContracts } from '../browser/emitted.ts';
import { errorCatalogue } from '../errors/catalogue.ts';
import { emittedFuzzContracts } from '../fuzz/emitted.ts';
import { boundaryValues } from '../fuzz/boundary-values.ts';
import { operations } from '../operations/index.ts';
import { verbFor, type OperationDefinition } from '../operations/operation.ts';
import { emittedRuntimeContracts } from '../runtime/emitted.ts';
import { emittedTaskContracts } from '../task/emitted.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { lowerSchema } from './lower-schema.ts';

/** One file below `php/Contracts/generated/`, without `.php`. */
export interface EmittedContract {
	readonly name: string;
	/** Where its definition lives, for the header of the file. */
	readonly source: string;
	readonly value: JsonValue;
}

/** Everything that PHP reads, as data. */
export function emittedContracts(): EmittedContract[] {
	return [
		{
			name: 'errors',
			source: 'src-shared/errors',
			value: toJson( errorCatalogue ),
		},
		{
			name: 'boundary-values',
			source: 'src-shared/fuzz/boundary-values.ts',
			value: toJson( boundaryValues ),
		},
		{
			name: 'operations',
			source: 'src-shared/operations',
			value: operations.map( ( operation ) => operation.id ),
		},
		...emittedArtifactContracts,
		...operations.map( ( operation ) => ( {
			name: `operations/${ slug( operation ) }`,
			source: 'src-shared/operations',
			value: emittedOperation( operation ),
		} ) ),
		...emittedFuzzContracts(),
		...emittedRuntimeContracts(),
		...emittedTaskContracts(),
		...emittedBrowserContracts(),
	];
}

function emittedOperation( operation: OperationDefinition ): JsonObject {
	const { input, output, annotations, ...rest } = operation;
	return {
		...( toJson( rest ) as JsonObject ),
		annotations: toJson( annotations ),
		verb: verbFor( annotations ),
		input: lowerSchema( input, operation.id ),
		output: lowerSchema( output, `${ operation.id } output` ),
	};
}

/**
 * File name of an operation: its id without the namespace.
 *
 * @param operation The operation.
 */
export function slug( operation: Pick< OperationDefinition, 'id' > ): string {
	return operation.id.replace( /^wp-codebox\//, '' );
}

/**
 * A plain JSON copy of a contract value; TypeBox keeps symbols and readonly views that JSON has not.
 *
 * @param value Anything that `JSON.stringify()` takes.
 */
function toJson( value: unknown ): JsonValue {
	return JSON.parse( JSON.stringify( value ) ) as JsonValue;
}
