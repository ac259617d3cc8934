import { defineConfig } from '@playwright/test';

/** Previews in a real browser, against a real WordPress. */
export default defineConfig( {
	testDir: '.',
	outputDir: '../../test-results/preview',
	timeout: 90_000,
	workers: 1,
	fullyParallel: false,
	reporter: [ [ 'list' ] ],
} );
