/**
 * Builds what a preview has beside core, into `build/preview-site/`: the theme, the must-use plugin, the
 * SQLite integration, and the database of a fresh installation.
 */
import { cp, mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { phpWasmNode, phpWasmUniversal, type Php } from '../src-runtime/wasm/php-wasm.ts';
import { wordPressSources } from '../src-runtime/wordpress/sources.ts';

/** Stands for the administrator's password hash; `WP_Codebox\Browser\Snapshot` replaces it. */
const PASSWORD_PLACEHOLDER = '{{wp-codebox-preview-administrator-password-hash-goes-in-here}}';

/** What the integration needs at run time; its admin page and health check stay behind. */
const INTEGRATION_FILE = /^(?:db\.copy|load\.php|constants\.php|LICENSE|(?:wp-includes|integrations)(?:\/.*)?)$/;

const root = resolve( dirname( fileURLToPath( import.meta.url ) ), '..' );
const target = join( root, 'build/preview-site' );
const integration = join( target, 'sqlite-database-integration' );
const theme = join( target, 'theme' );

/**
 * Installs WordPress into an SQLite file, in a PHP of its own. Core is only read; the content
 * folder lies elsewhere.
 */
async function install( wordpress: string ): Promise< { database: Buffer; facts: unknown } > {
	const { loadNodeRuntime, createNodeFsMountHandler } = await phpWasmNode();
	const { PHP } = await phpWasmUniversal();
	const content = await mkdtemp( join( tmpdir(), 'wp-codebox-preview-site-' ) );
	try {
		await mkdir( join( content, 'themes' ), { recursive: true } );
		await cp( theme, join( content, 'themes/wp-codebox-preview' ), { recursive: true } );
		const dropIn = await readFile( join( integration, 'db.copy' ), 'utf8' );
		await writeFile(
			join( content, 'db.php' ),
			dropIn
				.replace( "'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'", "'/integration'" )
				.replaceAll( '{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php' )
		);
		const php = new PHP( await loadNodeRuntime( '8.3', { emscriptenOptions: { processId: 1 } } ) );
		await php.mount( '/core', createNodeFsMountHandler( wordpress ) );
		await php.mount( '/integration', createNodeFsMountHandler( integration ) );
		await php.mount( '/content', createNodeFsMountHandler( content ) );
		const facts: unknown = JSON.parse( /\{"wordpress".*\}/.exec( await run( php, INSTALL ) )![ 0 ] );
		// Rewritten densely: replaced rows must not linger in free pages.
		await run( php, VACUUM );
		php.exit();
		return { database: await readFile( join( content, 'database/.ht.sqlite' ) ), facts };
	} finally {
		await rm( content, { recursive: true, force: true } );
	}
}

async function run( php: Php, code: string ): Promise< string > {
	const response = await php.runStream( { code } );
	const [ text, errors, exitCode ] = await Promise.all( [
		response.stdoutText,
		response.stderrText,
		response.exitCode,
	] );
	if ( exitCode !== 0 ) {
		throw new Error( `WordPress could not be installed: ${ text.slice( 0, 2000 ) } ${ errors }` );
	}
	return text;
}

const VACUUM =
	"<?php ( new PDO( 'sqlite:/content/database/.ht.sqlite' ) )->exec( 'PRAGMA journal_mode = DELETE; VACUUM;' );";

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

const sources = await wordPressSources();
await rm( target, { recursive: true, force: true } );
await cp( sources.sqlite, integration, {
	recursive: true,
	filter: ( file ) => file === sources.sqlite || INTEGRATION_FILE.test( relative( sources.sqlite, file ) ),
} );
await cp( join( root, 'src-browser/remote/theme' ), theme, { recursive: true } );
await cp( join( root, 'src-browser/remote/mu-plugin' ), join( target, 'mu-plugin' ), { recursive: true } );
const { database, facts } = await install( sources.wordpress );
const found = database.toString( 'latin1' ).split( PASSWORD_PLACEHOLDER ).length - 1;
if ( found !== 1 ) {
	throw new Error( `The administrator's placeholder is in the database ${ found } times instead of once.` );
}
await writeFile( join( target, 'snapshot.sqlite' ), database );
await writeFile( join( target, 'snapshot.json' ), JSON.stringify( facts ) + '\n' );
process.stdout.write( `build/preview-site: ${ JSON.stringify( facts ) }, database ${ database.byteLength } bytes\n` );
process.exit( 0 );
