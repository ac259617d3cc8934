<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\Attributes\DataProvider;

final class Http_Target_Test extends Suite_Test_Case {

	/** @var resource|null */
	private static $server = null;
	private static int $port = 0;

	public static function setUpBeforeClass(): void {
		$socket     = stream_socket_server( 'tcp://127.0.0.1:0' );
		self::$port = (int) substr( (string) strrchr( (string) stream_socket_get_name( $socket, false ), ':' ), 1 );
		fclose( $socket ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		$null         = array( 'file', '/dev/null', 'w' );
		self::$server = proc_open( array( PHP_BINARY, '-S', '127.0.0.1:' . self::$port, __DIR__ . '/fixtures/site-router.php' ), array(
1 => $null,
2 => $null,
), $pipes );
		for ( $try = 0; $try < 100; $try++ ) {
			$connection = @fsockopen( '127.0.0.1', self::$port ); // phpcs:ignore
			if ( $connection ) {
				fclose( $connection ); // phpcs:ignore WordPress.WP.AlternativeFunctions
				return;
			}
			usleep( 20000 );
		}
		self::fail( 'The server did not start.' );
	}

	public static function tearDownAfterClass(): void {
		proc_terminate( self::$server );
		proc_close( self::$server );
		self::$server = null;
	}

	protected function setUp(): void {
		parent::setUp();
		$this->move_site( 'http://127.0.0.1:' . self::$port );
	}

	private function move_site( string $url ): void {
		$home = static fn(): string => $url;
		add_filter( 'pre_option_home', $home );
		$this->afterwards( static fn() => remove_filter( 'pre_option_home', $home ) );
	}

	private function run_http( string $url, array $input = array(), array $more = array() ): array {
		return $this->run_case(
			$more + array(
				'target' => array(
					'kind' => 'http',
					'id'   => $url,
				),
			) + ( $input ? array( 'input' => $input ) : array() )
		);
	}

	public function test_the_site_is_asked_as_a_visitor_with_the_headers_of_the_case(): void {
		$result = $this->run_http(
			'/echo?s=1',
			array( 'headers' => array( 'X-Test' => 'yes' ) ),
			array(
'expect' => array(
'body' => array(
'method' => 'GET',
'uri'    => '/echo?s=1',
'test'   => 'yes',
'cookie' => null,
),
),
)
		);
		self::assertSame( 'passed', $result['status'], (string) wp_json_encode( $result ) );
	}

	public function test_redirects_on_the_site_are_followed(): void {
		$result = $this->run_http( 'hop', array(), array(
'expect' => array(
'status' => 200,
'body'   => array( 'uri' => '/echo?hopped=1' ),
),
) );
		self::assertSame( 'passed', $result['status'] );
		self::assertSame( array( 'redirect' => 1 ), $result['metadata']['observations'][0]['events'] );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function redirects_that_end(): iterable {
		yield 'to another host' => array( '/away' );
		yield 'to another port' => array( '/sideways' );
		yield 'in a circle' => array( '/loop' );
	}

	#[DataProvider( 'redirects_that_end' )]
	public function test_redirects_never_leave_the_site_and_end( string $path ): void {
		$result = $this->run_http( $path );
		self::assertSame( 302, $result['metadata']['observations'][0]['status'] );
		self::assertSame( 'passed', $result['status'] );
	}

	/**
	 * @return iterable<string, array{string}>
	 */
	public static function addresses_elsewhere(): iterable {
		foreach ( array( 'http://example.org/', 'HTTPS://example.org', '//example.org/', '/\\example.org', '\\\\example.org', 'ftp://example.org', 'javascript:1', 'file:///etc/passwd', " \thttp://example.org", "/a\r\nHost: x", '' ) as $url ) {
			yield (string) wp_json_encode( $url ) => array( $url );
		}
	}

	#[DataProvider( 'addresses_elsewhere' )]
	public function test_only_addresses_of_this_site_are_asked( string $url ): void {
		$result = $this->run_http( $url );
		self::assertSame( 'error', $result['status'] );
		self::assertSame( 'wp_codebox_fuzz_http_url_invalid', $result['diagnostics'][0]['code'] );
	}

	public function test_a_server_error_fails(): void {
		$result = $this->run_http( '/broken' );
		self::assertSame( 'failed', $result['status'] );
		self::assertSame( 'wp_codebox_fuzz_http_request_failed', $result['diagnostics'][0]['code'] );
	}

	public function test_a_site_that_does_not_answer_itself_is_said_once(): void {
		$this->move_site( 'http://127.0.0.1:1' );
		$started = microtime( true );
		$cases   = array();
		for ( $number = 0; $number < 50; $number++ ) {
			$cases[] = array(
				'id'     => "case $number",
				'target' => array(
					'kind' => 'http',
					'id'   => '/',
				),
			);
		}
		$result = $this->run_cases( $cases );
		self::assertSame( array( 'wp_codebox_fuzz_http_unreachable' ), array_column( $result['diagnostics'], 'code' ) );
		self::assertSame( 50, $result['summary']['skipped'] );
		self::assertLessThan( 10, microtime( true ) - $started, 'One time-out, not fifty.' );
	}

	public function test_a_role_cannot_be_sent_over_http_and_is_not_pretended(): void {
		$result = $this->run_http( '/echo', array(), array( 'role' => 'administrator' ) );
		self::assertSame( array( 'skipped', 'wp_codebox_fuzz_step_unsupported' ), array( $result['status'], $result['skipReason'] ) );
		self::assertSame( 'passed', $this->run_http( '/echo', array(), array( 'role' => 'anonymous' ) )['status'] );
	}
}
