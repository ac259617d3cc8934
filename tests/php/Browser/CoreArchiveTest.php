<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Browser;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Browser\Core_Archive;
use WP_Codebox\Browser\Core_Archive_Files;
use WP_Codebox\Browser\Core_Archive_Tar;
use WP_Codebox\Browser\Remote_Cache;
use WP_Codebox\Browser\Snapshot;

final class CoreArchiveTest extends TestCase {

	private string $dir;

	protected function setUp(): void {
		$this->dir = get_temp_dir() . 'wp-codebox-archive-' . wp_generate_password( 12, false );
		foreach ( array( 'wp-admin/css', 'wp-includes/js', 'wp-content/plugins', 'wp-includes/.git' ) as $folder ) {
			wp_mkdir_p( "$this->dir/site/$folder" );
		}
		$files = array(
			'index.php',
			'wp-config.php',
			'wp-config-local.php',
			'wp-settings.php',
			'.htaccess',
			'backup.sql',
			'my-own.php',
			'wp-admin/admin.php',
			'wp-admin/css/common.css',
			'wp-admin/css/common-rtl.css',
			'wp-admin/.env',
			'wp-includes/version.php',
			'wp-includes/wp-config-copy.php',
			'wp-includes/.git/config.php',
			'wp-includes/js/wp-emoji-loader.min.js',
			'wp-includes/js/jquery.js',
			'wp-includes/dump.sql',
			'wp-content/db.php',
			'wp-content/plugins/secret.php',
		);
		foreach ( $files as $file ) {
			file_put_contents( "$this->dir/site/$file", "content of $file" );
		}
		symlink( "$this->dir/site/wp-config.php", "$this->dir/site/wp-includes/link.php" );
		// What the build makes.
		wp_mkdir_p( "$this->dir/built/theme" );
		wp_mkdir_p( "$this->dir/built/mu-plugin" );
		wp_mkdir_p( "$this->dir/built/sqlite-database-integration" );
		file_put_contents( "$this->dir/built/theme/style.css", 'theme' );
		file_put_contents( "$this->dir/built/mu-plugin/wp-codebox-preview.php", '<?php' );
		file_put_contents( "$this->dir/built/sqlite-database-integration/db.copy", "<?php \$path = '{SQLITE_IMPLEMENTATION_FOLDER_PATH}'; // {SQLITE_PLUGIN}" );
		file_put_contents( "$this->dir/built/snapshot.json", '{"db_version":60000}' );
		file_put_contents( "$this->dir/built/snapshot.sqlite", 'SQLite {{wp-codebox-preview-administrator-password-hash-goes-in-here}} end' );
	}

	protected function tearDown(): void {
		exec( 'rm -rf ' . escapeshellarg( $this->dir ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- a test.
	}

	public function test_only_core_is_packed(): void {
		$files = $this->unpack( 60000 );
		self::assertSame(
			array(
				'index.php',
				'wp-admin/admin.php',
				'wp-admin/css/common.css',
				'wp-config.php',
				'wp-content/database/.ht.sqlite',
				'wp-content/db.php',
				'wp-content/mu-plugins/sqlite-database-integration/db.copy',
				'wp-content/mu-plugins/wp-codebox-preview.php',
				'wp-content/themes/wp-codebox-preview/style.css',
				'wp-includes/js/wp-emoji-loader.min.js',
				'wp-includes/version.php',
				'wp-settings.php',
			),
			array_keys( $files )
		);
		self::assertSame( 'content of index.php', $files['index.php'] );
		// Not the site's: the preview's own.
		self::assertStringNotContainsString( 'content of', $files['wp-config.php'] . $files['wp-content/db.php'] );
		self::assertStringContainsString( "__DIR__ . '/mu-plugins/sqlite-database-integration'", $files['wp-content/db.php'] );
	}

	public function test_every_archive_has_an_administrator_and_keys_of_its_own(): void {
		$first = $this->unpack( 60000 );
		exec( 'rm -rf ' . escapeshellarg( "$this->dir/cache" ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- a test.
		$second   = $this->unpack( 60000 );
		$database = 'wp-content/database/.ht.sqlite';
		self::assertMatchesRegularExpression( '/^SQLite \$wp\$2y\$10\$[.\/0-9A-Za-z]{53} end$/', $first[ $database ] );
		self::assertNotSame( $first[ $database ], $second[ $database ] );
		self::assertSame( strlen( (string) file_get_contents( "$this->dir/built/snapshot.sqlite" ) ), strlen( $first[ $database ] ) );
		self::assertNotSame( $first['wp-config.php'], $second['wp-config.php'] );
	}

	public function test_a_core_with_another_database_version_is_packed_without_a_database(): void {
		self::assertArrayNotHasKey( 'wp-content/database/.ht.sqlite', $this->unpack( 60001 ) );
		self::assertSame( 'installer', ( new Snapshot( "$this->dir/built", 60001 ) )->install() );
		self::assertSame( 'snapshot', ( new Snapshot( "$this->dir/built", 60000 ) )->install() );
	}

	public function test_an_archive_is_kept_until_core_changes(): void {
		$archive = $this->archive( 60000 );
		$path    = $archive->path();
		self::assertSame( $path, $archive->path() );
		file_put_contents( "$this->dir/site/wp-includes/version.php", 'another, longer content' );
		self::assertNotSame( $path, $archive->path() );
	}

	public function test_a_database_of_another_build_is_an_error_and_leaves_no_file(): void {
		file_put_contents( "$this->dir/built/snapshot.sqlite", 'no placeholder' );
		$error = $this->archive( 60000 )->path();
		self::assertWPErrorCode( 'wp_codebox_preview_archive_failed', $error );
		self::assertSame( array(), glob( "$this->dir/cache/*.gz" ) );
		self::assertSame( array(), glob( "$this->dir/cache/.*.tmp" ) );
	}

	public function test_long_paths_and_odd_sizes_survive(): void {
		$path   = str_repeat( 'folder/', 20 ) . 'file.php';
		$stream = fopen( 'php://temp', 'w+b' );
		$tar    = new Core_Archive_Tar( $stream );
		$tar->add( $path, str_repeat( 'x', 513 ) );
		$tar->add( 'empty', '' );
		$tar->finish();
		rewind( $stream );
		file_put_contents( "$this->dir/long.tar.gz", stream_get_contents( $stream ) );
		self::assertSame(
			array(
				'empty' => '',
				$path   => str_repeat( 'x', 513 ),
			),
			self::read( "$this->dir/long.tar.gz" )
		);
		$this->expectException( \UnexpectedValueException::class );
		$tar->add( str_repeat( 'n', 101 ), '' );
	}

	/** @return array<string, string> */
	private function unpack( int $db_version ): array {
		$path = $this->archive( $db_version )->path();
		self::assertIsString( $path );
		return self::read( $path );
	}

	private function archive( int $db_version ): Core_Archive {
		return new Core_Archive( new Core_Archive_Files( "$this->dir/site/" ), new Snapshot( "$this->dir/built", $db_version ), new Remote_Cache( "$this->dir/cache" ) );
	}

	/**
	 * Read by the system's tar: our writer is not to be judged by a reader of ours.
	 *
	 * @param string $archive Path.
	 * @return array<string, string> Path => content.
	 */
	private static function read( string $archive ): array {
		$files = array();
		exec( 'tar -tzf ' . escapeshellarg( $archive ), $paths, $status ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- a test.
		self::assertSame( 0, $status );
		foreach ( $paths as $path ) {
			$files[ $path ] = (string) shell_exec( 'tar -xzOf ' . escapeshellarg( $archive ) . ' ' . escapeshellarg( $path ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- a test.
		}
		ksort( $files, SORT_STRING );
		return $files;
	}

	private static function assertWPErrorCode( string $code, mixed $error ): void {
		self::assertInstanceOf( \WP_Error::class, $error );
		self::assertSame( $code, $error->get_error_code() );
	}
}
