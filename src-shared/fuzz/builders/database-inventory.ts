import { withoutUndefined } from '../../contracts/without-undefined.ts';
import type { WordPressDatabaseInventory, WordPressDatabaseTableDescriptor } from '../../discovery/inventories.ts';
import { normalizeWordPressDbOperation, type WordPressDbVerb } from '../../runtime/db-operation.ts';
import type { FuzzCoveragePlanContract } from '../coverage-plan-schema.ts';
import type { FuzzSuiteContract } from '../suite.ts';
import { coveragePlanOf, slug, suiteOf, type PlannedCase } from './case-plan.ts';
import type { WordPressInventoryFuzzSuiteOptions } from './options.ts';

const NAME = 'wordpress-database-inventory';
const WRITES = [ 'insert', 'update', 'delete' ] as const;

/**
 * A suite that inspects and reads every table of the site, and writes where a reset policy allows it.
 *
 * @param inventory What tables there are.
 * @param options   `dbGeneratedMutationResetPolicy` allows writes.
 */
export function databaseInventoryToFuzzSuite(
	inventory: WordPressDatabaseInventory,
	options: WordPressInventoryFuzzSuiteOptions = {}
): FuzzSuiteContract {
	const executable = databaseCases( inventory, options ).filter( ( { reason } ) => reason === undefined );
	return suiteOf(
		NAME,
		executable,
		inventory,
		{
			targetKinds: [ 'runtime' ],
			capabilities: [ 'runtime', 'db_operation' ],
			commands: [ 'wordpress.db-operation' ],
		},
		options
	);
}

/**
 * @param inventory What tables there are.
 * @param options   As for the suite.
 */
export function databaseInventoryToCoveragePlan(
	inventory: WordPressDatabaseInventory,
	options: WordPressInventoryFuzzSuiteOptions = {}
): FuzzCoveragePlanContract {
	return coveragePlanOf( NAME, databaseCases( inventory, options ), inventory, [], options );
}

/**
 * @param inventory What tables there are.
 * @param options   As for the suite.
 */
export function databaseCases(
	inventory: Pick< WordPressDatabaseInventory, 'tables' >,
	options: WordPressInventoryFuzzSuiteOptions
): PlannedCase[] {
	return inventory.tables.flatMap( ( table ) => [ ...readCases( table ), ...writeCases( table, options ) ] );
}

function readCases( table: WordPressDatabaseTableDescriptor ): PlannedCase[] {
	const reason =
		table.classification === 'external'
			? { code: 'external_table_not_fuzzed', message: 'The table does not belong to this site.' }
			: undefined;
	const keys = primaryKey( table );
	return [
		{ fuzzCase: dbCase( 'inspect', table, 'inspect' ), reason },
		{ fuzzCase: dbCase( 'read', table, 'read', { query: { table: table.name, limit: 1 } } ), reason },
		...( keys.length > 0
			? [
					{
						fuzzCase: dbCase( 'read-keyed', table, 'read', {
							query: { table: table.name, where: rowOf( table, keys ), limit: 1 },
						} ),
						reason,
					},
				]
			: [] ),
	];
}

function writeCases(
	table: WordPressDatabaseTableDescriptor,
	options: WordPressInventoryFuzzSuiteOptions
): PlannedCase[] {
	if ( table.classification === 'external' || table.writable === false ) {
		return [];
	}
	const resetPolicy = options.dbGeneratedMutationResetPolicy;
	const keys = primaryKey( table );
	return WRITES.map( ( mutation ) => ( {
		fuzzCase: withoutUndefined( {
			...dbCase( mutation, table, 'write', {
				query: {
					table: table.name,
					mutation,
					where: mutation === 'insert' ? undefined : rowOf( table, keys ),
					values: mutation === 'delete' ? undefined : rowOf( table, valueColumns( table, keys ) ),
				},
				options: { allowWrites: true, bounded: true },
			} ),
			mutation: {
				intent: mutation === 'delete' ? ( 'delete' as const ) : ( 'write' as const ),
				destructive: mutation === 'delete',
			},
			resetPolicy,
		} ),
		reason:
			resetPolicy === undefined
				? { code: 'db_mutation_requires_reset_policy', message: 'Writing needs a reset policy.' }
				: undefined,
	} ) );
}

function dbCase(
	name: string,
	table: WordPressDatabaseTableDescriptor,
	operation: WordPressDbVerb,
	more: { readonly query?: object; readonly options?: object } = {}
): PlannedCase[ 'fuzzCase' ] {
	const dto = normalizeWordPressDbOperation( { operation, resource: { table: table.name }, ...more } );
	return {
		id: `db-${ name }-${ slug( table.baseName ) }`,
		target: { kind: 'runtime', id: 'wordpress.db-operation', entrypoint: 'wordpress.db-operation' },
		input: { args: [ `operation-json=${ JSON.stringify( dto ) }` ] },
		metadata: { table: table.name, classification: table.classification, operation },
	};
}

function primaryKey( table: WordPressDatabaseTableDescriptor ): string[] {
	return (
		table.primaryKeyColumns ??
		table.primary_key_columns ??
		table.columns.filter( ( { key } ) => key === 'PRI' ).map( ( { name } ) => name )
	);
}

function valueColumns( table: WordPressDatabaseTableDescriptor, keys: readonly string[] ): string[] {
	return table.columns.map( ( { name } ) => name ).filter( ( name ) => ! keys.includes( name ) );
}

function rowOf( table: WordPressDatabaseTableDescriptor, names: readonly string[] ): Record< string, string | number > {
	return Object.fromEntries(
		table.columns
			.filter( ( { name } ) => names.includes( name ) )
			.map( ( column ) => [ column.name, sample( column.type ) ] )
	);
}

function sample( type: string ): string | number {
	if ( /int|decimal|float|double|real|numeric|bit/i.test( type ) ) {
		return 1;
	}
	return /date|time/i.test( type ) ? '2000-01-01 00:00:00' : 'sample';
}
