import { withoutUndefined } from '../../contracts/without-undefined.ts';
import type {
	FuzzCoveragePlanContract,
	FuzzCoveragePlanItem,
	FuzzCoveragePlanParameterGenerationHook,
	FuzzCoveragePlanParameterGenerationPlaceholder,
	FuzzCoveragePlanReason,
} from '../coverage-plan-schema.ts';
import { fuzzCoveragePlanContract } from '../coverage-plan.ts';
import type { FuzzSuiteCase, FuzzSuiteContract } from '../suite.ts';
import { fuzzSuiteContract } from '../suite-contract.ts';
import type { WordPressInventoryFuzzSuiteOptions } from './options.ts';

/** One thing that was discovered: a case for it, and why it cannot run when it cannot. */
export interface PlannedCase {
	readonly fuzzCase: FuzzSuiteCase;
	/** Absent when the case can be executed as it stands. */
	readonly reason?: FuzzCoveragePlanReason;
	readonly parameterGeneration?: FuzzCoveragePlanParameterGenerationPlaceholder;
}

export interface InventorySource {
	readonly schema: string;
	readonly command?: string;
	readonly status?: string;
}

/**
 * @param name                 Default id.
 * @param planned              The cases.
 * @param source               The inventory they come from.
 * @param requiredCapabilities What a runner needs for them.
 * @param options              What the caller said.
 */
export function suiteOf(
	name: string,
	planned: readonly PlannedCase[],
	source: InventorySource,
	requiredCapabilities: Record< string, readonly string[] >,
	options: WordPressInventoryFuzzSuiteOptions
): FuzzSuiteContract {
	return fuzzSuiteContract( {
		id: options.id ?? `${ name }-fuzz-suite`,
		version: options.version,
		cases: planned.map( ( { fuzzCase } ) => fuzzCase ),
		metadata: withoutUndefined( {
			...options.metadata,
			sourceSchema: source.schema,
			sourceCommand: source.command,
			inventoryStatus: source.status,
			requiredRunnerCapabilities: requiredCapabilities,
		} ),
	} );
}

/**
 * @param name    Default id.
 * @param planned The cases.
 * @param source  The inventory they come from.
 * @param hooks   What could make more of them executable.
 * @param options What the caller said.
 */
export function coveragePlanOf(
	name: string,
	planned: readonly PlannedCase[],
	source: InventorySource,
	hooks: readonly FuzzCoveragePlanParameterGenerationHook[],
	options: Pick< WordPressInventoryFuzzSuiteOptions, 'id' | 'version' | 'metadata' >
): FuzzCoveragePlanContract {
	const items = planned.map( item );
	const executable = items.filter( ( { reason } ) => reason === undefined );
	const blocked = items.filter( ( { reason } ) => reason !== undefined );
	return fuzzCoveragePlanContract( {
		id: options.id ?? `${ name }-coverage-plan`,
		version: options.version,
		discovered: items,
		generated: executable,
		executable,
		untested: blocked,
		parameterGenerationHooks: hooks,
		metadata: withoutUndefined( {
			...options.metadata,
			sourceSchema: source.schema,
			sourceCommand: source.command,
			inventoryStatus: source.status,
		} ),
	} );
}

function item( { fuzzCase, reason, parameterGeneration }: PlannedCase ): FuzzCoveragePlanItem {
	return withoutUndefined( {
		id: fuzzCase.id,
		target: fuzzCase.target,
		description: fuzzCase.description,
		input: fuzzCase.input,
		reason,
		parameterGeneration,
	} );
}

/**
 * Letters and digits in small, everything else one hyphen.
 *
 * @param text Any text.
 */
export function slug( text: string ): string {
	return (
		text
			.toLowerCase()
			.replace( /[^a-z0-9]+/g, '-' )
			.replace( /^-|-$/g, '' ) || 'root'
	);
}

/**
 * Makes ids unique by counting up from the second one.
 *
 * @param planned Cases in order.
 */
export function withUniqueIds( planned: readonly PlannedCase[] ): PlannedCase[] {
	const seen = new Map< string, number >();
	return planned.map( ( entry ) => {
		const { id } = entry.fuzzCase;
		const count = ( seen.get( id ) ?? 0 ) + 1;
		seen.set( id, count );
		return count === 1 ? entry : { ...entry, fuzzCase: { ...entry.fuzzCase, id: `${ id }-${ count }` } };
	} );
}
