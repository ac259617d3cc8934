<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

/**
 * What makes an installed WordPress out of core: wp-config.php, the SQLite drop-in, a theme,
 * and the database of a fresh installation that the build made.
 *
 * The database was installed by one release of WordPress. A site whose core has another
 * database version gets an archive without it, and the preview runs core's installer.
 */
final class Snapshot {

	/**
	 * Stands in the database for the hash of the administrator's password. The same length, so
	 * that it can be replaced in the file without knowing SQLite's format.
	 */
	private const PASSWORD_PLACEHOLDER = '{{wp-codebox-preview-administrator-password-hash-goes-in-here}}';

	/**
	 * @param string $dir        Folder that the build made: `theme/`, `mu-plugin/`, `sqlite-database-integration/`, `snapshot.sqlite`, `snapshot.json`.
	 * @param int    $db_version Database version of the site's core.
	 */
	public function __construct( private readonly string $dir, private readonly int $db_version ) {}

	/** `snapshot` when the preview starts installed, `installer` when it installs itself. */
	public function install(): string {
		$built_for = is_readable( $this->dir . '/snapshot.json' ) ? wp_json_file_decode( $this->dir . '/snapshot.json', array( 'associative' => true ) ) : array();
		return ( $built_for['db_version'] ?? null ) === $this->db_version ? 'snapshot' : 'installer';
	}

	/**
	 * Everything beside core, except what is made per archive.
	 *
	 * @return array<string, \SplFileInfo> Path in the archive => file, sorted by path.
	 */
	public function files(): array {
		$places = array(
			'theme'                       => 'wp-content/themes/wp-codebox-preview',
			'mu-plugin'                   => 'wp-content/mu-plugins',
			'sqlite-database-integration' => 'wp-content/mu-plugins/sqlite-database-integration',
		);
		$files  = array();
		foreach ( $places as $from => $to ) {
			$dir = $this->dir . '/' . $from;
			foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $dir, \FilesystemIterator::SKIP_DOTS ) ) as $file ) {
				$files[ $to . str_replace( '\\', '/', substr( $file->getPathname(), strlen( $dir ) ) ) ] = $file;
			}
		}
		if ( 'snapshot' === $this->install() ) {
			$files['wp-content/database/.ht.sqlite'] = new \SplFileInfo( $this->dir . '/snapshot.sqlite' );
		}
		ksort( $files, SORT_STRING );
		return $files;
	}

	/**
	 * The database, with a password of its own for the administrator: nobody knows it, a
	 * preview logs in from outside of WordPress.
	 *
	 * @param string $database The built database.
	 * @throws \UnexpectedValueException When the build is not the one that this class knows.
	 */
	public function personalize( string $database ): string {
		$hash = $this->hash( wp_generate_password( 32, true, true ) );
		if ( strlen( $hash ) !== strlen( self::PASSWORD_PLACEHOLDER ) || 1 !== substr_count( $database, self::PASSWORD_PLACEHOLDER ) ) {
			throw new \UnexpectedValueException( 'the built database does not have the expected administrator' );
		}
		return str_replace( self::PASSWORD_PLACEHOLDER, $hash, $database );
	}

	/** Files that are made per archive. @return array<string, string> Path => content. */
	public function generated(): array {
		$dropin = (string) file_get_contents( $this->dir . '/sqlite-database-integration/db.copy' ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a file of the plugin.
		return array(
			'wp-config.php'     => $this->config(),
			'wp-content/db.php' => strtr(
				$dropin,
				array(
					"'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'" => "__DIR__ . '/mu-plugins/sqlite-database-integration'",
					'{SQLITE_PLUGIN}' => 'sqlite-database-integration/load.php',
				)
			),
		);
	}

	private function config(): string {
		$keys = '';
		foreach ( array( 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ) as $name ) {
			$keys .= sprintf( "define( '%s', '%s' );\n", $name, bin2hex( random_bytes( 32 ) ) );
		}
		return "<?php\n// A disposable WordPress: every preview starts from this file.\n" . $keys . <<<'PHP'
define( 'DB_NAME', 'preview' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';
// Blueprints may have defined these already.
foreach (
	array(
		'WP_ENVIRONMENT_TYPE'        => 'local',
		'WP_DEBUG'                   => false,
		// The parts of the concatenated file are on the site, not in here.
		'CONCATENATE_SCRIPTS'        => false,
		'WP_HTTP_BLOCK_EXTERNAL'     => true,
		'DISABLE_WP_CRON'            => true,
		'AUTOMATIC_UPDATER_DISABLED' => true,
		'WP_DEFAULT_THEME'           => 'wp-codebox-preview',
		'SQLITE_JOURNAL_MODE'        => 'DELETE',
	) as $name => $value
) {
	if ( ! defined( $name ) ) {
		define( $name, $value );
	}
}
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';

PHP;
	}

	/**
	 * As wp_hash_password() of WordPress 6.8 and later makes it, at its length: the site's own
	 * function is pluggable and may give another.
	 *
	 * @param string $password A password.
	 */
	private function hash( string $password ): string {
		return '$wp' . password_hash( base64_encode( hash_hmac( 'sha384', $password, 'wp-sha384', true ) ), PASSWORD_BCRYPT, array( 'cost' => 10 ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- bcrypt stops at NUL bytes.
	}
}
