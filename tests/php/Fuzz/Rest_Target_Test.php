<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Request;

final class Rest_Target_Test extends Suite_Test_Case {

	/** @var array<string, mixed> */
	private array $seen = array();

	protected function setUp(): void {
		parent::setUp();
		$this->add_route(
			'/echo',
			function ( WP_REST_Request $request ): array {
				$this->seen = array(
					'query'   => $request->get_query_params(),
					'header'  => $request->get_header( 'x_test' ),
					'get'     => $_GET, // phpcs:ignore WordPress.Security.NonceVerification
					'request' => $_REQUEST, // phpcs:ignore WordPress.Security.NonceVerification
					'method'  => $_SERVER['REQUEST_METHOD'],
					'uri'     => $_SERVER['REQUEST_URI'],
					'server'  => $_SERVER['HTTP_X_TEST'] ?? null,
					'user'    => get_current_user_id(),
				);
				return array( 'ok' => true );
			}
		);
	}

	/**
	 * @return iterable<string, array{array}>
	 */
	public static function spellings(): iterable {
		yield 'path' => array(
array(
'path'   => '/codebox-test/v1/echo',
'params' => array( 'a' => 1 ),
),
);
		yield 'route' => array(
array(
'route'  => '/codebox-test/v1/echo',
'params' => array( 'a' => 1 ),
),
);
		yield 'prefix and query string' => array( array( 'path' => '/wp-json/codebox-test/v1/echo?a=1' ) );
		yield 'the params win over the query string' => array(
array(
'path'   => '/codebox-test/v1/echo?a=2',
'params' => array( 'a' => 1 ),
),
);
		yield 'arguments' => array( array( 'args' => array( 'path=/codebox-test/v1/echo', 'params-json={"a":1}' ) ) );
		yield 'a slash at the end' => array( array( 'path' => '/codebox-test/v1/echo/?a=1' ) );
	}

	#[DataProvider( 'spellings' )]
	public function test_every_spelling_reaches_the_route_with_strings_in_the_query( array $input ): void {
		self::assertSame( 'passed', $this->run_rest( $input )['status'] );
		self::assertSame( array( 'a' => '1' ), $this->seen['query'] );
	}

	public function test_the_request_is_mirrored_as_wordpress_would_have_it_and_put_back(): void {
		$before = array( $_GET, $_POST, $_REQUEST, $_SERVER ); // phpcs:ignore WordPress.Security.NonceVerification
		$this->run_rest(
			array(
				'path'    => '/codebox-test/v1/echo',
				'params'  => array(
					'quote' => "O'Reilly",
					'yes'   => true,
					'list'  => array( 1, 2 ),
				),
				'headers' => array( 'X-Test' => "it's" ),
			)
		);
		self::assertSame( array(
'quote' => "O'Reilly",
'yes'   => 'true',
'list'  => array( '1', '2' ),
), $this->seen['query'] );
		self::assertSame( array(
'quote' => "O\\'Reilly",
'yes'   => 'true',
'list'  => array( '1', '2' ),
), $this->seen['get'] );
		self::assertSame( $this->seen['get'], $this->seen['request'] );
		self::assertSame( 'GET', $this->seen['method'] );
		self::assertStringStartsWith( '/wp-json/codebox-test/v1/echo?quote=', $this->seen['uri'] );
		self::assertSame( "it's", $this->seen['header'] );
		self::assertSame( "it\\'s", $this->seen['server'] );
		self::assertSame( $before, array( $_GET, $_POST, $_REQUEST, $_SERVER ) ); // phpcs:ignore WordPress.Security.NonceVerification
	}

	public function test_a_case_runs_as_its_role_and_the_caller_comes_back(): void {
		$this->run_rest( array( 'path' => '/codebox-test/v1/echo' ), array( 'role' => 'anonymous' ) );
		self::assertSame( 0, $this->seen['user'] );
		$this->run_rest( array( 'path' => '/codebox-test/v1/echo' ) );
		self::assertSame( $this->administrator, $this->seen['user'] );
		self::assertSame( $this->administrator, get_current_user_id() );
	}

	public function test_a_case_that_changes_the_user_changes_it_for_itself_alone(): void {
		$this->add_route(
			'/leave',
			static function (): array {
				wp_set_current_user( 0 );
				return array();
			}
		);
		$this->run_rest( array( 'path' => '/codebox-test/v1/leave' ) );
		self::assertSame( $this->administrator, get_current_user_id() );
	}

	public function test_a_refusal_by_schema_or_permission_is_rejected_and_passed(): void {
		$by_schema = $this->run_rest( array(
'path'   => '/wp/v2/posts',
'params' => array( 'per_page' => 0 ),
) );
		self::assertSame( array( 'passed', 'rejected' ), array( $by_schema['status'], $by_schema['metadata']['outcome'] ) );
		$by_permission = $this->run_rest( array( 'path' => '/wp/v2/settings' ), array( 'role' => 'anonymous' ) );
		self::assertSame( array( 'passed', 'rejected' ), array( $by_permission['status'], $by_permission['metadata']['outcome'] ) );
		$missing = $this->run_rest( array( 'path' => '/codebox-test/v1/nothing' ) );
		self::assertSame( array( 'passed', 'client-error' ), array( $missing['status'], $missing['metadata']['outcome'] ) );
		$taken = $this->run_rest( array( 'path' => '/wp/v2/types' ) );
		self::assertSame( array( 'passed', 'accepted' ), array( $taken['status'], $taken['metadata']['outcome'] ) );
	}

	public function test_a_server_error_fails(): void {
		$this->add_route( '/broken', static fn(): \WP_Error => new \WP_Error( 'broken', 'It broke.', array( 'status' => 503 ) ) );
		$result = $this->run_rest( array( 'path' => '/codebox-test/v1/broken' ) );
		self::assertSame( 'failed', $result['status'] );
		self::assertSame( 'wp_codebox_fuzz_rest_request_failed', $result['diagnostics'][0]['code'] );
		self::assertSame( 503, $result['diagnostics'][0]['metadata']['status'] );
	}

	public function test_an_answer_that_cannot_be_written_as_json_is_the_server_error_a_client_gets(): void {
		$this->add_route( '/bytes', static fn(): array => array( 'number' => INF ) );
		$result = $this->run_rest( array( 'path' => '/codebox-test/v1/bytes' ) );
		self::assertSame( 'failed', $result['status'] );
		self::assertSame( 'rest_encode_error', $result['metadata']['observations'][0]['error_code'] );
	}

	public function test_what_is_thrown_fails_with_class_file_and_line_and_the_next_case_runs(): void {
		$this->add_route( '/throw', static fn() => throw new \DomainException( 'on purpose' ) );
		$line   = __LINE__ - 1;
		$result = $this->run_cases(
			array(
				array(
'id'     => 'throws',
'target' => array(
'kind' => 'rest',
'id'   => '/codebox-test/v1/throw',
),
),
				array(
'id'     => 'next',
'target' => array(
'kind' => 'rest',
'id'   => '/codebox-test/v1/echo',
),
),
			)
		);
		self::assertSame( array( 'failed', 'passed' ), array_column( $result['cases'], 'status' ) );
		self::assertSame( 'failed', $result['status'] );
		$diagnostic = $result['cases'][0]['diagnostics'][0];
		self::assertSame( 'wp_codebox_fuzz_step_exception', $diagnostic['code'] );
		self::assertSame( 'DomainException: on purpose', $diagnostic['message'] );
		self::assertSame( array( __FILE__, $line ), array( $diagnostic['metadata']['file'], $diagnostic['metadata']['line'] ) );
		self::assertFalse( rest_get_server()->is_dispatching() );
	}

	public function test_php_errors_output_http_and_mail_are_recorded_and_kept_inside(): void {
		$sent = null;
		$this->add_route(
			'/noisy',
			static function () use ( &$sent ): array {
				echo 'noise';
				trigger_error( 'careful', E_USER_WARNING ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
				_doing_it_wrong( 'something', 'never', '1.0' );
				$sent = wp_remote_get( 'http://example.invalid/' );
				wp_mail( 'a@example.org', 'subject', 'text' );
				return array();
			}
		);
		$filters = $GLOBALS['wp_filter']['pre_http_request'] ?? null;
		ob_start();
		$result = $this->run_case(
			array(
				'target' => array(
					'kind' => 'rest',
					'id'   => '/codebox-test/v1/noisy',
				),
			),
			array( 'oracles' => array( 'disclosure' ) )
		);
		self::assertSame( '', ob_get_clean() );
		self::assertSame( 'passed', $result['status'] );
		// Other plugins of the process register their routes anew for the case, and may be warned for it.
		$noise = array_values( array_filter( $result['diagnostics'], static fn( array $one ): bool => ! str_contains( $one['message'], 'register_rest_route' ) ) );
		self::assertSame( array( 'wp_codebox_fuzz_php_error', 'wp_codebox_fuzz_php_error' ), array_column( $noise, 'code' ) );
		self::assertSame( array( 'user_warning', 'doing_it_wrong' ), array_column( array_column( $noise, 'metadata' ), 'severity' ) );
		self::assertSame( array(
'http' => 1,
'mail' => 1,
), $result['metadata']['observations'][0]['events'] );
		self::assertSame( 5, $result['metadata']['observations'][0]['output_bytes'] );
		self::assertSame( 'http_request_not_executed', $sent->get_error_code() );
		self::assertEquals( $filters->callbacks ?? array(), ( $GLOBALS['wp_filter']['pre_http_request'] ?? null )->callbacks ?? array() );
	}

	public function test_a_read_that_fills_a_default_once_is_told_from_one_that_counts(): void {
		$this->add_route( '/fills', static fn(): array => array( get_option( 'codebox_key' ) ? get_option( 'codebox_key' ) : update_option( 'codebox_key', wp_generate_password() ) ) );
		$this->add_route( '/counts', static fn(): array => array( update_option( 'codebox_count', 1 + (int) get_option( 'codebox_count', 0 ) ) ) );
		foreach ( array( 'fills' => array(), 'counts' => array( 'purity.read-writes' ) ) as $route => $expected ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
			$result = $this->run_cases(
				array(
					array(
						'id'     => $route,
						'target' => array( 'kind' => 'rest' ),
						'input'  => array( 'path' => "/codebox-test/v1/$route" ),
					),
				),
				array( 'oracles' => array( 'purity' ) )
			);
			self::assertSame( $expected, array_column( $result['findings'] ?? array(), 'oracle' ), $route );
			self::assertSame( 'passed' === $result['cases'][0]['status'], ! $expected, $route );
		}
		self::assertFalse( get_option( 'codebox_key' ) );
		self::assertFalse( get_option( 'codebox_count' ) );
	}

	public function test_a_path_without_a_slash_is_an_error(): void {
		$result = $this->run_rest( array( 'path' => 'wp/v2/posts' ) );
		self::assertSame( 'error', $result['status'] );
		self::assertSame( 'wp_codebox_fuzz_rest_path_invalid', $result['diagnostics'][0]['code'] );
	}

	public function test_a_route_that_a_case_registers_is_gone_for_the_next(): void {
		$this->add_route(
			'/register',
			static function (): array {
				register_rest_route( 'codebox-test/v1', '/late', array(
'methods'             => 'GET',
'callback'            => '__return_empty_array',
'permission_callback' => '__return_true',
) );
				return array();
			}
		);
		$result = $this->run_cases(
			array(
				array(
'id'     => 'registers',
'target' => array(
'kind' => 'rest',
'id'   => '/codebox-test/v1/register',
),
),
				array(
'id'     => 'asks',
'target' => array(
'kind' => 'rest',
'id'   => '/codebox-test/v1/late',
),
),
			)
		);
		self::assertSame( 'rest_no_route', $result['cases'][1]['metadata']['observations'][0]['error_code'] );
	}
}
