import { defineConfig } from '@playwright/test';

/** Previews in a real browser, against a real WordPress. */
export default defineConfig( {
	testDir: '.',
	outputDir: '../../test-results/preview',
	timeout: 90_000,
	workers: 1,
	// The two pages of a probe answer late when another browser takes the processor.
	retries: 2,
	fullyParallel: false,
	reporter: [ [ 'list' ] ],
} );
