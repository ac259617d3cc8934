import { withoutUndefined } from '../../contracts/without-undefined.ts';
import type {
	WordPressAdminPageDescriptor,
	WordPressAdminPageInventory,
	WordPressFrontendUrlInventory,
} from '../../discovery/inventories.ts';
import type { FuzzCoveragePlanContract } from '../coverage-plan-schema.ts';
import type { FuzzSuiteContract } from '../suite.ts';
import { coveragePlanOf, slug, suiteOf, withUniqueIds, type PlannedCase } from './case-plan.ts';
import type { WordPressInventoryFuzzSuiteOptions } from './options.ts';

const ADMIN = 'wordpress-admin-page-inventory';
const FRONTEND = 'wordpress-frontend-url-inventory';

type Surface = 'admin' | 'frontend';

/**
 * A suite that loads every admin page that the user may open.
 *
 * @param inventory What pages there are.
 * @param options   How to load them.
 */
export function adminPageInventoryToFuzzSuite(
	inventory: WordPressAdminPageInventory,
	options: WordPressInventoryFuzzSuiteOptions = {}
): FuzzSuiteContract {
	return suiteOf( ADMIN, adminCases( inventory, options ), inventory, pageCapabilities( 'admin', options ), options );
}

/**
 * @param inventory What pages there are.
 * @param options   How to load them.
 */
export function adminPageInventoryToCoveragePlan(
	inventory: WordPressAdminPageInventory,
	options: WordPressInventoryFuzzSuiteOptions = {}
): FuzzCoveragePlanContract {
	return coveragePlanOf( ADMIN, adminCases( inventory, options ), inventory, [], options );
}

/**
 * A suite that loads the front end. A rewrite rule is no URL: it is planned until somebody gives it one.
 *
 * @param inventory What URLs there are.
 * @param options   How to load them.
 */
export function frontendUrlInventoryToFuzzSuite(
	inventory: WordPressFrontendUrlInventory,
	options: WordPressInventoryFuzzSuiteOptions = {}
): FuzzSuiteContract {
	const executable = frontendCases( inventory, options ).filter( ( { reason } ) => reason === undefined );
	return suiteOf( FRONTEND, executable, inventory, pageCapabilities( 'frontend', options ), options );
}

/**
 * @param inventory What URLs there are.
 * @param options   How to load them.
 */
export function frontendUrlInventoryToCoveragePlan(
	inventory: WordPressFrontendUrlInventory,
	options: WordPressInventoryFuzzSuiteOptions = {}
): FuzzCoveragePlanContract {
	return coveragePlanOf( FRONTEND, frontendCases( inventory, options ), inventory, [], options );
}

/**
 * @param inventory What pages there are.
 * @param options   How to load them.
 */
export function adminCases(
	inventory: Pick< WordPressAdminPageInventory, 'pages' | 'adminUrl' >,
	options: WordPressInventoryFuzzSuiteOptions
): PlannedCase[] {
	return withUniqueIds(
		inventory.pages.flatMap( ( page ) => {
			const path = adminPath( page, inventory.adminUrl );
			const load = pageCase( `admin-page-${ slug( page.menuSlug ) }`, 'admin', path, options, page.pageTitle );
			const denied =
				page.canAccess === false
					? {
							code: 'admin_page_capability_denied',
							message: `The user lacks the capability ${ page.capability }.`,
						}
					: undefined;
			const interactions = [ ...( page.forms ?? [] ), ...( page.actions ?? [] ) ].map(
				( interaction, index ): PlannedCase => ( {
					fuzzCase: {
						id: `admin-page-${ slug( page.menuSlug ) }-${ interaction.kind ?? 'action' }-${ slug(
							interaction.id ?? interaction.action ?? String( index )
						) }`,
						target: { kind: 'runtime-action', id: 'browser', entrypoint: path },
						metadata: { interaction },
					},
					reason: {
						code: 'admin_interaction_requires_runtime_form_execution',
						message: 'Sending the form needs a browser.',
					},
				} )
			);
			return [ { fuzzCase: load, reason: denied }, ...interactions ];
		} )
	);
}

/**
 * @param inventory What URLs there are.
 * @param options   How to load them.
 */
export function frontendCases(
	inventory: Pick< WordPressFrontendUrlInventory, 'urls' >,
	options: WordPressInventoryFuzzSuiteOptions
): PlannedCase[] {
	return withUniqueIds(
		inventory.urls.map( ( { url, source, pattern } ) => {
			const path = url.replace( /^[a-z]+:\/\/[^/]*/i, '' ) || '/';
			const isPattern = source === 'rewrite-rule' && /[()[\]?^$*+|\\]/.test( path );
			return {
				fuzzCase: pageCase( `frontend-url-${ slug( path ) }`, 'frontend', path, options, pattern ),
				reason: isPattern
					? {
							code: 'frontend_rewrite_rule_requires_url',
							message: 'A rewrite rule is a regular expression, not a URL that loads.',
						}
					: undefined,
			};
		} )
	);
}

function pageCase(
	id: string,
	surface: Surface,
	path: string,
	options: WordPressInventoryFuzzSuiteOptions,
	description?: string
): PlannedCase[ 'fuzzCase' ] {
	const command = pageLoadCommand( surface, options );
	const args = [
		...( command === 'wordpress.browser-page-load' || command === 'wordpress.server-page-load'
			? [ `surface=${ surface }` ]
			: [] ),
		`path=${ path }`,
		...( options.user ? [ `user=${ options.user }` ] : [] ),
		...( options.session ? [ `session=${ options.session }` ] : [] ),
		...( options.capture?.length ? [ `capture=${ options.capture.join( ',' ) }` ] : [] ),
	];
	return withoutUndefined( {
		id,
		target: { kind: 'runtime' as const, id: command, entrypoint: command },
		input: { args },
		description: description || undefined,
		mutation: { intent: 'read' as const },
		metadata: { surface, path },
	} );
}

function pageLoadCommand(
	surface: Surface,
	{ pageLoadMode = 'simulated' }: WordPressInventoryFuzzSuiteOptions
): string {
	return pageLoadMode === 'simulated'
		? `wordpress.simulated-${ surface }-page-load`
		: `wordpress.${ pageLoadMode }-page-load`;
}

function pageCapabilities( surface: Surface, options: WordPressInventoryFuzzSuiteOptions ) {
	return {
		targetKinds: [ 'runtime' ],
		capabilities: [ 'runtime' ],
		commands: [ pageLoadCommand( surface, options ) ],
	};
}

function adminPath( page: WordPressAdminPageDescriptor, adminUrl: string ): string {
	const url = page.canonicalUrl ?? new URL( pageQuery( page ), adminUrl ).href;
	return url.replace( /^[a-z]+:\/\/[^/]*/i, '' );
}

function pageQuery( { menuSlug, parentSlug }: WordPressAdminPageDescriptor ): string {
	if ( menuSlug.includes( '.php' ) ) {
		return menuSlug;
	}
	const parent = parentSlug?.includes( '.php' ) ? parentSlug : 'admin.php';
	return `${ parent }${ parent.includes( '?' ) ? '&' : '?' }page=${ encodeURIComponent( menuSlug ) }`;
}
