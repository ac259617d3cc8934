export { PreviewStartError } from './preview-start-error.ts';
export { startBrowserPreview } from './start-browser-preview.ts';
export type * from './types.ts';
