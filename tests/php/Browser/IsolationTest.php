<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Browser;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Browser\Isolation;
use WP_Codebox\Browser\Isolation_Origin;
use WP_Error;

final class IsolationTest extends TestCase {

	protected function tearDown(): void {
		remove_all_filters( 'wp_codebox_preview_isolation' );
		remove_all_filters( 'site_url' );
	}

	/** @return iterable<string, array{string, string, ?string}> */
	public static function origins(): iterable {
		yield 'subdomain' => array( 'https://preview.example.com', 'https://example.com', null );
		yield 'beside www' => array( 'https://preview.example.com', 'https://www.example.com', null );
		yield 'wildcard' => array( 'https://*.preview.example.com', 'https://example.com', null );
		yield 'loopback' => array( 'http://preview.site.localhost:8080', 'http://site.localhost:8080', null );
		yield 'plain http' => array( 'http://preview.example.com', 'http://example.com', 'https' );
		yield 'other scheme' => array( 'https://preview.example.com', 'http://example.com', 'scheme' );
		yield 'same host' => array( 'https://example.com:8443', 'https://example.com', 'another host' );
		yield 'other site' => array( 'https://previews.test', 'https://example.com', 'same site' );
		yield 'beside a two-label host' => array( 'https://other.com', 'https://example.com', 'same site' );
		yield 'a look-alike' => array( 'https://evilexample.com', 'https://example.com', 'same site' );
		yield 'with a path' => array( 'https://preview.example.com/x', 'https://example.com', 'scheme and a host' );
		yield 'with credentials' => array( 'https://me@preview.example.com', 'https://example.com', 'scheme and a host' );
		yield 'not a URL' => array( 'preview.example.com', 'https://example.com', 'scheme and a host' );
	}

	#[DataProvider( 'origins' )]
	public function test_an_origin_has_to_be_apart_and_on_the_same_site( string $origin, string $site, ?string $why ): void {
		$parsed = Isolation_Origin::parse( $origin, $site );
		if ( null === $why ) {
			self::assertInstanceOf( Isolation_Origin::class, $parsed );
			return;
		}
		self::assertInstanceOf( WP_Error::class, $parsed );
		self::assertSame( 'wp_codebox_preview_origin_refused', $parsed->get_error_code() );
		self::assertStringContainsString( $why, $parsed->get_error_message() );
	}

	public function test_a_wildcard_gives_every_preview_an_origin_of_its_own(): void {
		$origin = Isolation_Origin::parse( 'https://*.preview.example.com', 'https://example.com' );
		self::assertInstanceOf( Isolation_Origin::class, $origin );
		$one = $origin->for_scope( 'One' );
		self::assertMatchesRegularExpression( '~^https://p[0-9a-f]{32}\.preview\.example\.com$~', $one );
		self::assertSame( $one, $origin->for_scope( 'One' ) );
		self::assertNotSame( $one, $origin->for_scope( 'one' ) );
		self::assertTrue( $origin->serves( substr( $one, 8 ) ) );
		self::assertFalse( $origin->serves( 'example.com' ) );
		self::assertFalse( $origin->serves( 'evilpreview.example.com' ) );
	}

	public function test_nothing_configured_is_isolated(): void {
		$isolation = $this->resolve( array() );
		self::assertSame( 'isolated', $isolation['mode'] );
		self::assertNull( $isolation['origin'] );
	}

	public function test_a_configured_origin_is_the_mode_origin(): void {
		$this->site( 'https://example.com' );
		self::assertSame( 'origin', $this->resolve( array( 'origin' => 'https://preview.example.com' ) )['mode'] );
	}

	public function test_trusted_needs_a_loopback_site(): void {
		$this->site( 'https://example.com' );
		$refused = $this->resolve( array( 'mode' => 'trusted' ) );
		self::assertInstanceOf( WP_Error::class, $refused );
		self::assertSame( 'wp_codebox_preview_trusted_refused', $refused->get_error_code() );
		remove_all_filters( 'site_url' );
		$this->site( 'http://127.0.0.1:8080' );
		self::assertSame( 'trusted', $this->resolve( array( 'mode' => 'trusted' ) )['mode'] );
	}

	public function test_a_wrong_mode_is_an_error_and_never_a_weaker_mode(): void {
		foreach ( array( 'none', 'Origin', array(), 1 ) as $mode ) {
			$refused = $this->resolve( array( 'mode' => $mode ) );
			self::assertInstanceOf( WP_Error::class, $refused );
			self::assertSame( 'wp_codebox_preview_isolation_invalid', $refused->get_error_code() );
		}
		$missing = $this->resolve( array( 'mode' => 'origin' ) );
		self::assertInstanceOf( WP_Error::class, $missing );
		self::assertSame( 'wp_codebox_preview_origin_refused', $missing->get_error_code() );
	}

	/**
	 * COOKIE_DOMAIN is a constant, so this runs in a PHP of its own.
	 */
	public function test_an_origin_that_the_sites_cookies_reach_is_refused(): void {
		$code = sprintf(
			'namespace { define( "COOKIE_DOMAIN", ".example.com" ); $_SERVER["HTTP_HOST"] = "localhost"; require %s; '
			. '$r = WP_Codebox\Browser\Isolation_Origin::parse( "https://preview.example.com", "https://example.com" ); echo is_wp_error( $r ) ? $r->get_error_message() : "accepted"; }',
			var_export( ABSPATH . 'wp-load.php', true ) // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- writes a literal.
		);
		$said = (string) shell_exec( escapeshellarg( PHP_BINARY ) . ' -r ' . escapeshellarg( $code ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- a test.
		self::assertStringContainsString( 'COOKIE_DOMAIN', $said );
	}

	/**
	 * @param array $configured Mode and origin.
	 */
	private function resolve( array $configured ): array|WP_Error {
		add_filter( 'wp_codebox_preview_isolation', static fn(): array => $configured );
		$resolved = ( new Isolation() )->resolve();
		remove_all_filters( 'wp_codebox_preview_isolation' );
		return $resolved;
	}

	private function site( string $url ): void {
		add_filter( 'site_url', static fn(): string => $url );
	}
}
