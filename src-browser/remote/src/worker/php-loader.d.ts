/** The JSPI build of PHP 8.3; its package does not export the file by name, the build resolves it. */
declare module '@php-wasm/web-8-3/jspi' {
	const loader: import( '@php-wasm/universal' ).PHPLoaderModule;
	export = loader;
}
