import { defineConfig } from '@playwright/test';

/** The browser SDK in a real browser, against a real WordPress. */
export default defineConfig( {
	testDir: '.',
	outputDir: '../../test-results/sdk',
	timeout: 120_000,
	workers: 1,
	fullyParallel: false,
	reporter: [ [ 'list' ] ],
} );
