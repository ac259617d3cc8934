export { startPlaygroundWeb } from './start.ts';
