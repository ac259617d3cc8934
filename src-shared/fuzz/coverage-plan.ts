import { withoutUndefined } from '../contracts/without-undefined.ts';
import type {
	FuzzCoveragePlanContract,
	FuzzCoveragePlanItem,
	FuzzCoveragePlanParameterGenerationHook,
} from './coverage-plan-schema.ts';
import { FUZZ_COVERAGE_PLAN_SCHEMA } from './schema-ids.ts';

const LISTS = [ 'discovered', 'generated', 'executable', 'executed', 'skipped', 'untested' ] as const;

export type FuzzCoveragePlanInput = { readonly id: string; readonly version?: string } & {
	readonly [ List in ( typeof LISTS )[ number ] ]?: readonly FuzzCoveragePlanItem[];
} & {
	readonly parameterGenerationHooks?: readonly FuzzCoveragePlanParameterGenerationHook[];
	readonly metadata?: Record< string, unknown >;
};

/**
 * A `wp-codebox/fuzz-coverage-plan/v1` document; its summary is counted.
 *
 * @param input The lists; one that is left out is empty.
 */
export function fuzzCoveragePlanContract( input: FuzzCoveragePlanInput ): FuzzCoveragePlanContract {
	const lists = Object.fromEntries( LISTS.map( ( name ) => [ name, [ ...( input[ name ] ?? [] ) ] ] ) ) as Record<
		( typeof LISTS )[ number ],
		FuzzCoveragePlanItem[]
	>;
	const items = Object.values( lists ).flat();
	const counts = Object.fromEntries( LISTS.map( ( name ) => [ name, lists[ name ].length ] ) ) as Record<
		( typeof LISTS )[ number ],
		number
	>;
	return withoutUndefined( {
		schema: FUZZ_COVERAGE_PLAN_SCHEMA,
		id: input.id,
		version: input.version,
		...lists,
		parameterGenerationHooks: input.parameterGenerationHooks?.length
			? [ ...input.parameterGenerationHooks ]
			: undefined,
		summary: {
			...counts,
			caseIds: unique( items.map( ( item ) => item.id ) ),
			targetIds: unique(
				items.flatMap( ( { target } ) => ( target ? [ target.id ?? target.entrypoint ?? target.kind ] : [] ) )
			),
		},
		metadata: input.metadata,
	} );
}

function unique( values: readonly string[] ): string[] {
	return [ ...new Set( values ) ];
}
