import { existsSync, readFileSync } from 'node:fs';

/** Version of this package, from its package.json beside `src-cli` or above `dist`. */
export function packageVersion(): string {
	for ( const path of [ '../package.json', '../../package.json' ] ) {
		const file = new URL( path, import.meta.url );
		if ( existsSync( file ) ) {
			return ( JSON.parse( readFileSync( file, 'utf8' ) ) as { version: string } ).version;
		}
	}
	throw new Error( 'package.json is missing beside the program.' );
}
