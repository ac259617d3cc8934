<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Run;

use PHPUnit\Framework\Attributes\DataProvider;
use WP_Codebox\Fuzz\Runs\Case_Journal;
use WP_Codebox\Plugin;
use WP_Codebox\Tests\Fuzz\Killers;
use WP_Codebox\Tests\Fuzz\Web_Server;
use WP_Codebox\Tests\Runs\Fuzz_Run_Test_Case;

/**
 * Suites over real HTTP with cases that end the request that runs them.
 */
final class SurvivalOverRestTest extends Fuzz_Run_Test_Case {

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
			// A segmentation fault ends the server; see below.
			if ( ! in_array( $name, array( 'segfault', 'recursion' ), true ) ) {
				yield $name => array( $name, $ended );
			}
		}
	}

	#[DataProvider( 'killers' )]
	public function test_the_response_is_whole_and_the_rest_has_run( string $name, string $ended ): void {
		list( $status, $result, $body ) = self::$server->run_suite( $this->killers_suite( array( $name, 'survivor' ) ) );
		self::assertSame( 200, $status, $body );
		self::assertIsArray( $result, $body );
		self::assertSame( array( $name . '-0', 'survivor-1' ), array_column( $result['cases'], 'id' ) );
		self::assertContains( $result['cases'][0]['metadata']['observations'][0]['ended'], explode( '|', $ended ), $body );
		self::assertSame( 'passed', $result['cases'][1]['status'], $body );
		self::assertNull( $GLOBALS['wpdb']->get_var( "SELECT option_id FROM {$GLOBALS['wpdb']->options} WHERE option_name IN ( 'codebox_committed', 'codebox_unhooked' )" ) );
	}

	public function test_a_second_end_is_answered_too_and_the_next_call_goes_on(): void {
		$suite                          = $this->killers_suite( array( 'exit', 'survivor', 'ob', 'fatal', 'survivor', 'exit', 'survivor' ) );
		list( $status, $result, $body ) = self::$server->run_suite( $suite );
		self::assertSame( 200, $status );
		self::assertIsArray( $result, $body );
		self::assertCount( 7, $result['cases'], $body );
		self::assertSame( array( 'exited', 'returned', 'returned', 'fatal' ), array_map( static fn( array $one ): string => $one['metadata']['observations'][0]['ended'], array_slice( $result['cases'], 0, 4 ) ) );
		self::assertSame( array( 'skipped', 'skipped', 'skipped' ), array_column( array_slice( $result['cases'], 4 ), 'status' ) );
		self::assertNotSame( 'passed', $result['status'] );
		$run = Plugin::services()->runs()->registry()->list( array() )['runs'][0];
		self::assertSame( array(
'resume_after' => 'fatal-3',
'remaining'    => 3,
'run_id'       => $run['id'],
), $result['metadata']['interrupted'] );
		self::assertSame( 'running', $run['state'] );
		$suite['metadata']['resume_after'] = 'fatal-3';
		list( , $result, $body )           = self::$server->run_suite( $suite );
		self::assertSame( array( 'survivor-4', 'exit-5', 'survivor-6' ), array_column( $result['cases'], 'id' ), $body );
		self::assertSame( array( 'passed', 'passed' ), array( $result['cases'][0]['status'], $result['cases'][2]['status'] ) );
		self::assertSame( 1, Plugin::services()->runs()->registry()->list( array() )['total'], 'What is answered is no run.' );
	}

	/** @return iterable<string, array{0: string}> */
	public static function silent_killers(): iterable {
		yield 'segfault' => array( 'segfault' );
		yield 'recursion' => array( 'recursion' );
	}

	#[DataProvider( 'silent_killers' )]
	public function test_a_request_that_dies_without_a_word_is_gone_on_with( string $name ): void {
		global $wpdb;
		list( $status, , $body ) = self::$server->run_suite( $this->killers_suite( array( 'survivor', $name, 'survivor' ) ) );
		self::$server->start_again();
		self::assertSame( array( 0, '' ), array( $status, $body ) );
		$run = $this->registry->list( array() )['runs'][0];
		self::assertSame( 'running', $run['state'] );
		self::assertSame( 0, Plugin::services()->runs()->worker()->work( 60 ), 'The dead process holds the lease.' );

		// A minute later, in a process that is none of its successors.
		$wpdb->update( Plugin::services()->runs()->tables()->batches(), array( 'lease_until' => 1 ), array( 'state' => 'leased' ) );
		$died = gmdate( 'Y-m-d\TH:i:s' );
		sleep( 1 );
		self::assertSame( 1, Plugin::services()->runs()->worker()->work( 60 ) );
		$run   = $this->registry->get( $run['id'] );
		$cases = $run['result']['cases'];
		self::assertSame( array( 'survivor-0', "$name-1", 'survivor-2' ), array_column( $cases, 'id' ) );
		self::assertSame( array( 'passed', 'failed', 'passed' ), array_column( $cases, 'status' ) );
		self::assertLessThanOrEqual( $died, substr( $cases[0]['timing']['startedAt'], 0, 19 ), 'What was done is not done again.' );
		self::assertGreaterThan( $died, $cases[2]['timing']['startedAt'] );
	}

	public function test_a_case_that_took_two_processes_with_it_is_blamed_and_not_run_again(): void {
		global $wpdb;
		$run     = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->killers_suite( array( 'survivor', 'survivor', 'survivor' ) ) );
		$payload = json_decode( $wpdb->get_var( $wpdb->prepare( 'SELECT payload FROM %i', Plugin::services()->runs()->tables()->batches() ) ), true );
		$journal = Case_Journal::open( $payload['journal'] );
		self::assertNull( Case_Journal::open( $payload['journal'] ), 'A living process has it.' );
		$journal->begins( 0 );
		$journal->begins( 1 );
		$journal->begins( 1 );
		$journal->close();
		Plugin::services()->runs()->worker()->work( 60 );
		$cases = $this->registry->get( $run['id'] )['result']['cases'];
		self::assertSame( array( 'passed', 'failed', 'passed' ), array_column( $cases, 'status' ) );
		self::assertStringContainsString( 'without a word', $cases[1]['diagnostics'][0]['message'] );
	}

	/** @param list<string> $names Routes of the fixture. */
	private function killers_suite( array $names ): array {
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
