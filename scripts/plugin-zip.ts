/**
 * Assembles the installable plugin: `npm run plugin:zip` → build/wp-codebox.zip (or the path given).
 * Same input, same bytes: entries are sorted and dated alike. The plugin directory takes no archive inside the
 * archive, so no member is itself a compressed file.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

const root = fileURLToPath( new URL( '..', import.meta.url ) );
const target = resolve( process.argv[ 2 ] ?? join( root, 'build', 'wp-codebox.zip' ) );

/** Folders of the checkout → where they lie in the plugin. */
const CONTENTS: readonly [ from: string, to: string ][] = [
	[ 'plugin', '' ],
	[ 'php', 'php/' ],
	[ 'build', 'build/' ],
];
/** What of `build/` is shipped; reports, maps and earlier zips lie there as well. */
const SHIPPED = /^(?:(?:remote|preview-site|module)\/.+|[\w-]+\.(?:js|css|asset\.php))$/;
/** Without these it would install and then have no previews. */
const NEEDED = [ 'build/remote/manifest.json', 'build/preview-site/snapshot.sqlite' ];
const SINGLE_FILES = [ 'LICENSE' ];

/** The first moment that a zip can name; a clock must not change the bytes. */
const DATE = new Date( 1980, 0, 1 );
/** What a WordPress plugin directory takes. */
const LIMIT_BYTES = 10 * 1024 * 1024;

function files(): Map< string, string > {
	const found = new Map( SINGLE_FILES.map( ( name ) => [ name, join( root, name ) ] ) );
	for ( const [ from, to ] of CONTENTS ) {
		for ( const entry of readdirSync( join( root, from ), { recursive: true, withFileTypes: true } ) ) {
			const path = join( entry.parentPath, entry.name );
			const inside = path
				.slice( join( root, from ).length + 1 )
				.split( sep )
				.join( '/' );
			// In a checkout plugin/build may lead to the bundles, which are listed above.
			if (
				entry.isFile() &&
				! entry.name.startsWith( '.' ) &&
				! entry.name.endsWith( '.map' ) &&
				! ( from === 'plugin' && inside.startsWith( 'build/' ) ) &&
				( from !== 'build' || SHIPPED.test( inside ) )
			) {
				found.set( to + inside, path );
			}
		}
	}
	return new Map( [ ...found ].sort( ( [ a ], [ b ] ) => ( a < b ? -1 : 1 ) ) );
}

const missing = NEEDED.filter( ( path ) => ! existsSync( join( root, path ) ) );
if ( missing.length > 0 ) {
	process.stderr.write( `Not built yet: ${ missing.join( ', ' ) }; run "npm run build" first.\n` );
	process.exit( 2 );
}
const zip = new ZipWriter( new Uint8ArrayWriter(), { useWebWorkers: false, extendedTimestamp: false } );
const entries = files();
for ( const [ name, path ] of entries ) {
	const options = { lastModDate: DATE, level: 9, dataDescriptor: false };
	await zip.add( `wp-codebox/${ name }`, new Uint8ArrayReader( readFileSync( path ) ), options );
}
const bytes = await zip.close();
if ( bytes.length >= LIMIT_BYTES ) {
	process.stderr.write( `The zip would have ${ bytes.length } bytes; the limit is ${ LIMIT_BYTES }.\n` );
	process.exit( 1 );
}
mkdirSync( dirname( target ), { recursive: true } );
writeFileSync( target, bytes );
const digest = createHash( 'sha256' ).update( bytes ).digest( 'hex' );
process.stdout.write(
	`${ target }\n${ entries.size } files, ${ ( bytes.length / 1024 ).toFixed( 0 ) } KiB, sha256 ${ digest }\n`
);
