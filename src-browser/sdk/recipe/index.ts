export { validateBrowserRuntimeMaterialization } from './materialization.ts';
export { runRecipe } from './run-recipe.ts';
export { runBrowserSessionRecipe } from './run-session-recipe.ts';
export { storeUnfinishedRuns } from './unfinished-runs.ts';
