import { defineConfig } from '@playwright/test';

/** The browser SDK in a real browser, against a real WordPress. */
export default defineConfig( {
	testDir: '.',
	outputDir: '../../test-results/sdk',
	// Generous, for a busy machine; what a test waits for is an event.
	timeout: 240_000,
	expect: { timeout: 60_000 },
	workers: 1,
	fullyParallel: false,
	reporter: [ [ 'list' ] ],
} );
