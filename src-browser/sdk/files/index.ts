export { applyPatch } from './apply-patch.ts';
export { editFile, ensureDirectory, grep, listDirectory, readFile, writeFile } from './files.ts';
