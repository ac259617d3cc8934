import Type, { type Static } from 'typebox';
import { openObject, optional, request } from '../contracts/request.ts';
import { FUZZ_COVERAGE_PLAN_SCHEMA } from './schema-ids.ts';
import { fuzzTarget } from './target.ts';

export const coveragePlanReason = request( {
	code: Type.String(),
	message: Type.String(),
	data: optional( openObject() ),
} );

export const coveragePlanItem = request( {
	id: Type.String(),
	target: optional( fuzzTarget ),
	description: optional( Type.String() ),
	input: optional( Type.Unknown() ),
	reason: optional( coveragePlanReason ),
	parameterGeneration: optional(
		request( {
			hook: Type.String(),
			requiredInputs: optional( Type.Array( Type.String() ) ),
			metadata: optional( openObject() ),
		} )
	),
	metadata: optional( openObject() ),
} );

const items = Type.Array( coveragePlanItem );

export const coveragePlan = request( {
	schema: Type.Literal( FUZZ_COVERAGE_PLAN_SCHEMA ),
	id: Type.String(),
	version: optional( Type.String() ),
	discovered: items,
	generated: items,
	executable: items,
	executed: items,
	skipped: items,
	untested: items,
	parameterGenerationHooks: optional(
		Type.Array(
			request( {
				id: Type.String(),
				label: optional( Type.String() ),
				description: optional( Type.String() ),
				inputSchema: optional( openObject() ),
				metadata: optional( openObject() ),
			} )
		)
	),
	summary: request( {
		discovered: Type.Integer(),
		generated: Type.Integer(),
		executable: Type.Integer(),
		executed: Type.Integer(),
		skipped: Type.Integer(),
		untested: Type.Integer(),
		caseIds: Type.Array( Type.String() ),
		targetIds: Type.Array( Type.String() ),
	} ),
	metadata: optional( openObject() ),
} );

export type FuzzCoveragePlanContract = Static< typeof coveragePlan >;
export type FuzzCoveragePlanItem = Static< typeof coveragePlanItem >;
export type FuzzCoveragePlanReason = Static< typeof coveragePlanReason >;
export type FuzzCoveragePlanSummary = FuzzCoveragePlanContract[ 'summary' ];
export type FuzzCoveragePlanParameterGenerationHook = NonNullable<
	FuzzCoveragePlanContract[ 'parameterGenerationHooks' ]
>[ number ];
export type FuzzCoveragePlanParameterGenerationPlaceholder = NonNullable<
	FuzzCoveragePlanItem[ 'parameterGeneration' ]
>;
