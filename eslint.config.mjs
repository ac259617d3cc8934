import wordpress from '@wordpress/eslint-plugin';

const recommended = wordpress.configs.recommended;
const typescript = recommended.find( ( entry ) => entry.plugins?.[ '@typescript-eslint' ] )?.plugins[
	'@typescript-eslint'
];

export default [
	{
		ignores: [ '**/node_modules/**', 'vendor/**', 'build/**', 'dist/**', '.cache/**', '.wp/**', 'test-results/**' ],
	},
	...recommended,
	{
		files: [ '**/*.{ts,tsx,mjs}' ],
		plugins: { '@typescript-eslint': typescript },
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			// TypeScript carries the types; a docblock says what the signature cannot.
			'jsdoc/require-param': 'off',
			'jsdoc/require-param-type': 'off',
			'jsdoc/require-returns-type': 'off',
			'jsdoc/require-returns-description': 'off',
			// `.ts` in import paths is what Node, tsx and tsc agree on; tsc resolves them.
			'import/extensions': 'off',
			'import/no-unresolved': 'off',
			'import/named': 'off',
			'no-console': 'off',
			'prettier/prettier': [
				'error',
				{ ...( await import( '@wordpress/prettier-config' ) ).default, printWidth: 120 },
			],
		},
	},
];
