<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Run;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Tests\Fuzz\Killers;
use WP_Codebox\Tests\Fuzz\Web_Server;

/**
 * Suites over real HTTP with cases that end the request that runs them.
 */
final class SurvivalOverRestTest extends TestCase {

	private static Web_Server $server;

	public static function setUpBeforeClass(): void {
		Killers::activate();
		self::$server = new Web_Server();
	}

	public static function tearDownAfterClass(): void {
		self::$server->stop();
		Killers::deactivate();
	}

	/** @return iterable<string, array{0: string, 1: string}> */
	public static function killers(): iterable {
		foreach ( Killers::endings() as $name => $ended ) {
			// A segmentation fault ends the server; only a supervisor outside can tell of it.
			if ( ! in_array( $name, array( 'segfault', 'recursion' ), true ) ) {
				yield $name => array( $name, $ended );
			}
		}
	}

	#[DataProvider( 'killers' )]
	public function test_the_response_is_whole_and_the_rest_has_run( string $name, string $ended ): void {
		list( $status, $result, $body ) = self::$server->run_suite( $this->suite( array( $name, 'survivor' ) ) );
		self::assertSame( 200, $status, $body );
		self::assertIsArray( $result, $body );
		self::assertSame( array( $name . '-0', 'survivor-1' ), array_column( $result['cases'], 'id' ) );
		self::assertContains( $result['cases'][0]['metadata']['observations'][0]['ended'], explode( '|', $ended ), $body );
		self::assertSame( 'passed', $result['cases'][1]['status'], $body );
		self::assertNull( $GLOBALS['wpdb']->get_var( "SELECT option_id FROM {$GLOBALS['wpdb']->options} WHERE option_name IN ( 'codebox_committed', 'codebox_unhooked' )" ) );
	}

	public function test_a_second_end_is_answered_too_and_the_next_call_goes_on(): void {
		$suite                          = $this->suite( array( 'exit', 'survivor', 'ob', 'fatal', 'survivor', 'exit', 'survivor' ) );
		list( $status, $result, $body ) = self::$server->run_suite( $suite );
		self::assertSame( 200, $status );
		self::assertIsArray( $result, $body );
		self::assertCount( 7, $result['cases'], $body );
		self::assertSame( array( 'exited', 'returned', 'returned', 'fatal' ), array_map( static fn( array $one ): string => $one['metadata']['observations'][0]['ended'], array_slice( $result['cases'], 0, 4 ) ) );
		self::assertSame( array( 'skipped', 'skipped', 'skipped' ), array_column( array_slice( $result['cases'], 4 ), 'status' ) );
		self::assertNotSame( 'passed', $result['status'] );
		self::assertSame( array(
'resume_after' => 'fatal-3',
'remaining'    => 3,
), $result['metadata']['interrupted'] );
		$suite['metadata']['resume_after'] = 'fatal-3';
		list( , $result, $body )           = self::$server->run_suite( $suite );
		self::assertSame( array( 'survivor-4', 'exit-5', 'survivor-6' ), array_column( $result['cases'], 'id' ), $body );
		self::assertSame( array( 'passed', 'passed' ), array( $result['cases'][0]['status'], $result['cases'][2]['status'] ) );
	}

	/** @param list<string> $names Routes of the fixture. */
	private function suite( array $names ): array {
		$cases = array();
		foreach ( $names as $index => $name ) {
			$cases[] = array(
				'id'     => $name . '-' . $index,
				'target' => array( 'kind' => 'rest' ),
				'input'  => array(
					'method' => 'GET',
					'path'   => '/codebox-killers/v1/' . $name,
				),
			);
		}
		return array(
			'schema'   => 'wp-codebox/fuzz-suite/v1',
			'id'       => 'killers',
			'cases'    => $cases,
			'metadata' => array( 'about' => 'survival' ),
		);
	}
}
