import { defineConfig } from '@playwright/test';

/** Previews in a real browser, against a real WordPress. */
export default defineConfig( {
	testDir: '.',
	outputDir: '../../test-results/preview',
	// Generous, for a busy machine; what a test waits for is an event.
	timeout: 180_000,
	expect: { timeout: 60_000 },
	workers: 1,
	fullyParallel: false,
	reporter: [ [ 'list' ] ],
} );
