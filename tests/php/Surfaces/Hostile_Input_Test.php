<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Surfaces;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Tests\Fuzz\Suite_Test_Case;
use WP_REST_Request;

/** What nobody should send: a clear error or a result on every surface, never a warning, never a dead process. */
final class Hostile_Input_Test extends Suite_Test_Case {

	private const ROUTE = '/wp-abilities/v1/abilities/wp-codebox/run-fuzz-suite/run';

	private static function suite( array $cases, array $more = array() ): array {
		return $more + array(
			'schema' => 'wp-codebox/fuzz-suite/v1',
			'id'     => 'hostile',
			'target' => array(
				'kind' => 'rest',
				'id'   => '/wp/v2/types/post',
			),
			'cases'  => $cases,
		);
	}

	private static function nested( int $depth ): array {
		$value = array();
		for ( $level = 0; $level < $depth; $level++ ) {
			$value = array( 'a' => $value );
		}
		return $value;
	}

	private static function json( mixed $value ): string {
		return (string) json_encode( $value, 0, 2000 ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Deeper than WordPress would write.
	}

	/**
	 * @return iterable<string, array{string, string}>
	 */
	public static function refused_texts(): iterable {
		yield 'no JSON' => array( '{"id":', 'wp_codebox_invalid_json' );
		yield 'nothing' => array( '', 'wp_codebox_invalid_json' );
		yield 'a list' => array( '[1]', 'wp_codebox_invalid_json' );
		yield 'a string' => array( '"suite"', 'wp_codebox_invalid_json' );
		yield 'no UTF-8' => array( "{\"id\":\"\xff\"}", 'wp_codebox_invalid_encoding' );
		yield 'depth 600' => array( self::json( self::suite( array( array( 'input' => self::nested( 600 ) ) ) ) ), 'wp_codebox_input_too_deep' );
		yield 'depth 140' => array( self::json( self::suite( array( array( 'input' => self::nested( 140 ) ) ) ) ), 'wp_codebox_input_too_deep' );
		yield 'cases that are none' => array( self::json( self::suite( array( 7 ) ) ), 'wp_codebox_invalid_input' );
		yield 'another schema' => array( self::json( self::suite( array(), array( 'schema' => 'wp-codebox/fuzz-suite/v2' ) ) ), 'wp_codebox_invalid_input' );
		yield 'a key that is a number' => array( '{"0":1,"id":"x","cases":[]}', 'wp_codebox_invalid_input' );
	}

	#[DataProvider( 'refused_texts' )]
	public function test_wp_cli_refuses_with_exit_status_2( string $text, string $code ): void {
		$answer = Wp_Cli::run( array( 'codebox', 'run-fuzz-suite', '--input-file=-' ), $text );
		self::assertSame( 2, $answer['status'], $answer['error'] );
		self::assertSame( $code, json_decode( $answer['out'], true )['error']['code'] );
		self::assertDoesNotMatchRegularExpression( '/(Warning|Notice|Deprecated|Fatal error):/', $answer['out'] . str_replace( 'Error:', '', $answer['error'] ) );
	}

	public function test_wp_cli_refuses_a_file_that_is_not_there(): void {
		$answer = Wp_Cli::run( array( 'codebox', 'run-fuzz-suite', '--input-file=/nowhere/suite.json' ) );
		self::assertSame( 2, $answer['status'] );
		self::assertSame( 'wp_codebox_input_unreadable', json_decode( $answer['out'], true )['error']['code'] );
	}

	public function test_wp_cli_runs_an_empty_suite_to_a_result_that_is_no_success(): void {
		$answer = Wp_Cli::run( array( 'codebox', 'run-fuzz-suite', '--input-file=-' ), '{"id":"empty","cases":[]}' );
		self::assertSame( 3, $answer['status'] );
		self::assertSame( 'skipped', json_decode( $answer['out'], true )['status'] );
	}

	public function test_wp_cli_runs_ten_megabytes_to_a_result(): void {
		$text   = self::json( self::suite( array( array( 'input' => array( 'params' => array( 'big' => str_repeat( 'ü', 5 * 1048576 ) ) ) ) ) ) );
		$answer = Wp_Cli::run( array( 'codebox', 'run-fuzz-suite', '--user=' . $this->administrator, '--input-file=-' ), $text );
		self::assertGreaterThan( 10 * 1048576, strlen( $text ) );
		self::assertSame( array( 0, '' ), array( $answer['status'], $answer['error'] ) );
		self::assertSame( 'passed', json_decode( $answer['out'], true )['status'] );
	}

	public function test_wp_cli_runs_ten_thousand_cases_to_a_result(): void {
		$answer = Wp_Cli::run( array( 'codebox', 'run-fuzz-suite', '--user=' . $this->administrator, '--input-file=-' ), self::json( self::suite( array_fill( 0, 10000, array( 'description' => 'one of many' ) ) ) ) );
		self::assertSame( array( 0, '' ), array( $answer['status'], $answer['error'] ) );
		self::assertSame( 10000, json_decode( $answer['out'], true )['summary']['passed'] );
	}

	public function test_wp_cli_says_failed_with_exit_status_1(): void {
		$answer = Wp_Cli::run( array( 'codebox', 'run-fuzz-suite', '--user=' . $this->administrator, '--input-file=-' ), self::json( self::suite( array( array( 'expect' => array( 'status' => 418 ) ) ) ) ) );
		self::assertSame( 1, $answer['status'] );
		self::assertSame( 'failed', json_decode( $answer['out'], true )['status'] );
	}

	/**
	 * @return iterable<string, array{array, string}>
	 */
	public static function refused_values(): iterable {
		yield 'no UTF-8' => array( self::suite( array( array( 'input' => array( 'params' => array( 'a' => "\xff" ) ) ) ) ), 'wp_codebox_invalid_encoding' );
		yield 'a key without UTF-8' => array( self::suite( array( array( 'input' => array( 'params' => array( "\xff" => 'a' ) ) ) ) ), 'wp_codebox_invalid_encoding' );
		yield 'depth 600' => array( self::suite( array( array( 'input' => self::nested( 600 ) ) ) ), 'wp_codebox_input_too_deep' );
		yield 'an object' => array( self::suite( array( array( 'input' => array( 'params' => array( 'a' => new \ArrayObject() ) ) ) ) ), 'wp_codebox_invalid_input' );
		yield 'infinity' => array( self::suite( array( array( 'input' => array( 'params' => array( 'a' => INF ) ) ) ) ), 'wp_codebox_invalid_input' );
	}

	#[DataProvider( 'refused_values' )]
	public function test_facade_and_ability_refuse_alike( array $suite, string $code ): void {
		set_error_handler( static fn( int $level, string $message ) => throw new \ErrorException( $message, 0, $level ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		$this->afterwards( 'restore_error_handler' );
		self::assertSame( $code, \WP_Codebox_API::run_fuzz_suite( $suite )->get_error_code() );
		self::assertSame( $code, wp_get_ability( 'wp-codebox/run-fuzz-suite' )->execute( $suite )->get_error_code() );
	}

	/**
	 * @return iterable<string, array{string, list<string>}>
	 */
	public static function refused_bodies(): iterable {
		yield 'no JSON' => array( '{"input":', array( 'rest_invalid_json' ) );
		yield 'depth 600' => array( self::json( array( 'input' => self::suite( array( array( 'input' => self::nested( 600 ) ) ) ) ) ), array( 'rest_invalid_json' ) );
		yield 'depth 140' => array( self::json( array( 'input' => self::suite( array( array( 'input' => self::nested( 140 ) ) ) ) ) ), array( 'wp_codebox_input_too_deep' ) );
		yield 'no UTF-8' => array( "{\"input\":{\"id\":\"\xff\"}}", array( 'rest_invalid_json' ) );
		yield 'a list' => array( '{"input":[1]}', array( 'wp_codebox_invalid_input' ) );
		yield 'null' => array( '{"input":null}', array( 'wp_codebox_invalid_input' ) );
		yield 'nothing' => array( '', array( 'wp_codebox_invalid_input' ) );
	}

	#[DataProvider( 'refused_bodies' )]
	public function test_core_s_run_route_refuses_with_400( string $body, array $codes ): void {
		set_error_handler( static fn( int $level, string $message ) => throw new \ErrorException( $message, 0, $level ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
		$this->afterwards( 'restore_error_handler' );
		$request = new WP_REST_Request( 'POST', self::ROUTE );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( $body );
		$response = rest_do_request( $request );
		self::assertSame( 400, $response->get_status() );
		self::assertContains( $response->get_data()['code'], $codes );
	}

	public function test_a_large_suite_runs_through_core_s_run_route(): void {
		$request = new WP_REST_Request( 'POST', self::ROUTE );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( self::json( array( 'input' => self::suite( array( array( 'input' => array( 'params' => array( 'big' => str_repeat( 'x', 10 * 1048576 ) ) ) ) ) ) ) ) );
		$response = rest_do_request( $request );
		self::assertSame( array( 200, 'passed' ), array( $response->get_status(), $response->get_data()['status'] ) );
	}

	public function test_code_that_ends_the_process_is_no_answer(): void {
		$exit   = 'WP_CLI::add_wp_hook( "rest_api_init", function () { exit( 0 ); } );';
		$answer = Wp_Cli::run( array( 'codebox', 'generate-fuzz-suite', '--exec=' . $exit, '--namespace=wp/v2' ) );
		self::assertSame( 3, $answer['status'], $answer['error'] );
		self::assertSame( 'wp_codebox_interrupted', json_decode( $answer['out'], true )['error']['code'], $answer['out'] );
	}

	public function test_a_suite_cannot_run_inside_a_case_of_another(): void {
		$inner = null;
		$this->add_route(
			'/inside',
			static function () use ( &$inner ): array {
				$inner = \WP_Codebox_API::run_fuzz_suite( self::suite( array( array() ) ) );
				return array();
			}
		);
		$this->run_rest( array( 'path' => '/codebox-test/v1/inside' ) );
		self::assertSame( 'wp_codebox_fuzz_suite_nested', $inner->get_error_code() );
		self::assertIsArray( \WP_Codebox_API::run_fuzz_suite( self::suite( array( array() ) ) ) );
	}

	public function test_the_same_suite_has_the_same_result_on_every_surface(): void {
		$suite   = self::suite(
			array(
				array(
'id'    => 'typed',
'input' => array(
'params' => array(
'a' => 1,
'b' => true,
'c' => '01',
'd' => array( 1.5, null ),
),
),
),
				array(
'id'    => 'rejected',
'input' => array(
'path'   => '/wp/v2/posts',
'params' => array( 'per_page' => 0 ),
),
),
				array(
'id'     => 'ability',
'target' => array(
'kind' => 'ability',
'id'   => 'core/get-site-info',
),
'input'  => array( 'fields' => array( 'name' ) ),
),
				array(
'id'     => 'skipped',
'target' => array( 'kind' => 'runtime-action' ),
'input'  => array( 'type' => 'browser' ),
),
			)
		);
		$request = new WP_REST_Request( 'POST', self::ROUTE );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( self::json( array( 'input' => $suite ) ) );
		$expected = self::timeless( \WP_Codebox_API::run_fuzz_suite( $suite ) );
		self::assertSame( $expected, self::timeless( wp_get_ability( 'wp-codebox/run-fuzz-suite' )->execute( $suite ) ), 'ability' );
		self::assertSame( $expected, self::timeless( rest_do_request( $request )->get_data() ), 'core run route' );
		$answer = Wp_Cli::run( array( 'codebox', 'run-fuzz-suite', '--user=' . $this->administrator, '--input-file=-' ), self::json( $suite ) );
		self::assertSame( $expected, self::timeless( json_decode( $answer['out'], true ) ), 'WP-CLI' );
	}

	private static function timeless( array $result ): array {
		unset( $result['timing'] );
		foreach ( $result['cases'] as &$case_result ) {
			unset( $case_result['timing'] );
			foreach ( $case_result['metadata']['observations'] as &$observation ) {
				unset( $observation['queries'] );
			}
			unset( $observation );
		}
		return $result;
	}
}
