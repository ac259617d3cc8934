<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Plugin;

use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

/**
 * What every other test relies on: the site that `npm run test:php` makes.
 */
final class TestSiteTest extends TestCase {

	public function test_the_plugin_is_active_and_booted(): void {
		self::assertTrue( is_plugin_active( 'wp-codebox/wp-codebox.php' ) );
		self::assertGreaterThan( 0, did_action( 'wp_codebox_booted' ) );
	}

	#[TestWith( array( 'admin', 'administrator' ) )]
	#[TestWith( array( 'editor', 'editor' ) )]
	#[TestWith( array( 'author', 'author' ) )]
	#[TestWith( array( 'contributor', 'contributor' ) )]
	#[TestWith( array( 'subscriber', 'subscriber' ) )]
	public function test_there_is_a_user_of_every_core_role( string $login, string $role ): void {
		$user = wp_authenticate( $login, 'password' );
		self::assertInstanceOf( \WP_User::class, $user );
		self::assertSame( array( $role ), $user->roles );
	}

	public function test_nothing_leaves_the_machine(): void {
		$response = wp_remote_get( 'https://example.org/' );
		self::assertWPErrorCode( 'http_request_not_executed', $response );
	}

	public function test_the_environment_is_local_with_pretty_permalinks(): void {
		self::assertSame( 'local', wp_get_environment_type() );
		self::assertStringContainsString( '/%postname%/', (string) get_option( 'permalink_structure' ) );
	}

	private static function assertWPErrorCode( string $code, mixed $result ): void {
		self::assertInstanceOf( \WP_Error::class, $result );
		self::assertSame( $code, $result->get_error_code() );
	}
}
