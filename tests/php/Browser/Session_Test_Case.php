<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Browser;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Browser\Browser_Sessions;
use WP_Codebox\Browser\Contained_Site_Reference;
use WP_Codebox\Browser\Contained_Sites;
use WP_Codebox\Browser\Core_Archive;
use WP_Codebox\Browser\Core_Archive_Files;
use WP_Codebox\Browser\Isolation;
use WP_Codebox\Browser\Prepared_Sites;
use WP_Codebox\Browser\Remote;
use WP_Codebox\Browser\Remote_Boot;
use WP_Codebox\Browser\Remote_Cache;
use WP_Codebox\Browser\Remote_Files;
use WP_Codebox\Browser\Session_Documents;
use WP_Codebox\Browser\Snapshot;

/** Browser services over a small remote of their own; the store is that of the real site. */
abstract class Session_Test_Case extends TestCase {

	protected const GOAL = array(
		'goal'      => 'Look at it',
		'cache_key' => 'codebox-test',
	);

	private string $dir;

	protected Prepared_Sites $sites;
	protected Session_Documents $documents;
	protected Browser_Sessions $sessions;
	protected Contained_Sites $contained;

	protected function setUp(): void {
		$this->dir = get_temp_dir() . 'wp-codebox-sessions-' . wp_generate_password( 12, false );
		foreach ( array( 'plugin/build/remote', 'core/wp-admin', 'core/wp-includes', 'built/theme', 'built/mu-plugin', 'built/sqlite-database-integration' ) as $folder ) {
			wp_mkdir_p( "$this->dir/$folder" );
		}
		file_put_contents( "$this->dir/built/sqlite-database-integration/db.copy", '<?php' );
		file_put_contents( "$this->dir/plugin/build/remote/manifest.json", '{"page":"remote.html","client":"client.js","worker":"worker.js","runtime":"php-8.3.wasm"}' );
		file_put_contents( "$this->dir/plugin/build/remote/php-8.3.wasm", 'wasm' );
		$remote          = new Remote( "$this->dir/plugin", 'https://example.org/plugin' );
		$cache           = new Remote_Cache( "$this->dir/cache" );
		$snapshot        = new Snapshot( "$this->dir/built", 1 );
		$files           = new Remote_Files( $remote, new Core_Archive( new Core_Archive_Files( "$this->dir/core/" ), $snapshot, $cache ), $cache );
		$this->sites     = new Prepared_Sites();
		$this->documents = new Session_Documents( new Remote_Boot( $remote, new Isolation(), $files, $snapshot ) );
		$this->sessions  = new Browser_Sessions( $this->sites, $this->documents );
		$this->contained = new Contained_Sites( $this->sites, $this->sessions, $this->documents, new Contained_Site_Reference() );
		wp_set_current_user( (int) get_users( array( 'role' => 'administrator', 'number' => 1, 'fields' => 'ID' ) )[0] ); // phpcs:ignore WordPress.Arrays
	}

	protected function tearDown(): void {
		$this->sites->forget();
		wp_cache_flush();
		wp_set_current_user( 0 );
		exec( 'rm -rf ' . escapeshellarg( $this->dir ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- a test.
	}
}
