import { schemaId } from '../contracts/schema-id.ts';

const ARTIFACT_PERSISTENCE_REF = 'wp-codebox/browser-artifact-persistence/ref/v1';

const credentials = {
	invocationContract: schemaId( 'provider-runtime-invocation-contract' ),
	credentialRequirements: schemaId( 'provider-credential-requirements' ),
	credentialPreflight: schemaId( 'provider-credential-preflight' ),
	credentialResolution: schemaId( 'provider-credential-resolution' ),
} as const;

/** The schema ids that are public, by area (reference: runtime-contract-manifest/v1). */
export const RUNTIME_CONTRACT_SCHEMAS = {
	agentTask: {
		runRequest: schemaId( 'agent-task-run-request' ),
		runResult: schemaId( 'agent-task-run-result' ),
		headlessRequest: schemaId( 'headless-agent-task-request' ),
		headlessResult: schemaId( 'headless-agent-task-result' ),
	},
	runtimeBoundary: {
		profile: schemaId( 'runtime-profile' ),
		previewLease: schemaId( 'preview-lease' ),
		browserContainedSiteStatus: schemaId( 'browser-contained-site-status' ),
		browserContainedSiteOpen: schemaId( 'browser-contained-site-open' ),
		browserSessionProductDto: schemaId( 'browser-session-product-dto' ),
		browserPreviewBootConfig: schemaId( 'browser-preview-boot-config' ),
		runtimeAccess: schemaId( 'runtime-access' ),
	},
	browserSession: {
		productDto: schemaId( 'browser-session-product-dto' ),
		containedSiteStatus: schemaId( 'browser-contained-site-status' ),
		containedSiteOpen: schemaId( 'browser-contained-site-open' ),
		previewBootConfig: schemaId( 'browser-preview-boot-config' ),
		containedSiteSnapshot: schemaId( 'browser-contained-site-snapshot' ),
		containedSiteExport: schemaId( 'browser-contained-site-export' ),
		containedSiteApplyPlan: schemaId( 'browser-contained-site-apply-plan' ),
		containedSiteApplyResult: schemaId( 'browser-contained-site-apply-result' ),
		containedSiteSyncDelegation: schemaId( 'browser-contained-site-sync-delegation' ),
		containedSiteSyncSource: schemaId( 'browser-contained-site-sync-source' ),
		containedSiteSyncManifest: schemaId( 'browser-contained-site-sync-manifest' ),
		containedSiteSyncExport: schemaId( 'browser-contained-site-sync-export' ),
		containedSiteSyncApplyPlan: schemaId( 'browser-contained-site-sync-apply-plan' ),
		containedSiteSyncValidation: schemaId( 'browser-contained-site-sync-validation' ),
		containedSiteSyncApplyResult: schemaId( 'browser-contained-site-sync-apply-result' ),
	},
	preview: {
		lease: schemaId( 'preview-lease' ),
		reviewerAccess: schemaId( 'preview-reviewer-access' ),
		runtimeAccess: schemaId( 'runtime-access' ),
	},
	artifact: {
		resultEnvelope: schemaId( 'artifact-result-envelope' ),
		typedArtifact: schemaId( 'typed-artifact' ),
		typedArtifactIndex: schemaId( 'typed-artifacts-index' ),
		runtimePackageDeclaration: schemaId( 'runtime-package-artifact-declaration' ),
		runtimePackageProjection: schemaId( 'runtime-package-output-projection' ),
		bundleFileManifest: schemaId( 'artifact-bundle-file-manifest' ),
		browserArtifactPersistenceRef: ARTIFACT_PERSISTENCE_REF,
	},
	artifactBundle: {
		resultEnvelope: schemaId( 'artifact-result-envelope' ),
		fileManifest: schemaId( 'artifact-bundle-file-manifest' ),
		browserPersistenceRef: ARTIFACT_PERSISTENCE_REF,
	},
	taskState: {
		agentTaskRunResult: schemaId( 'agent-task-run-result' ),
		runtimeRunResult: schemaId( 'runtime-run-result' ),
		agentRuntimeWorkload: schemaId( 'agent-runtime-workload' ),
	},
	runtimeProvider: credentials,
	providerRuntime: { ...credentials, invocation: credentials.invocationContract },
	hostDelegation: {
		request: schemaId( 'host-delegation-request' ),
		result: schemaId( 'host-delegation-result' ),
		event: schemaId( 'host-delegation-event' ),
	},
	runtimePackage: {
		task: schemaId( 'runtime-package-task' ),
		result: schemaId( 'runtime-package-result' ),
		diagnostic: schemaId( 'runtime-package-diagnostic' ),
		executionInput: schemaId( 'runtime-package-execution-input' ),
		executionResult: schemaId( 'runtime-package-execution-result' ),
	},
	runnerWorkspace: {
		prepareRequest: schemaId( 'runner-workspace-prepare-request' ),
		prepareResult: schemaId( 'runner-workspace-prepare-result' ),
		captureRequest: schemaId( 'runner-workspace-capture-request' ),
		captureResult: schemaId( 'runner-workspace-capture-result' ),
		commandRequest: schemaId( 'runner-workspace-command-request' ),
		commandResult: schemaId( 'runner-workspace-command-result' ),
		publicationRequest: schemaId( 'runner-workspace-publication-request' ),
		publicationResult: schemaId( 'runner-workspace-publication-result' ),
	},
	parentToolBridge: {
		bridge: schemaId( 'parent-tool-bridge' ),
		request: schemaId( 'parent-tool-request' ),
		result: schemaId( 'parent-tool-result' ),
	},
	fanoutAggregation: {
		input: schemaId( 'agent-fanout-aggregation-input' ),
		output: schemaId( 'agent-fanout-aggregation-output' ),
	},
	wordpressRuntimeDiscovery: {
		result: schemaId( 'wordpress-runtime-discovery' ),
		restRouteInventory: schemaId( 'wordpress-rest-route-inventory' ),
		adminPageInventory: schemaId( 'wordpress-admin-page-inventory' ),
		databaseInventory: schemaId( 'wordpress-db-inventory' ),
		frontendUrlInventory: schemaId( 'wordpress-frontend-url-inventory' ),
		restMatrix: schemaId( 'wordpress-rest-matrix' ),
		restMatrixResult: schemaId( 'wordpress-rest-matrix-result' ),
	},
	wordpressDb: {
		operation: schemaId( 'wordpress-db-operation' ),
		result: schemaId( 'wordpress-db-result' ),
	},
	wordpressRuntime: {
		workloadRun: schemaId( 'wordpress-workload-run' ),
		fuzzCoveragePlan: schemaId( 'fuzz-coverage-plan' ),
		fuzzSuite: schemaId( 'fuzz-suite' ),
		fuzzSuiteResult: schemaId( 'fuzz-suite-result' ),
		fuzzRunnerCapabilities: schemaId( 'fuzz-runner-capabilities' ),
		fuzzRunnerReadiness: schemaId( 'fuzz-runner-readiness' ),
		wordpressFuzzRuntimeContract: schemaId( 'wordpress-fuzz-runtime-contract' ),
		blockExerciseResult: schemaId( 'wordpress-block-exercise-result' ),
		sandboxIsolationProof: schemaId( 'sandbox-isolation-proof' ),
	},
} as const;

type SchemaMaps = typeof RUNTIME_CONTRACT_SCHEMAS;

/** Name of an area of public schemas. */
export type RuntimeContractSchemaGroup = keyof SchemaMaps;

/** A public schema id. */
export type RuntimeContractSchema = {
	[ Group in RuntimeContractSchemaGroup ]: SchemaMaps[ Group ][ keyof SchemaMaps[ Group ] ];
}[ RuntimeContractSchemaGroup ];

/** Every public schema id once, in the order of the manifest. */
export function runtimeContractSchemaValues(): RuntimeContractSchema[] {
	return [ ...new Set( Object.values( RUNTIME_CONTRACT_SCHEMAS ).flatMap( ( group ) => Object.values( group ) ) ) ];
}

/**
 * @param value Anything.
 */
export function isRuntimeContractSchema( value: unknown ): value is RuntimeContractSchema {
	return ( runtimeContractSchemaValues() as unknown[] ).includes( value );
}

/**
 * @param  value A schema id; spaces around it do not count.
 * @throws {Error} for an id that is not public.
 */
export function normalizeRuntimeContractSchema( value: unknown ): RuntimeContractSchema {
	const id = typeof value === 'string' ? value.trim() : value;
	if ( ! isRuntimeContractSchema( id ) ) {
		throw new Error( `Unknown WP Codebox runtime contract schema: ${ String( value ) }` );
	}
	return id;
}
