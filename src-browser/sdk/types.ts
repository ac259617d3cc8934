/** The types of the SDK, of `window.wpCodeboxBrowser` and `window.wpCodebox`: the entrypoint `./browser`. */
export type { WpCodeboxBrowser, WpCodeboxBrowserV1 } from './facade.ts';
export type { WpCodebox } from './publish.ts';
export type { BrowserSdkInfo } from './info.ts';
export type { BrowserMethods } from './methods.ts';
export type { FileClient } from './files/file-client.ts';
export type { FileEdit, GrepOptions } from './files/files.ts';
export type { RecipeStep, StepResult } from './recipe/steps.ts';
export type { RecipeResult } from './recipe/run-recipe.ts';
export type { RecoveredRun } from './recipe/unfinished-runs.ts';
export type { RunProgress, SessionRecipeOptions, SessionTaskPayload } from './recipe/run-session-recipe.ts';
export type { ExecuteAbility, RunRuntimeTaskOptions } from './runtime-task.ts';
export type { ConnectorOptions } from './connector.ts';
export type { SdkError } from './sdk-error.ts';
export type * from './preview/types.ts';
