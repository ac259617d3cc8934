import { schemaId } from '../contracts/schema-id.ts';
import { BROWSER_PROBE_ACCEPTED_ARGS } from './browser-probe.ts';
import type { CommandArg, CommandDefinition } from './command-types.ts';
import { command } from './define-command.ts';

const probeArgs: readonly CommandArg[] = BROWSER_PROBE_ACCEPTED_ARGS;
const pageLoadProbeArgs = probeArgs.map( ( arg ) => ( arg.name === 'url' ? { ...arg, required: false } : arg ) );

/** In the order that listings show (reference: command registry). */
const definitions = [
	command( {
		id: 'inspect-mounted-inputs',
		description: 'Lists what is mounted into the runtime.',
		recipe: false,
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'command-agent-run',
		description: 'Runs a command agent inside the runtime.',
		args: 'request-json*',
		recipe: false,
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wordpress.run-php',
		description: 'Runs PHP code inside WordPress.',
		args: 'code code-file bootstrap capture-diagnostics diagnostics-max-items diagnostics-max-bytes',
		outputShape: 'raw',
		requiresAnyArg: [ [ 'code', 'code-file' ] ],
	} ),
	command( {
		id: 'wordpress.run-workload',
		description: 'Runs a workload file.',
		args: 'path file type',
		requiresPolicyCommands: [ 'wordpress.run-php', 'wordpress.bench' ],
		requiresAnyArg: [ [ 'path', 'file' ] ],
	} ),
	command( {
		id: 'wordpress.wp-cli',
		description: 'Runs a WP-CLI command.',
		args: 'command*',
		outputShape: 'raw',
	} ),
	command( {
		id: 'wordpress.ability',
		description: 'Executes an ability.',
		args: 'name* input expected-result-schema user session principal principal-json',
		outputSchema: schemaId( 'wordpress-ability-result' ),
	} ),
	command( {
		id: 'wordpress.http-request',
		description: 'Sends an HTTP request to the site.',
		args: 'method url* headers-json body expect-status',
	} ),
	command( {
		id: 'wordpress.server-page-load',
		description: 'Loads a page through the web server.',
		args: 'surface path url method headers-json body expect-status',
		outputSchema: schemaId( 'wordpress-page-load-result' ),
		requiresAnyArg: [ [ 'path', 'url' ] ],
	} ),
	command( {
		id: 'wordpress.simulated-admin-page-load',
		description: 'Loads an admin page inside one PHP process.',
		args: 'path url method query-json body-json user session capture-diagnostics',
		outputSchema: schemaId( 'wordpress-page-load-result' ),
		requiresAnyArg: [ [ 'path', 'url' ] ],
	} ),
	command( {
		id: 'wordpress.simulated-frontend-page-load',
		description: 'Loads a page inside one PHP process.',
		args: 'path url method query-json body-json user session capture-diagnostics',
		outputSchema: schemaId( 'wordpress-page-load-result' ),
		requiresAnyArg: [ [ 'path', 'url' ] ],
	} ),
	command( {
		id: 'wordpress.admin-page-load',
		description: 'Older name of wordpress.simulated-admin-page-load.',
		args: 'path url method query-json body-json user session capture-diagnostics',
		outputSchema: schemaId( 'wordpress-page-load-result' ),
		aliasFor: 'wordpress.simulated-admin-page-load',
	} ),
	command( {
		id: 'wordpress.frontend-page-load',
		description: 'Older name of wordpress.simulated-frontend-page-load.',
		args: 'path url method query-json body-json user session capture-diagnostics',
		outputSchema: schemaId( 'wordpress-page-load-result' ),
		aliasFor: 'wordpress.simulated-frontend-page-load',
	} ),
	command( {
		id: 'wordpress.rest-request',
		description: 'Dispatches a REST request inside WordPress.',
		args: 'method path* headers-json params-json body body-json user session capture-json enable-query-capture',
	} ),
	command( {
		id: 'wordpress.rest-performance-observation',
		description: 'Measures one REST request.',
		args: 'method path* route params-json user session query-fingerprint-limit query-length-limit hook-sample-limit hook-limit capture-json capture-queries enable-query-capture',
		outputSchema: schemaId( 'performance-observation' ),
	} ),
	command( {
		id: 'wordpress.runtime-discovery',
		description: 'Describes what the site has.',
		args: 'surface',
		outputSchema: schemaId( 'wordpress-runtime-discovery' ),
	} ),
	command( {
		id: 'wordpress.rest-route-inventory',
		description: 'Lists REST routes.',
		outputSchema: schemaId( 'wordpress-rest-route-inventory' ),
	} ),
	command( {
		id: 'wordpress.inventory-rest-routes',
		description: 'Older name of wordpress.rest-route-inventory.',
		outputSchema: schemaId( 'wordpress-rest-route-inventory' ),
		aliasFor: 'wordpress.rest-route-inventory',
	} ),
	command( {
		id: 'wordpress.admin-page-inventory',
		description: 'Lists admin pages.',
		outputSchema: schemaId( 'wordpress-admin-page-inventory' ),
	} ),
	command( {
		id: 'wordpress.inventory-database',
		description: 'Lists tables, columns and indexes.',
		outputSchema: schemaId( 'wordpress-db-inventory' ),
	} ),
	command( {
		id: 'wordpress.frontend-url-inventory',
		description: 'Lists front end URLs.',
		outputSchema: schemaId( 'wordpress-frontend-url-inventory' ),
	} ),
	command( {
		id: 'wordpress.fuzz-admin-pages',
		description: 'Visits admin pages and reports what broke.',
		args: 'safe_methods max-pages max_pages capture-diagnostics',
		outputSchema: schemaId( 'wordpress-admin-page-coverage' ),
	} ),
	command( {
		id: 'wordpress.fuzz-plugin-module-state',
		description: 'Plans which modules of a plugin to switch.',
		args: 'external_dispatch execute_mutations mutation_mode connected_state_required_for_mutation runtime_isolation_required_for_mutation rollback_required disposable_sandbox_required',
		outputSchema: schemaId( 'wordpress-plugin-module-state-plan' ),
	} ),
	command( {
		id: 'wordpress.inventory-plugin-module-options-tables',
		description: 'Lists modules, options and tables of plugins.',
		args: 'read_only secret_placeholders_only',
		outputSchema: schemaId( 'wordpress-plugin-module-options-tables-inventory' ),
	} ),
	command( {
		id: 'wordpress.collect-workload-result',
		description: 'Hands back the artifact of an earlier step.',
		args: 'artifact schema',
		outputSchema: schemaId( 'workload-result-collection' ),
	} ),
	command( {
		id: 'wordpress.crud-operation',
		description: 'Creates, reads, updates, deletes or lists WordPress objects.',
		args: 'operation-json*',
		outputSchema: schemaId( 'wordpress-crud-result' ),
	} ),
	command( {
		id: 'wordpress.db-operation',
		description: 'Reads or writes tables within bounds.',
		args: 'operation-json*',
		outputSchema: schemaId( 'wordpress-db-result' ),
	} ),
	command( {
		id: 'wordpress.block-render',
		description: 'Renders a block.',
		args: 'block-name* attrs-json content markup source',
		outputSchema: schemaId( 'wordpress-block-exercise-result' ),
	} ),
	command( {
		id: 'wordpress.block-exercise',
		description: 'Renders, serializes or saves a block.',
		args: 'block-name* attrs-json content markup mode source',
		outputSchema: schemaId( 'wordpress-block-exercise-result' ),
	} ),
	command( {
		id: 'wordpress.bench',
		description: 'Runs the benchmarks of a plugin.',
		args: 'plugin-slug* component-id iterations warmup dependency-slugs env-json bootstrap-files-json workloads-json scenario-ids-json lifecycle-json reset-policy-json',
		outputSchema: schemaId( 'bench-results' ),
	} ),
	command( {
		id: 'wordpress.browser-probe',
		description: 'Loads a page in a browser and keeps evidence.',
		moreArgs: probeArgs,
		requiresAnyArg: [ [ 'url' ] ],
	} ),
	command( {
		id: 'wordpress.browser-page-load',
		description: 'Loads a page in a browser.',
		args: 'surface path',
		moreArgs: pageLoadProbeArgs,
		outputSchema: schemaId( 'wordpress-page-load-result' ),
		requiresAnyArg: [ [ 'path', 'url' ] ],
	} ),
	command( {
		id: 'wordpress.browser-actions',
		description: 'Performs steps in a browser.',
		args: 'url steps-json step-timeout timeout auth auth-user-id storage-state capture max-dom-snapshot-elements',
	} ),
	command( {
		id: 'wordpress.browser-actions.evaluate',
		description: 'Allows scripts in browser steps; a permission, not a step.',
		recipe: false,
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wordpress.browser-scenario',
		description: 'Performs a named scenario in a browser.',
		args: 'url scenario-json capture timeout',
	} ),
	command( {
		id: 'wordpress.phpunit',
		description: 'Runs the PHPUnit tests of a plugin.',
		args: 'plugin-slug* code code-file test-root phpunit-args env-json bootstrap dependency-slugs',
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wordpress.core-phpunit',
		description: 'Runs the PHPUnit tests of WordPress.',
		args: 'core-root test-root phpunit-args env-json',
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wordpress.plugin-check',
		description: 'Runs Plugin Check.',
		args: 'plugin-slug* categories checks ignore-codes',
		outputSchema: schemaId( 'plugin-check' ),
	} ),
	command( {
		id: 'wordpress.theme-check',
		description: 'Runs Theme Check.',
		args: 'theme-slug* checks',
		outputSchema: schemaId( 'theme-check' ),
	} ),
	command( {
		id: 'wordpress.plugin-setup',
		description: 'Installs or activates a plugin.',
		args: 'action plugin slug file path activate network',
		outputSchema: schemaId( 'wordpress-plugin-setup' ),
		requiresAnyArg: [ [ 'plugin', 'slug', 'file', 'path' ] ],
	} ),
	command( {
		id: 'wordpress.plugin-state',
		description: 'Changes or reads the state of a plugin.',
		args: 'action plugin slug file path activate network',
		outputSchema: schemaId( 'wordpress-plugin-state' ),
		requiresAnyArg: [ [ 'plugin', 'slug', 'file', 'path' ] ],
	} ),
	command( {
		id: 'wordpress.ensure-plugin-active',
		description: 'Activates a plugin unless it is active.',
		args: 'action plugin slug file path activate network',
		outputSchema: schemaId( 'wordpress-plugin-state' ),
		requiresAnyArg: [ [ 'plugin', 'slug', 'file', 'path' ] ],
	} ),
	command( {
		id: 'wordpress.theme-setup',
		description: 'Installs or activates a theme.',
		args: 'action theme slug path activate',
		outputSchema: schemaId( 'wordpress-theme-setup' ),
		requiresAnyArg: [ [ 'theme', 'slug', 'path' ] ],
	} ),
	command( {
		id: 'wordpress.capture-html',
		description: 'Keeps the HTML of a page.',
		args: 'url* wait-for timeout auth',
	} ),
	command( {
		id: 'wordpress.editor-canvas-probe',
		description: 'Looks into the canvas of the editor.',
		args: 'post-id post-type url timeout capture',
	} ),
	command( {
		id: 'wordpress.editor-open',
		description: 'Opens the editor.',
		args: 'target post-id post-type url wait-selector timeout-ms capture',
	} ),
	command( {
		id: 'wordpress.editor-actions',
		description: 'Performs steps in the editor.',
		args: 'steps-json* post-id post-type url timeout capture',
	} ),
	command( {
		id: 'wordpress.editor-validate-blocks',
		description: 'Validates the blocks of a post in the editor.',
		args: 'post-id content markup timeout',
	} ),
	command( {
		id: 'wordpress.visual-compare',
		description: 'Compares screenshots.',
		args: 'url baseline* candidate threshold viewport',
	} ),
	command( {
		id: 'wordpress.export-browser-storage-state',
		description: 'Keeps cookies and storage of the browser.',
		args: 'name path',
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wordpress.capture-state-bundle',
		description: 'Keeps the state of the site.',
		args: 'name path',
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wordpress.export-replay-package',
		description: 'Writes what is needed to replay a run.',
		args: 'name path',
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wp-codebox.checkpoint-create',
		description: 'Keeps a named checkpoint.',
		args: 'name* metadata-json snapshot-database-tables snapshot-paths',
		outputSchema: schemaId( 'runtime-checkpoint-result' ),
	} ),
	command( {
		id: 'wp-codebox.checkpoint-restore',
		description: 'Puts a named checkpoint back.',
		args: 'name*',
		outputSchema: schemaId( 'runtime-checkpoint-result' ),
	} ),
	command( {
		id: 'wp-codebox.checkpoint-list',
		description: 'Lists checkpoints.',
		outputSchema: schemaId( 'runtime-checkpoint-result' ),
	} ),
	command( {
		id: 'wp-codebox/run-fuzz-suite',
		description: 'Runs a fuzz suite as a step.',
		args: 'input-json input-file suite-json suite-file',
		outputSchema: schemaId( 'fuzz-suite-result' ),
		requiresAnyArg: [ [ 'input-json', 'input-file', 'suite-json', 'suite-file' ] ],
		recipeOnly: true,
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wp-codebox.agent-runtime-probe',
		description: 'Asks whether an agent runtime is there.',
		recipeOnly: true,
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wp-codebox.agent-sandbox-run',
		description: 'Runs an agent in a sandbox.',
		args: 'request-json*',
		recipeOnly: true,
		metadata: { excludeFromFuzzTargets: true },
	} ),
	command( {
		id: 'wp-codebox.agent-fanout',
		description: 'Runs several agents in sandboxes.',
		args: 'request-json*',
		recipeOnly: true,
		metadata: { excludeFromFuzzTargets: true },
	} ),
] as const satisfies readonly CommandDefinition[];

/** Id of a command. */
export type CommandId = ( typeof definitions )[ number ][ 'id' ];

/** Every command of runtimes and recipes. */
export const commandRegistry: readonly ( CommandDefinition & { readonly id: CommandId } )[] = definitions;

/** A command that a runtime executes itself. */
export type PlaygroundRuntimeCommandDefinition = CommandDefinition & {
	readonly handler: { readonly kind: 'playground' };
};

/** Id of a command that a runtime executes itself. */
export type PlaygroundRuntimeCommandId = Exclude<
	CommandId,
	| 'wp-codebox/run-fuzz-suite'
	| 'wp-codebox.agent-runtime-probe'
	| 'wp-codebox.agent-sandbox-run'
	| 'wp-codebox.agent-fanout'
>;
