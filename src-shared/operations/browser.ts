import { browserConnectorRequest, browserConnectorResponse } from '../browser/connector.ts';
import {
	containedSiteOpen,
	containedSiteRequest,
	containedSiteStatus,
	openOrCreateRequest,
	openOrCreateResult,
} from '../browser/contained-site.ts';
import { BROWSER_CONNECTOR_REQUEST_SCHEMA } from '../browser/schema-ids.ts';
import {
	blueprintHydration,
	blueprintReference,
	browserSessionDto,
	browserSessionRequest,
	previewBootRef,
} from '../browser/session.ts';
import { browserTaskDto, browserTaskRequest } from '../browser/task-contract.ts';
import { READS_BY_POST, WRITES, type OperationDefinition } from './operation.ts';

/** What signed callers need to make sessions, and to use connectors. */
export const BROWSER_SESSION_SCOPE = 'browser-session:create';
export const BROWSER_CONNECTOR_SCOPE = 'browser-connector:request';

/** Sessions, contained sites, tasks and connectors for the browser (mission/000, "Browser SDK"). */
export const browserOperations: readonly OperationDefinition[] = [
	{
		id: 'wp-codebox/create-browser-playground-session',
		label: 'Create a browser session',
		description:
			'Prepares a disposable WordPress for the browser: its blueprint is kept by the site, the caller gets what starts it.',
		input: browserSessionRequest,
		output: browserSessionDto,
		capability: 'wp_codebox_run',
		annotations: WRITES,
		trustedScope: BROWSER_SESSION_SCOPE,
		facade: 'create_browser_session',
	},
	{
		id: 'wp-codebox/create-browser-task-contract',
		label: 'Create a browser task contract',
		description:
			'A session together with its task, its phases and a callback capability; whoever holds it executes it.',
		input: browserTaskRequest,
		output: browserTaskDto,
		capability: 'wp_codebox_run',
		annotations: WRITES,
		trustedScope: BROWSER_SESSION_SCOPE,
		facade: 'create_browser_task_contract',
	},
	{
		id: 'wp-codebox/open-or-create-browser-contained-site',
		label: 'Open or create a contained site',
		description: 'Opens a prepared site or creates one, as mode says: open-only, open-or-create or prepare-new.',
		input: openOrCreateRequest,
		output: openOrCreateResult,
		capability: 'wp_codebox_run',
		annotations: WRITES,
		trustedScope: BROWSER_SESSION_SCOPE,
		facade: 'open_or_create_browser_contained_site',
	},
	{
		id: 'wp-codebox/get-browser-contained-site-status',
		label: 'Get the status of a contained site',
		description: 'Whether the site still holds what opens a contained site.',
		input: containedSiteRequest,
		output: containedSiteStatus,
		capability: 'wp_codebox_run',
		annotations: READS_BY_POST,
		trustedScope: BROWSER_SESSION_SCOPE,
		facade: 'browser_contained_site_status',
	},
	{
		id: 'wp-codebox/open-browser-contained-site',
		label: 'Open a contained site',
		description: 'What starts a prepared site again, with the same storage in the browser.',
		input: containedSiteRequest,
		output: containedSiteOpen,
		capability: 'wp_codebox_run',
		annotations: READS_BY_POST,
		trustedScope: BROWSER_SESSION_SCOPE,
		facade: 'open_browser_session',
	},
	{
		id: 'wp-codebox/preview-boot-ref',
		label: 'Get the boot configuration of a contained site',
		description: 'The boot configuration that startBrowserPreview() takes, for a prepared site.',
		input: containedSiteRequest,
		output: previewBootRef,
		capability: 'wp_codebox_run',
		annotations: READS_BY_POST,
		trustedScope: BROWSER_SESSION_SCOPE,
		facade: 'preview_boot_ref',
		rest: { method: 'POST', route: '/preview-boot-ref' },
	},
	{
		id: 'wp-codebox/hydrate-browser-blueprint-ref',
		label: 'Hydrate a blueprint reference',
		description: 'The blueprint that a reference stands for; never readable without the capability.',
		input: blueprintReference,
		output: blueprintHydration,
		capability: 'wp_codebox_run',
		annotations: READS_BY_POST,
		trustedScope: BROWSER_SESSION_SCOPE,
		facade: 'hydrate_browser_blueprint_ref',
	},
	{
		id: 'wp-codebox/browser-connector-request',
		label: 'Send a connector request',
		description:
			'Asks a server that the site allows, with the credentials of the site, which the browser never sees.',
		input: browserConnectorRequest,
		output: browserConnectorResponse,
		capability: 'wp_codebox_run',
		annotations: WRITES,
		trustedScope: BROWSER_CONNECTOR_SCOPE,
		facade: 'browser_connector_request',
		rest: { method: 'POST', route: '/browser-connector-request' },
		inputSchemaId: BROWSER_CONNECTOR_REQUEST_SCHEMA,
	},
];
