import { withoutUndefined } from '../../contracts/without-undefined.ts';
import type {
	WordPressRestRouteDescriptor,
	WordPressRestRouteDiscovery,
	WordPressRestRouteEndpointDescriptor,
	WordPressRestRouteInventory,
} from '../../discovery/inventories.ts';
import type { FuzzCoveragePlanContract } from '../coverage-plan-schema.ts';
import { isRestMutationMethod, type RestMutationFixtureOptInContract } from '../fixture-plan.ts';
import { PLANNED_REST_TARGET_KIND } from '../target.ts';
import type { FuzzSuiteContract } from '../suite.ts';
import { coveragePlanOf, slug, suiteOf, withUniqueIds, type PlannedCase } from './case-plan.ts';
import type { WordPressInventoryFuzzSuiteOptions, WordPressRestPayloadFamily } from './options.ts';
import { routeParts, samplePath } from './rest-path.ts';
import { payload, validValue } from './rest-payload.ts';

const NAME = 'wordpress-rest-route-inventory';

type Routes = WordPressRestRouteInventory | WordPressRestRouteDiscovery;

/**
 * A suite with a case for every endpoint, method and payload family.
 *
 * Methods that change state are planned, and executable only where an opt-in, or a family with a reset policy,
 * allows them.
 *
 * @param inventory What routes there are.
 * @param options   Users, families, opt-ins.
 */
export function restRouteInventoryToFuzzSuite(
	inventory: WordPressRestRouteInventory,
	options: WordPressInventoryFuzzSuiteOptions = {}
): FuzzSuiteContract {
	const planned = restCases( inventory, options );
	const mutates = planned.some( ( { fuzzCase } ) => fuzzCase.target?.kind === 'runtime-action' );
	return suiteOf(
		NAME,
		planned,
		inventory,
		mutates
			? {
					targetKinds: [ 'rest', 'runtime-action' ],
					runtimeActionTypes: [ 'rest_request' ],
					capabilities: [ 'rest-mutation:fixture-opt-in', 'mutation-isolation-artifact' ],
					commands: [
						'wordpress.rest-request',
						'wp-codebox.checkpoint-create',
						'wp-codebox.checkpoint-restore',
					],
				}
			: { targetKinds: [ 'rest' ] },
		options
	);
}

/**
 * What of the routes a suite covers, and why not the rest.
 *
 * @param inventory What routes there are.
 * @param options   As for the suite.
 */
export function restRouteInventoryToCoveragePlan(
	inventory: WordPressRestRouteInventory,
	options: WordPressInventoryFuzzSuiteOptions = {}
): FuzzCoveragePlanContract {
	return coveragePlanOf(
		NAME,
		restCases( inventory, options ),
		inventory,
		[
			{ id: 'wordpress.rest-route-parameters', label: 'Values for required arguments' },
			{ id: 'wordpress.rest-mutating-route-opt-in', label: 'Leave to change state' },
		],
		options
	);
}

/**
 * @param inventory What routes there are.
 * @param options   As for the suite.
 */
export function restCases( inventory: Routes, options: WordPressInventoryFuzzSuiteOptions ): PlannedCase[] {
	return withUniqueIds(
		inventory.routes.flatMap( ( route ) =>
			endpointsOf( route ).flatMap( ( endpoint, index ) =>
				endpoint.methods.flatMap( ( method ) => methodCases( route, endpoint, index, method, options ) )
			)
		)
	);
}

function endpointsOf( route: WordPressRestRouteDescriptor ): WordPressRestRouteEndpointDescriptor[] {
	return (
		route.endpoints ?? [
			{
				methods: route.methods,
				permission: { mode: 'none' },
				args: route.argNames.map( ( name ) => ( { name, required: false } ) ),
			},
		]
	);
}

function methodCases(
	route: WordPressRestRouteDescriptor,
	endpoint: WordPressRestRouteEndpointDescriptor,
	index: number,
	method: string,
	options: WordPressInventoryFuzzSuiteOptions
): PlannedCase[] {
	const pathNames = routeParts( route.route ).flatMap( ( part ) =>
		typeof part === 'string' ? [] : [ part.name ]
	);
	const path = samplePath(
		route.route,
		Object.fromEntries(
			endpoint.args
				.filter( ( { name } ) => pathNames.includes( name ) )
				.map( ( arg ) => [ arg.name, validValue( arg ) ] )
		)
	);
	const args = endpoint.args.filter( ( { name } ) => ! pathNames.includes( name ) );
	const families: readonly WordPressRestPayloadFamily[] = options.restPayloadFamilies ?? [ 'valid-minimal' ];
	return families.flatMap( ( family ) => {
		const values = payload( args, family );
		if ( values === undefined ) {
			return [];
		}
		const id = `rest-${ method.toLowerCase() }-${ slug( route.route ) }-${ index }${
			family === 'valid-minimal' ? '' : `-${ family }`
		}`;
		return [ restCase( id, route, method, path, values, family, options ) ];
	} );
}

function restCase(
	id: string,
	route: WordPressRestRouteDescriptor,
	method: string,
	path: string,
	values: Record< string, unknown >,
	family: WordPressRestPayloadFamily,
	options: WordPressInventoryFuzzSuiteOptions
): PlannedCase {
	const common = {
		id,
		description: `${ method } ${ route.route }`,
		metadata: { route: route.route, namespace: route.namespace, method, payloadFamily: family },
	};
	const acting = { user: options.user, session: options.session };
	const filled = Object.keys( values ).length > 0 ? values : undefined;
	if ( ! isRestMutationMethod( method ) ) {
		return {
			fuzzCase: {
				...common,
				target: { kind: 'rest', id: route.route, entrypoint: path },
				input: withoutUndefined( { method, path, params: filled, ...acting } ),
			},
		};
	}
	const optIn = options.restMutationOptIns?.find( ( candidate ) => allows( candidate, method, route.route, path ) );
	const resetPolicy = options.restPayloadFamilies ? options.restGeneratedMutationResetPolicy : undefined;
	if ( optIn === undefined && resetPolicy === undefined ) {
		return {
			fuzzCase: { ...common, target: { kind: PLANNED_REST_TARGET_KIND, id: route.route, entrypoint: path } },
			reason: {
				code: 'mutating_rest_method_requires_explicit_opt_in',
				message: `${ method } changes state and nobody opted in.`,
			},
			parameterGeneration: { hook: 'wordpress.rest-mutating-route-opt-in' },
		};
	}
	return {
		fuzzCase: withoutUndefined( {
			...common,
			target: { kind: 'runtime-action' as const, id: route.route, entrypoint: path },
			input: withoutUndefined( {
				type: 'rest_request',
				method,
				path,
				bodyJson: filled,
				user: optIn?.auth?.user ?? acting.user,
				session: optIn?.auth?.session ?? acting.session,
				headers: optIn?.auth?.headers,
				restMutationFixtureOptIn: optIn,
			} ),
			mutation: {
				intent: method === 'DELETE' ? ( 'delete' as const ) : ( 'write' as const ),
				destructive: method === 'DELETE',
			},
			resetPolicy: optIn?.rollbackPolicy ??
				optIn?.rollback_policy ??
				resetPolicy ?? { mode: 'checkpoint-per-case' },
		} ) as PlannedCase[ 'fuzzCase' ],
	};
}

function allows( optIn: RestMutationFixtureOptInContract, method: string, route: string, path: string ): boolean {
	if ( ! ( optIn.methods as string[] ).includes( method.toUpperCase() ) ) {
		return false;
	}
	if ( optIn.route === '' || optIn.route === route || optIn.route === path ) {
		return true;
	}
	try {
		return new RegExp( `^${ optIn.route.replace( /\(\?P</g, '(?<' ) }$` ).test( path );
	} catch {
		return false;
	}
}
