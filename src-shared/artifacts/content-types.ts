/** Content types of what runs usually leave behind, by extension. */
export const CONTENT_TYPES: Readonly< Record< string, string > > = {
	avif: 'image/avif',
	css: 'text/css',
	csv: 'text/csv',
	diff: 'text/x-diff',
	gif: 'image/gif',
	gz: 'application/gzip',
	har: 'application/json',
	htm: 'text/html',
	html: 'text/html',
	ico: 'image/x-icon',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	js: 'text/javascript',
	json: 'application/json',
	jsonl: 'application/x-ndjson',
	log: 'text/plain',
	md: 'text/markdown',
	mjs: 'text/javascript',
	mp4: 'video/mp4',
	ndjson: 'application/x-ndjson',
	patch: 'text/x-diff',
	pdf: 'application/pdf',
	png: 'image/png',
	sarif: 'application/sarif+json',
	sql: 'application/sql',
	svg: 'image/svg+xml',
	tar: 'application/x-tar',
	tsv: 'text/tab-separated-values',
	txt: 'text/plain',
	wasm: 'application/wasm',
	webm: 'video/webm',
	webp: 'image/webp',
	woff2: 'font/woff2',
	xml: 'application/xml',
	yaml: 'application/yaml',
	yml: 'application/yaml',
	zip: 'application/zip',
};

/** For bytes of which nothing is known. */
export const UNKNOWN_CONTENT_TYPE = 'application/octet-stream';

/**
 * @param path     A path.
 * @param fallback For an extension that is not listed.
 */
export function contentTypeOf( path: string, fallback: string = UNKNOWN_CONTENT_TYPE ): string {
	const extension = /\.([^./]+)$/.exec( path )?.[ 1 ]?.toLowerCase() ?? '';
	return Object.hasOwn( CONTENT_TYPES, extension ) ? CONTENT_TYPES[ extension ]! : fallback;
}
