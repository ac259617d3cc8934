import type { WordPressRuntimeDiscoveryResult } from '../../discovery/inventories.ts';
import type { FuzzCoveragePlanContract } from '../coverage-plan-schema.ts';
import { blockCases } from './block-discovery.ts';
import { coveragePlanOf, type PlannedCase } from './case-plan.ts';
import { databaseCases } from './database-inventory.ts';
import type { WordPressInventoryFuzzSuiteOptions } from './options.ts';
import { adminCases, frontendCases } from './page-inventories.ts';
import { restCases } from './rest-inventory.ts';

const CRUD_KINDS = [ 'post', 'term', 'comment', 'attachment', 'user', 'option', 'metadata' ] as const;
const PAGE_LOAD_COMMANDS = [
	'wordpress.simulated-admin-page-load',
	'wordpress.simulated-frontend-page-load',
	'wordpress.server-page-load',
	'wordpress.browser-page-load',
] as const;

export interface WordPressRuntimeDiscoveryCoveragePlanOptions extends WordPressInventoryFuzzSuiteOptions {
	/** Items that list and read every kind of object; default true. */
	includeCrudResources?: boolean;
	/** Items for every way to load a page; default true. */
	includePageLoadModes?: boolean;
}

/**
 * What there is to fuzz on a site, in one plan.
 *
 * @param discovery What the site has.
 * @param options   What to include.
 */
export function wordpressRuntimeDiscoveryToCoveragePlan(
	discovery: WordPressRuntimeDiscoveryResult,
	options: WordPressRuntimeDiscoveryCoveragePlanOptions = {}
): FuzzCoveragePlanContract {
	const { rest, admin, database, frontend, blocks } = discovery;
	const planned: PlannedCase[] = [
		...( rest ? restCases( { ...rest, schema: 'wp-codebox/wordpress-rest-route-discovery/v1' }, options ) : [] ),
		...( admin ? adminCases( admin, options ) : [] ),
		...( database ? databaseCases( database, options ) : [] ),
		...( frontend ? frontendCases( { urls: [ { url: frontend.homeUrl, source: 'home' } ] }, options ) : [] ),
		...( blocks ? blockCases( blocks, {} ) : [] ),
		...( options.includeCrudResources === false ? [] : crudCases() ),
		...( options.includePageLoadModes === false ? [] : pageLoadCases() ),
	];
	return coveragePlanOf( 'wordpress-runtime-discovery', planned, discovery, [], options );
}

function crudCases(): PlannedCase[] {
	return CRUD_KINDS.flatMap( ( kind ) => [
		{ fuzzCase: crudCase( kind, 'list' ) },
		{
			fuzzCase: crudCase( kind, 'read' ),
			reason: { code: 'crud_resource_identifier_required', message: 'Reading one object needs its id.' },
			parameterGeneration: { hook: 'wordpress.crud-resource-identifiers', requiredInputs: [ 'id' ] },
		},
	] );
}

function crudCase( kind: string, operation: 'list' | 'read' ): PlannedCase[ 'fuzzCase' ] {
	return {
		id: `crud-${ operation }-${ kind }`,
		target: { kind: 'runtime-action', id: 'crud_operation' },
		input: { type: 'crud_operation', operation, resource: { kind } },
	};
}

function pageLoadCases(): PlannedCase[] {
	return PAGE_LOAD_COMMANDS.map( ( command ) => ( {
		fuzzCase: {
			id: command.replace( 'wordpress.', '' ),
			target: { kind: 'runtime', id: command, entrypoint: command },
			input: { args: [ command.includes( 'admin' ) ? 'path=/wp-admin/index.php' : 'path=/' ] },
		},
	} ) );
}
