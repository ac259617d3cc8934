import { schemaId } from '../contracts/schema-id.ts';

/** Documents that describe what a site has (reference: discovery). */
export const WORDPRESS_RUNTIME_DISCOVERY_SCHEMA = schemaId( 'wordpress-runtime-discovery' );
export const WORDPRESS_REST_ROUTE_INVENTORY_SCHEMA = schemaId( 'wordpress-rest-route-inventory' );
export const WORDPRESS_ADMIN_PAGE_INVENTORY_SCHEMA = schemaId( 'wordpress-admin-page-inventory' );
export const WORDPRESS_DATABASE_INVENTORY_SCHEMA = schemaId( 'wordpress-db-inventory' );
export const WORDPRESS_FRONTEND_URL_INVENTORY_SCHEMA = schemaId( 'wordpress-frontend-url-inventory' );

export type WordPressRuntimeDiscoverySurface = 'rest' | 'admin' | 'database' | 'frontend' | 'blocks';
export type WordPressRuntimeInventoryCommand =
	| 'wordpress.rest-route-inventory'
	| 'wordpress.inventory-rest-routes'
	| 'wordpress.admin-page-inventory'
	| 'wordpress.inventory-database'
	| 'wordpress.frontend-url-inventory';

export interface WordPressRuntimeDiscoveryDiagnostic {
	surface: WordPressRuntimeDiscoverySurface;
	code: string;
	message: string;
	data?: unknown;
}

interface Inventory< Schema, Command > {
	schema: Schema;
	command: Command;
	status: 'ok' | 'unsupported';
	diagnostics: WordPressRuntimeDiscoveryDiagnostic[];
}

export type Scalar = string | number | boolean | null;

export interface WordPressRestRouteArgDescriptor {
	name: string;
	required: boolean;
	type?: string | string[];
	format?: string;
	enum?: Scalar[];
	description?: string;
	defaultPresent?: boolean;
	validateCallback?: boolean;
	sanitizeCallback?: boolean;
	/** The whole JSON Schema of the argument, which the fields above only summarize. */
	schema?: Record< string, unknown >;
}

export interface WordPressRestRoutePermissionDescriptor {
	mode: 'public' | 'callback' | 'none';
	callbackType?: string;
}

export interface WordPressRestRouteEndpointDescriptor {
	methods: string[];
	permission: WordPressRestRoutePermissionDescriptor;
	args: WordPressRestRouteArgDescriptor[];
}

export interface WordPressRestRouteSchemaDescriptor {
	title?: string;
	type?: string | string[];
	properties?: string[];
}

export interface WordPressRestRouteDescriptor {
	/** Regular expression, as it was registered. */
	route: string;
	namespace: string;
	methods: string[];
	argNames: string[];
	endpoints?: WordPressRestRouteEndpointDescriptor[];
	schema?: WordPressRestRouteSchemaDescriptor;
}

export interface WordPressRestRouteInventory extends Inventory<
	typeof WORDPRESS_REST_ROUTE_INVENTORY_SCHEMA,
	'wordpress.rest-route-inventory' | 'wordpress.inventory-rest-routes'
> {
	routes: WordPressRestRouteDescriptor[];
	namespaces: string[];
}

export interface WordPressRestRouteDiscovery {
	schema: 'wp-codebox/wordpress-rest-route-discovery/v1';
	routes: WordPressRestRouteDescriptor[];
	namespaces: string[];
}

export interface WordPressAdminDiscoveryUserContext {
	isLoggedIn: boolean;
	id: number;
	roles: string[];
}

export interface WordPressAdminPageInteractionDescriptor {
	id?: string;
	kind?: string;
	method?: string;
	selector?: string;
	action?: string;
	fields?: Record< string, unknown >;
	capability?: string;
	nonceAction?: string;
	nonce_action?: string;
	nonceField?: string;
	nonce_field?: string;
	safety?: Record< string, unknown >;
}

export interface WordPressAdminPageDescriptor {
	menuSlug: string;
	pageTitle: string;
	menuTitle: string;
	capability: string;
	canAccess?: boolean | null;
	canonicalUrl?: string;
	parentSlug?: string;
	forms?: WordPressAdminPageInteractionDescriptor[];
	actions?: WordPressAdminPageInteractionDescriptor[];
}

interface AdminPages {
	adminUrl: string;
	menuLoaded: boolean;
	user?: WordPressAdminDiscoveryUserContext;
	pages: WordPressAdminPageDescriptor[];
}

export interface WordPressAdminPageInventory
	extends Inventory< typeof WORDPRESS_ADMIN_PAGE_INVENTORY_SCHEMA, 'wordpress.admin-page-inventory' >, AdminPages {}

export interface WordPressAdminPageDiscovery extends AdminPages {
	schema: 'wp-codebox/wordpress-admin-page-discovery/v1';
}

export interface WordPressDatabaseColumnDescriptor {
	name: string;
	type: string;
	nullable: boolean;
	key: string;
	default: string | null;
	extra: string;
}

export interface WordPressDatabaseIndexDescriptor {
	name: string;
	column: string;
	unique: boolean;
	sequence: number | null;
}

export interface WordPressDatabaseTableStatus {
	engine: string;
	rows: number | null;
	collation: string;
	dataBytes?: number;
	indexBytes?: number;
	totalBytes?: number;
}

export interface WordPressDatabaseTableDescriptor {
	name: string;
	baseName: string;
	classification: 'core' | 'prefixed' | 'external';
	writable?: boolean | null;
	primaryKeyColumns?: string[];
	primary_key_columns?: string[];
	engine?: string;
	rowCount?: number;
	dataBytes?: number;
	indexBytes?: number;
	totalBytes?: number;
	columns: WordPressDatabaseColumnDescriptor[];
	indexes?: WordPressDatabaseIndexDescriptor[];
	status?: WordPressDatabaseTableStatus | null;
}

export interface WordPressDatabaseInventoryTotals {
	tableCount: number;
	rowCount: number;
	columnCount: number;
	indexCount: number;
	dataBytes: number;
	indexBytes: number;
	totalBytes: number;
}

export interface WordPressDatabaseInventory extends Inventory<
	typeof WORDPRESS_DATABASE_INVENTORY_SCHEMA,
	'wordpress.inventory-database'
> {
	prefix: string;
	tables: WordPressDatabaseTableDescriptor[];
	totals: WordPressDatabaseInventoryTotals;
}

export interface WordPressDatabaseSchemaDiscovery {
	schema: 'wp-codebox/wordpress-db-schema-discovery/v1';
	prefix: string;
	tables: WordPressDatabaseTableDescriptor[];
}

export interface WordPressRewriteRuleDescriptor {
	pattern: string;
	query: string;
}

export interface WordPressFrontendUrlDescriptor {
	url: string;
	source: 'home' | 'rewrite-rule';
	pattern?: string;
	query?: string;
}

export interface WordPressFrontendUrlInventory extends Inventory<
	typeof WORDPRESS_FRONTEND_URL_INVENTORY_SCHEMA,
	'wordpress.frontend-url-inventory'
> {
	homeUrl: string;
	permalinkStructure: string;
	urls: WordPressFrontendUrlDescriptor[];
	rewriteRules: WordPressRewriteRuleDescriptor[];
	publicQueryVars: string[];
}

export interface WordPressFrontendRouteDiscovery {
	schema: 'wp-codebox/wordpress-frontend-route-discovery/v1';
	homeUrl: string;
	permalinkStructure: string;
	rewriteRules: WordPressRewriteRuleDescriptor[];
	publicQueryVars: string[];
}

export interface WordPressBlockAttributeDescriptor {
	name: string;
	type?: string | string[];
	enum?: Scalar[];
	defaultPresent?: boolean;
	default?: unknown;
}

export interface WordPressBlockTypeDescriptor {
	name: string;
	title: string;
	category: string;
	supportsInserter: boolean;
	attributes: WordPressBlockAttributeDescriptor[];
	exampleAttributes?: Record< string, unknown >;
}

export interface WordPressEditorPostTypeDescriptor {
	name: string;
	label: string;
	restBase: string;
	editorUrl: string;
}

export interface WordPressBlockEditorTargetDiscovery {
	schema: 'wp-codebox/wordpress-block-editor-target-discovery/v1';
	blocks: WordPressBlockTypeDescriptor[];
	editorPostTypes: WordPressEditorPostTypeDescriptor[];
}

export interface WordPressRuntimeDiscoveryResult {
	schema: typeof WORDPRESS_RUNTIME_DISCOVERY_SCHEMA;
	command: 'wordpress.runtime-discovery';
	status: 'ok';
	surfaces: WordPressRuntimeDiscoverySurface[];
	rest?: WordPressRestRouteDiscovery;
	admin?: WordPressAdminPageDiscovery;
	database?: WordPressDatabaseSchemaDiscovery;
	frontend?: WordPressFrontendRouteDiscovery;
	blocks?: WordPressBlockEditorTargetDiscovery;
	diagnostics: WordPressRuntimeDiscoveryDiagnostic[];
}
