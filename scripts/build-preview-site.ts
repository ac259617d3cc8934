/**
 * Builds what a preview has beside core, into `build/preview-site/`: the theme, the SQLite
 * integration, and the database of a fresh installation.
 *
 * Needs a WordPress tree: `WP_CODEBOX_WORDPRESS` names it.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNodeFsMountHandler, loadNodeRuntime } from '@php-wasm/node';
import { PHP } from '@php-wasm/universal';
import { BlobReader, Uint8ArrayWriter, ZipReader, type FileEntry } from '@zip.js/zip.js';

/** Stands for the administrator's password hash; `WP_Codebox\Browser\Snapshot` replaces it. */
const PASSWORD_PLACEHOLDER = '{{wp-codebox-preview-administrator-password-hash-goes-in-here}}';

const root = resolve( dirname( fileURLToPath( import.meta.url ) ), '..' );
const target = join( root, 'build/preview-site' );
const wordpress = process.env.WP_CODEBOX_WORDPRESS;
if ( ! wordpress ) {
	throw new Error( 'WP_CODEBOX_WORDPRESS has to name a folder with WordPress.' );
}

/** Everything that the integration's folder needs at run time; its admin page and tests stay behind. */
const INTEGRATION_FILE = /^(?:db\.copy|load\.php|constants\.php|LICENSE|(?:wp-includes|integrations)\/.*)$/;

async function unzipIntegration( to: string ): Promise< void > {
	const archive = join(
		dirname( createRequire( import.meta.url ).resolve( '@wp-playground/cli/package.json' ) ),
		'sqlite-database-integration.zip'
	);
	const reader = new ZipReader( new BlobReader( new Blob( [ new Uint8Array( await readFile( archive ) ) ] ) ) );
	for ( const entry of await reader.getEntries() ) {
		const path = entry.filename.split( '/' ).slice( 1 ).join( '/' );
		if ( ! entry.directory && INTEGRATION_FILE.test( path ) ) {
			await mkdir( dirname( join( to, path ) ), { recursive: true } );
			await writeFile( join( to, path ), await ( entry as FileEntry ).getData( new Uint8ArrayWriter() ) );
		}
	}
	await reader.close();
}

/**
 * Installs WordPress into an SQLite file, in a PHP that sees core read-only in spirit: its
 * content folder lies elsewhere.
 */
async function install( integration: string, theme: string ): Promise< { database: Uint8Array; facts: unknown } > {
	const php = new PHP( await loadNodeRuntime( '8.3', { emscriptenOptions: { processId: 1 } } ) );
	php.mkdir( '/content/themes' );
	await php.mount( '/core', createNodeFsMountHandler( wordpress! ) );
	await php.mount( '/integration', createNodeFsMountHandler( integration ) );
	await php.mount( '/content/themes/wp-codebox-preview', createNodeFsMountHandler( theme ) );
	const dropIn = await readFile( join( integration, 'db.copy' ), 'utf8' );
	php.writeFile(
		'/content/db.php',
		dropIn
			.replace( "'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'", "'/integration'" )
			.replaceAll( '{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php' )
	);
	const response = await php.run( { code: INSTALL } );
	if ( response.exitCode !== 0 || ! response.text.includes( '{"wordpress"' ) ) {
		throw new Error( `WordPress could not be installed: ${ response.text.slice( 0, 2000 ) } ${ response.errors }` );
	}
	const facts: unknown = JSON.parse( response.text.slice( response.text.indexOf( '{"wordpress"' ) ) );
	const database = php.readFileAsBuffer( '/content/database/.ht.sqlite' );
	php.exit();
	return { database, facts };
}

const INSTALL = `<?php
define( 'ABSPATH', '/core/' );
define( 'WP_CONTENT_DIR', '/content' );
define( 'WP_INSTALLING', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_DEFAULT_THEME', 'wp-codebox-preview' );
define( 'SQLITE_JOURNAL_MODE', 'DELETE' );
define( 'DB_NAME', 'preview' ); define( 'DB_USER', '' ); define( 'DB_PASSWORD', '' ); define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8mb4' ); define( 'DB_COLLATE', '' );
$_SERVER['HTTP_HOST'] = 'preview.invalid'; $_SERVER['REQUEST_URI'] = '/'; $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1'; $_SERVER['REQUEST_METHOD'] = 'GET';
$table_prefix = 'wp_';
require ABSPATH . 'wp-settings.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'WordPress preview', 'admin', 'admin@example.org', false, '', 'password' );
foreach ( get_posts( array( 'post_type' => 'page', 'post_status' => 'any', 'numberposts' => -1 ) ) as $page ) { wp_delete_post( $page->ID, true ); }
foreach ( get_comments() as $comment ) { wp_delete_comment( $comment, true ); }
update_option( 'permalink_structure', '/%year%/%monthnum%/%day%/%postname%/' );
update_option( 'blogdescription', 'A disposable WordPress' );
update_option( 'show_avatars', 0 );
update_option( 'blog_public', 0 );
update_option( 'default_pingback_flag', 0 );
delete_option( 'rewrite_rules' );
$wpdb->query( "DELETE FROM $wpdb->options WHERE option_name LIKE '\\\\_transient\\\\_%' OR option_name LIKE '\\\\_site\\\\_transient\\\\_%'" );
$wpdb->update( $wpdb->users, array( 'user_pass' => '${ PASSWORD_PLACEHOLDER }', 'user_activation_key' => '' ), array( 'ID' => 1 ) );
echo wp_json_encode( array( 'wordpress' => $wp_version, 'db_version' => (int) $wp_db_version, 'users' => count_users()['total_users'] ) );
`;

/** Rewrites the file densely: replaced rows must not linger in free pages. */
async function vacuum( database: Uint8Array ): Promise< Uint8Array > {
	const php = new PHP( await loadNodeRuntime( '8.3', { emscriptenOptions: { processId: 1 } } ) );
	php.writeFile( '/db.sqlite', database );
	const { text, errors } = await php.run( {
		code: "<?php ( new PDO( 'sqlite:/db.sqlite' ) )->exec( 'PRAGMA journal_mode = DELETE; VACUUM;' ); echo 'done';",
	} );
	if ( text !== 'done' ) {
		throw new Error( `VACUUM failed: ${ text } ${ errors }` );
	}
	const dense = php.readFileAsBuffer( '/db.sqlite' );
	php.exit();
	return dense;
}

await rm( target, { recursive: true, force: true } );
await mkdir( target, { recursive: true } );
await unzipIntegration( join( target, 'sqlite-database-integration' ) );
await cp( join( root, 'src-browser/remote/theme' ), join( target, 'theme' ), { recursive: true } );
const { database, facts } = await install( join( target, 'sqlite-database-integration' ), join( target, 'theme' ) );
const dense = await vacuum( database );
const found = Buffer.from( dense ).toString( 'latin1' ).split( PASSWORD_PLACEHOLDER ).length - 1;
if ( found !== 1 ) {
	throw new Error( `The administrator's placeholder is in the database ${ found } times instead of once.` );
}
await writeFile( join( target, 'snapshot.sqlite' ), dense );
await writeFile( join( target, 'snapshot.json' ), JSON.stringify( facts ) + '\n' );
console.log( `build/preview-site: ${ JSON.stringify( facts ) }, database ${ dense.byteLength } bytes` );
process.exit( 0 );
