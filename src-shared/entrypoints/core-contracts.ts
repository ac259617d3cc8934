/** `./core/contracts`: contract metadata, builders and the command catalogue (mission/000). */
export * from './fuzz.ts';
export * from './inspect.ts';
export * from './runtime.ts';
