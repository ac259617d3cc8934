import { createRequire } from 'node:module';

// Two configurations, for scripts and for script modules, each with plugins of its own.
process.env.WP_EXPERIMENTAL_MODULES = 'true';
const [ scripts, modules ] = createRequire( import.meta.url )(
	'@wordpress/scripts/config/webpack.config.js'
);

/** Beside the bundles, `build/` holds what other builds made: nothing there is cleaned away. */
const output = { clean: false };

export default [
	{
		...scripts,
		name: 'scripts',
		entry: {
			browser: './src-browser/sdk/index.ts',
		},
		output: {
			...scripts.output,
			...output,
			chunkFilename: '[name].js?ver=[chunkhash:12]',
		},
	},
	{
		...modules,
		name: 'modules',
		entry: {
			'browser-module': './src-browser/sdk/module.ts',
		},
		output: {
			...modules.output,
			...output,
			chunkFilename: 'module/[name].js?ver=[chunkhash:12]',
		},
	},
];
