import { createRequire } from 'node:module';

const require = createRequire( import.meta.url );

/**
 * Tests are TypeScript as native ES modules (our packages, typebox among them, exist in no other form);
 * `npm run test:js` switches Node's ES modules on for Jest.
 */
export default {
	testEnvironment: 'node',
	testMatch: [ '<rootDir>/tests/js/**/*.test.ts' ],
	extensionsToTreatAsEsm: [ '.ts', '.tsx' ],
	transform: {
		'\\.tsx?$': [
			require.resolve( 'babel-jest', { paths: [ require.resolve( '@wordpress/scripts/package.json' ) ] } ),
			{
				babelrc: false,
				configFile: false,
				presets: [
					[
						require.resolve( '@babel/preset-typescript', {
							paths: [ require.resolve( '@wordpress/babel-preset-default/package.json' ) ],
						} ),
						{ allowDeclareFields: true, onlyRemoveTypeImports: true },
					],
				],
			},
		],
	},
	transformIgnorePatterns: [ '/node_modules/' ],
	testTimeout: 30_000,
	// PHP in WASM keeps handles open after it has ended.
	forceExit: true,
	// A module map of the checkout alone: worktrees and built copies beside it hold the same names.
	modulePathIgnorePatterns: [ '<rootDir>/build/', '<rootDir>/dist/' ],
};
