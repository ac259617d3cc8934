/** `./core`: the compatibility barrel. New consumers import from `./core/public` or a focused entrypoint. */
export * from './core-contracts.ts';
export * from './core-public.ts';
