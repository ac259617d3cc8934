#!/usr/bin/env node
/**
 * The `wp-codebox` command: what was built, or the sources of a checkout through tsx.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const sources = new URL( '../src-cli/main.ts', import.meta.url );
const built = new URL( '../dist/src-cli/main.js', import.meta.url );

if ( existsSync( fileURLToPath( sources ) ) ) {
	const { tsImport } = await import( 'tsx/esm/api' );
	await tsImport( sources.href, import.meta.url );
} else {
	await import( built.href );
}
