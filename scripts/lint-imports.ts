/**
 * Enforces import-rules.json: the folders of TypeScript (through dependency-cruiser) and the areas of PHP.
 * Exit status: 0 clean, 1 a rule is broken.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findPhpImports, phpImportViolations, type PhpImportRules } from './php-imports.ts';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const rules = JSON.parse( readFileSync( `${ root }import-rules.json`, 'utf8' ) ) as {
	typescript: Record< string, string[] >;
	php: PhpImportRules;
};

const cruise = spawnSync(
	process.execPath,
	[
		'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
		'--config',
		'.dependency-cruiser.cjs',
		...Object.keys( rules.typescript ),
	],
	{ cwd: root, stdio: 'inherit' }
);
const violations = phpImportViolations( findPhpImports( `${ root }php` ), rules.php );
violations.forEach( ( sentence ) => process.stderr.write( `error ${ sentence }\n` ) );
process.stderr.write( `PHP imports: ${ violations.length } violations\n` );
process.exit( cruise.status === 0 && violations.length === 0 ? 0 : 1 );
