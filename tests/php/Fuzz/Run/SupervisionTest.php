<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Run;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use WP_Codebox\Fuzz\Envelope\Envelope_Factory;
use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Envelope\Supervised_Envelope;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Tests\Fuzz\Killers;
use WP_Codebox\Tests\Surfaces\Wp_Cli;

final class SupervisionTest extends TestCase {

	private static Supervised_Envelope $envelope;

	public static function setUpBeforeClass(): void {
		Killers::activate();
		self::$envelope = Envelope_Factory::supervised( true, 2, 67108864 );
	}

	public static function tearDownAfterClass(): void {
		self::$envelope->leave();
		Killers::deactivate();
	}

	private function call( string $name, string $method = 'POST' ): Observation {
		$path = '/codebox-killers/v1/' . $name;
		return self::$envelope->run( new Fuzz_Case( $name, 0, 'rest', $path, array(
'path'   => $path,
'method' => $method,
), 'anonymous' ), static fn() => self::fail( 'The worker runs it.' ) );
	}

	/** @return iterable<string, array{0: string, 1: string}> */
	public static function killers(): iterable {
		foreach ( Killers::endings() as $name => $ended ) {
			yield $name => array( $name, $ended );
		}
	}

	#[DataProvider( 'killers' )]
	public function test_a_killer_has_its_result_and_the_next_case_runs( string $name, string $ended ): void {
		$observation = $this->call( $name );
		self::assertContains( $observation->ended, explode( '|', $ended ), (string) wp_json_encode( $observation->throwable ) );
		if ( 'returned' !== $ended ) {
			self::assertNotSame( '', $observation->throwable['message'] );
		}
		$survivor = $this->call( 'survivor' );
		self::assertSame( 200, $survivor->status, (string) wp_json_encode( $survivor->throwable ) );
		self::assertSame( array( true, true, true, 0, false ), array_slice( array_values( $survivor->data ), 0, 5 ) );
		self::assertNotSame( '/', $survivor->data['directory'] );
	}

	public function test_what_was_seen_before_the_end_is_not_lost(): void {
		$observation = $this->call( 'die-in-hook' );
		self::assertContains( $GLOBALS['wpdb']->posts, array_column( $observation->writes(), 'table' ) );
		self::assertSame( 'in a hook', $observation->output );
		self::assertSame( array(), get_posts( array(
'title'       => 'codebox killed',
'post_status' => 'any',
) ) );
		$fatal = $this->call( 'fatal' );
		self::assertStringContainsString( 'WP_Post', $fatal->throwable['message'] );
	}

	public function test_at_a_command_line_a_suite_survives_its_cases_and_they_are_the_callers(): void {
		$cases = array();
		foreach ( array( 'exit', 'fatal', 'recursion', 'segfault', 'memory' ) as $name ) {
			$cases[] = self::get( $name );
			$cases[] = self::get( 'survivor' ) + array( 'expect' => array( 'body' => array( 'user' => 1 ) ) );
		}
		$post                    = self::get( 'survivor' );
		$post['input']['method'] = 'POST';
		$put                     = self::get( 'user' );
		$put['input']['method']  = 'POST';
		$suite                   = array(
			'id'                       => 'command-line',
			'restMutationFixtureOptIn' => array(
				'schema'  => 'wp-codebox/rest-mutation-fixture-opt-in/v1',
				'id'      => 'survivor',
				'route'   => '/codebox-killers/v1/survivor',
				'methods' => array( 'POST' ),
			),
			'cases'                    => array( ...$cases, $post, $put ),
		);
		foreach ( $suite['cases'] as $index => $unused ) {
			$suite['cases'][ $index ]['id'] = "case-$index";
		}
		$ran    = Wp_Cli::run( array( 'codebox', 'run-fuzz-suite', '--user=1', '--input-json=' . wp_json_encode( $suite ) ) );
		$result = json_decode( $ran['out'], true );
		self::assertSame( 1, $ran['status'], $ran['out'] . $ran['error'] );
		self::assertSame( array( 'failed', 'passed', 'failed', 'passed', 'failed', 'passed', 'failed', 'passed', 'failed', 'passed', 'passed', 'skipped' ), array_column( $result['cases'], 'status' ), $ran['out'] );
		self::assertSame( 'wp_codebox_fuzz_mutation_not_allowed', $result['cases'][11]['skipReason'], 'What the suite did not opt in to is not for the worker either.' );
	}

	/** @param string $name Route of the fixture. */
	private static function get( string $name ): array {
		return array(
			'target' => array( 'kind' => 'rest' ),
			'input'  => array(
				'method' => 'GET',
				'path'   => '/codebox-killers/v1/' . $name,
			),
		);
	}

	public function test_once_a_rollback_failed_no_worker_writes_any_more(): void {
		$observation = $this->call( 'commit-behind' );
		self::assertSame( array( 'rollback_failed' ), array_column( $observation->events_of( 'rollback_failed' ), 'type' ) );
		delete_option( 'codebox_committed' );
		$this->call( 'exit', 'GET' );
		$next = $this->call( 'survivor' );
		self::assertSame( array( Observation::SKIPPED, Isolating_Envelope::ROLLBACK_UNAVAILABLE ), array( $next->ended, $next->skip_reason ) );
		self::assertSame( 200, $this->call( 'survivor', 'GET' )->status );
		self::tearDownAfterClass();
		self::setUpBeforeClass();
	}

	public function test_an_observation_survives_the_way_through_json(): void {
		$observation             = new Observation();
		$observation->status     = 200;
		$observation->data       = array(
'a'      => 1.5,
'b'      => null,
'secret' => 'x' . AUTH_SALT . 'y',
'hash'   => '$P$BabcdefghijklmnopqrstuvwxyzABCD',
'bytes'  => "\xff",
);
		$observation->throwable  = array(
'class'   => 'E',
'message' => 'm',
'frames'  => array(),
);
		$observation->repeat     = new Observation();
		$observation->steps      = array(
array(
'phase'       => 'act',
'command'     => 'c',
'status'      => 'passed',
'observation' => new Observation(),
),
);
		$again                   = Observation::from_array( json_decode( (string) wp_json_encode( $observation->to_array() ), true ) );
		self::assertEquals( $again, Observation::from_array( $observation->to_array() ) );
		self::assertSame( array( 'x[redacted]y', '[redacted]', 'ÿ' ), array_slice( array_values( $again->data ), 2 ) );
		self::assertInstanceOf( Observation::class, $again->steps[0]['observation'] );
	}
}
