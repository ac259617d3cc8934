<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Browser;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Browser\Connector;
use WP_Error;

/** Connector requests against a real server on this machine. */
final class Connectors_Test extends TestCase {

	/** @var resource */
	private static $server;
	private static int $port;

	/** @var array<string, \Closure> Filter → callback. */
	private array $filters;

	public static function setUpBeforeClass(): void {
		$socket     = stream_socket_server( 'tcp://127.0.0.1:0' );
		self::$port = (int) substr( strrchr( stream_socket_get_name( $socket, false ), ':' ), 1 );
		fclose( $socket );
		$pipes        = array();
		self::$server = proc_open( array( PHP_BINARY, '-S', '127.0.0.1:' . self::$port, __DIR__ . '/connector-server.php' ), array( 1 => array( 'file', '/dev/null', 'w' ), 2 => array( 'file', '/dev/null', 'w' ) ), $pipes ); // phpcs:ignore WordPress.Arrays
		$until        = microtime( true ) + 10;
		while ( microtime( true ) < $until && ! @fsockopen( '127.0.0.1', self::$port ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors, Generic.CodeAnalysis -- not up yet.
			usleep( 50_000 );
		}
	}

	public static function tearDownAfterClass(): void {
		proc_terminate( self::$server );
		proc_close( self::$server );
	}

	protected function setUp(): void {
		$this->filters = array(
			'http_request_host_is_external'         => static fn(): bool => true,
			'http_allowed_safe_ports'               => static fn( array $ports ): array => array( ...$ports, self::$port ),
			'wp_codebox_browser_provider_base_urls' => static fn(): array => array(
				'local'  => array(
					'base_urls' => array( 'http://localhost:' . self::$port . '/api' ),
					'headers'   => array( 'X-Key' => 'very-secret' ),
				),
				'broken' => array( 'base_urls' => array( 'ftp://example.org' ) ),
			),
		);
		foreach ( $this->filters as $name => $callback ) {
			add_filter( $name, $callback );
		}
	}

	protected function tearDown(): void {
		foreach ( $this->filters as $name => $callback ) {
			remove_filter( $name, $callback );
		}
	}

	public function test_it_asks_with_the_credentials_of_the_site_and_shows_only_their_names(): void {
		$answer = $this->ask( array( 'method' => 'POST', 'path' => 'echo', 'query' => array( 'a' => 'b c' ), 'json' => array( 'x' => 1 ), 'headers' => array( 'x-key' => 'mine' ) ) ); // phpcs:ignore WordPress.Arrays
		self::assertIsArray( $answer );
		$seen = json_decode( $answer['response']['body'], true );
		self::assertSame( array( '/api/echo?a=b%20c', 'POST', 'very-secret', '{"x":1}' ), array( $seen['path'], $seen['method'], $seen['key'], $seen['body'] ) );
		self::assertSame( array( 'X-Key' ), $answer['audit']['credential_names'] );
		self::assertArrayNotHasKey( 'set-cookie', $answer['response']['headers'] );
		unset( $answer['response']['body'] );
		self::assertStringNotContainsString( 'very-secret', (string) wp_json_encode( $answer ) );
	}

	/**
	 * @return iterable<string, array{array, string}> Payload, code.
	 */
	public static function refusals(): iterable {
		yield 'another host' => array( array( 'url' => 'http://example.org/api' ), 'wp_codebox_browser_connector_url_forbidden' );
		yield 'beside the base' => array( array( 'path' => '../secret' ), 'wp_codebox_browser_connector_url_forbidden' );
		yield 'beside the base, encoded' => array( array( 'path' => '%2e%2e/secret' ), 'wp_codebox_browser_connector_url_forbidden' );
		yield 'redirect to another host' => array( array( 'path' => 'away' ), 'wp_codebox_browser_connector_redirect_refused' );
		yield 'redirect out of the base' => array( array( 'path' => 'out' ), 'wp_codebox_browser_connector_redirect_refused' );
		yield 'redirect without end' => array( array( 'path' => 'loop' ), 'wp_codebox_browser_connector_redirect_refused' );
		yield 'too large an answer' => array( array( 'path' => 'large' ), 'wp_codebox_browser_connector_response_too_large' );
		yield 'a method that is none' => array( array( 'path' => 'echo', 'method' => 'TRACE' ), 'wp_codebox_browser_connector_request_invalid' ); // phpcs:ignore WordPress.Arrays
		yield 'a header of the connection' => array( array( 'path' => 'echo', 'headers' => array( 'Host' => 'x' ) ), 'wp_codebox_browser_connector_request_invalid' ); // phpcs:ignore WordPress.Arrays
		yield 'a header of two lines' => array( array( 'path' => 'echo', 'headers' => array( 'x-a' => "1\r\nx-b: 2" ) ), 'wp_codebox_browser_connector_request_invalid' ); // phpcs:ignore WordPress.Arrays
		yield 'nowhere' => array( array(), 'wp_codebox_browser_connector_request_invalid' );
	}

	#[DataProvider( 'refusals' )]
	public function test_it_refuses( array $payload, string $code ): void {
		$answer = $this->ask( $payload );
		self::assertInstanceOf( WP_Error::class, $answer );
		self::assertSame( $code, $answer->get_error_code(), $answer->get_error_message() );
		self::assertStringNotContainsString( 'very-secret', $answer->get_error_message() . wp_json_encode( $answer->get_error_data() ) );
	}

	public function test_a_redirect_on_the_same_host_is_followed(): void {
		self::assertSame( 200, $this->ask( array( 'path' => 'here' ) )['response']['status'] );
	}

	public function test_without_leave_wordpress_itself_refuses_this_port(): void {
		remove_filter( 'http_allowed_safe_ports', $this->filters['http_allowed_safe_ports'] );
		self::assertSame( 'wp_codebox_browser_connector_failed', $this->ask( array( 'path' => 'echo' ) )->get_error_code() );
	}

	public function test_what_nothing_handles_fails_closed(): void {
		$ask = static fn( string $connector, string $operation ): string => \WP_Codebox_API::browser_connector_request( compact( 'connector', 'operation' ) )->get_error_code();
		self::assertSame( 'wp_codebox_browser_connector_unresolved', $ask( 'nobody', 'http.request' ) );
		self::assertSame( 'wp_codebox_browser_connector_operation_unsupported', $ask( 'local', 'chat' ) );
		self::assertSame( 'wp_codebox_browser_connector_configuration_invalid', $ask( 'broken', 'http.request' ) );
	}

	public function test_a_base_is_no_prefix_of_a_name(): void {
		$connector = Connector::read( 'a', 'https://example.org/api' );
		foreach ( array( 'https://example.org/api' => true, 'https://EXAMPLE.org:443/api/x' => true, 'https://example.org/apis' => false, 'http://example.org/api' => false, 'https://example.org.evil.test/api' => false, 'https://example.org@evil.test/api' => false, 'https://example.org/api/%252e%252e/x' => false ) as $url => $allowed ) { // phpcs:ignore WordPress.Arrays
			self::assertSame( $allowed, $connector->allows( $url ), $url );
		}
	}

	private function ask( array $payload ): array|WP_Error {
		return \WP_Codebox_API::browser_connector_request( array( 'connector' => 'local', 'operation' => 'http.request', 'payload' => $payload ) ); // phpcs:ignore WordPress.Arrays
	}
}
