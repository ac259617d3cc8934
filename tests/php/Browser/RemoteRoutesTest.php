<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Browser;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Browser\Core_Archive;
use WP_Codebox\Browser\Core_Archive_Files;
use WP_Codebox\Browser\Remote;
use WP_Codebox\Browser\Remote_Cache;
use WP_Codebox\Browser\Remote_Files;
use WP_Codebox\Browser\Remote_Routes;
use WP_Codebox\Browser\Snapshot;
use WP_REST_Request;

final class RemoteRoutesTest extends TestCase {

	protected function tearDown(): void {
		wp_set_current_user( 0 );
	}

	public function test_anyone_may_ask_who_may_embed_the_remote(): void {
		$answer = rest_do_request( new WP_REST_Request( 'GET', '/' . Remote_Routes::CONFIG ) );
		self::assertSame( 200, $answer->get_status() );
		self::assertSame( '1', $answer->get_headers()['X-WP-Codebox-Preview-Remote'] );
		$origin = (string) preg_replace( '~^(https?://[^/]+).*$~', '$1', home_url() );
		self::assertContains( $origin, $answer->get_data()['parent_origins'] );

		$again = new WP_REST_Request( 'GET', '/' . Remote_Routes::CONFIG );
		$again->set_header( 'If-None-Match', $answer->get_headers()['ETag'] );
		$answer = rest_do_request( $again );
		self::assertSame( 304, $answer->get_status() );
		self::assertNull( $answer->get_data() );
		// The remote checks this on every answer.
		self::assertSame( '1', $answer->get_headers()['X-WP-Codebox-Preview-Remote'] );
	}

	public function test_boot_and_files_need_the_capability(): void {
		foreach ( array( '/wp-codebox/v1/browser-preview/boot?scope=x', '/' . Remote_Routes::FILES . 'wordpress.tar.gz/' . str_repeat( 'a', 40 ) ) as $route ) {
			[ $path, $query ] = array_pad( explode( '?', $route ), 2, '' );
			$request          = new WP_REST_Request( 'GET', $path );
			parse_str( $query, $params );
			$request->set_query_params( $params );
			self::assertSame( 401, rest_do_request( $request )->get_status(), $route );
			$subscriber = wp_insert_user(
				array(
					'user_login' => 'preview-subscriber',
					'user_pass'  => wp_generate_password(),
					'role'       => 'subscriber',
				)
			);
			wp_set_current_user( $subscriber );
			self::assertSame( 403, rest_do_request( $request )->get_status(), $route );
			wp_set_current_user( 0 );
			require_once ABSPATH . 'wp-admin/includes/user.php';
			is_multisite() ? wpmu_delete_user( $subscriber ) : wp_delete_user( $subscriber );
		}
	}

	public function test_a_bad_scope_is_named(): void {
		wp_set_current_user( 1 );
		$request = new WP_REST_Request( 'GET', '/wp-codebox/v1/browser-preview/boot' );
		$request->set_query_params( array( 'scope' => '../up' ) );
		$answer = rest_do_request( $request );
		self::assertSame( 400, $answer->get_status() );
		self::assertArrayHasKey( 'scope', $answer->get_data()['data']['params'] );
	}

	public function test_the_address_of_a_file_belongs_to_one_user(): void {
		$dir = get_temp_dir() . 'wp-codebox-files-' . wp_generate_password( 12, false );
		foreach ( array( 'plugin/build/remote', 'core/wp-admin', 'core/wp-includes', 'built/theme', 'built/mu-plugin', 'built/sqlite-database-integration' ) as $folder ) {
			wp_mkdir_p( "$dir/$folder" );
		}
		file_put_contents( "$dir/built/sqlite-database-integration/db.copy", '<?php' );
		file_put_contents( "$dir/plugin/build/remote/manifest.json", '{"page":"remote.html","client":"client.js","worker":"worker.js","runtime":"php-8.3.wasm"}' );
		file_put_contents( "$dir/plugin/build/remote/php-8.3.wasm", str_repeat( 'wasm', 1000 ) );
		$remote = new Remote( "$dir/plugin", 'https://example.org/plugin' );
		$cache  = new Remote_Cache( "$dir/cache" );
		$files  = new Remote_Files( $remote, new Core_Archive( new Core_Archive_Files( "$dir/core/" ), new Snapshot( "$dir/built", 1 ), $cache ), $cache );
		try {
			wp_set_current_user( 1 );
			$runtime = $files->runtime();
			self::assertIsArray( $runtime );
			self::assertSame( 1, preg_match( '~browser-preview/runtime/([^/]+)$~', $runtime['url'], $part ) );
			$path = $files->find_runtime( $part[1] );
			self::assertIsString( $path );
			self::assertSame( str_repeat( 'wasm', 1000 ), gzdecode( (string) file_get_contents( $path ) ) );
			self::assertSame( filesize( $path ), $runtime['bytes'] );
			self::assertSame( $runtime, $files->runtime() );
			self::assertInstanceOf( \WP_Error::class, $files->find_runtime( 'manifest.json' ) );

			$archive = $files->archive();
			self::assertIsArray( $archive );
			self::assertSame( 1, preg_match( '~browser-preview/files/([^/]+)/([0-9a-f]{40})$~', $archive['url'], $part ) );
			$path = $files->find( $part[1], $part[2] );
			self::assertIsString( $path );
			self::assertSame( filesize( $path ), $archive['bytes'] );
			self::assertInstanceOf( \WP_Error::class, $files->find( $part[1], str_repeat( '0', 40 ) ) );
			self::assertInstanceOf( \WP_Error::class, $files->find( '../plugin/build/remote/manifest.json', $part[2] ) );
			wp_set_current_user( 0 );
			self::assertInstanceOf( \WP_Error::class, $files->find( $part[1], $part[2] ) );

			$cache->clear();
			self::assertDirectoryDoesNotExist( "$dir/cache" );
		} finally {
			exec( 'rm -rf ' . escapeshellarg( $dir ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- a test.
		}
	}
}
