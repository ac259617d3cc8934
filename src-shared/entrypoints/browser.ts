/** The browser area as it is published; `./core/public` re-exports it (mission/000, "Browser SDK"). */
export {
	browserArtifactPersistenceProjection,
	isBrowserArtifactPersistenceRef,
	persistedBrowserArtifactRefs,
} from '../browser/artifact-persistence.ts';
export type { BrowserArtifactPersistenceRef } from '../browser/artifact-persistence.ts';
export * from '../browser/callback-signature.ts';
export { ConnectorRequestError, createBrowserConnectorRequest } from '../browser/create-connector-request.ts';
export type { BrowserConnectorRequestInput } from '../browser/create-connector-request.ts';
export type { BrowserConnectorRequest, BrowserConnectorResponse } from '../browser/connector.ts';
export { CONTAINED_SITE_MODES } from '../browser/contained-site.ts';
export type { OpenOrCreateRequest, OpenOrCreateResult } from '../browser/contained-site.ts';
export * from '../browser/schema-ids.ts';
export { browserSdkResult, normalizeBrowserSdkError } from '../browser/sdk-error.ts';
export type { BrowserSdkError, BrowserSdkResult } from '../browser/sdk-error.ts';
export type { BrowserSessionProductDTO, BrowserSessionRequest } from '../browser/session.ts';
export { BROWSER_TASK_PHASE_KINDS } from '../browser/task-contract.ts';
export type {
	BrowserCallbackCapability,
	BrowserRecipe,
	BrowserTaskProductDTO,
	BrowserTaskRequest,
} from '../browser/task-contract.ts';
export { createRuntimeTaskRequest, RuntimeTaskRequestError } from '../task/create-runtime-task-request.ts';
