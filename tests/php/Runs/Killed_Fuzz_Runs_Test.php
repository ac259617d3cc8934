<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Runs;

use WP_Codebox\Plugin;
use WP_Codebox\Runs\Run_Registry;

require_once __DIR__ . '/Fuzz_Run_Test_Case.php';

/**
 * Workers of queued suites are killed at seeded points. `npm run soak` runs the same with WP_CODEBOX_RUN_KILL_POINTS=200.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.DiscouragedPHPFunctions
 */
final class Killed_Fuzz_Runs_Test extends Fuzz_Run_Test_Case {

	private const SEED  = 20261121;
	private const CASES = 150;

	public function test_a_killed_worker_costs_no_case_and_no_bundle(): void {
		$points   = (int) getenv( 'WP_CODEBOX_RUN_KILL_POINTS' );
		$points   = 0 < $points ? $points : 5;
		$kills    = 0;
		$at_work  = 0;
		$finished = 0;
		$failed   = 0;
		mt_srand( self::SEED );
		for ( $round = 0; $kills < $points; $round++ ) {
			// Every other suite runs in processes of its workers, which have to go with them.
			$run   = $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->suite( self::CASES, $round % 2 ? 'anonymous' : null ) );
			$until = microtime( true ) + 180;
			while ( ! Run_Registry::is_final( $this->registry->get( $run['id'] )['state'] ) ) {
				self::assertLessThan( $until, microtime( true ), 'the run does not end: ' . wp_json_encode( $this->registry->get( $run['id'] ) ) );
				$is_killed = $this->work( $kills < $points ? mt_rand( 0, 1_500_000 ) : null );
				if ( $is_killed ) {
					++$kills;
					$at_work += 'running' === $this->registry->get( $run['id'] )['state'] ? 1 : 0;
					$this->assert_every_bundle_verifies();
				}
			}
			$ended = $this->registry->get( $run['id'] );
			if ( 'finished' === $ended['state'] ) {
				++$finished;
				self::assertSame( array_map( static fn( int $number ): string => "case-$number", range( 1, self::CASES ) ), $this->delivered( $ended ) );
			} else {
				++$failed;
				self::assertNotSame( '', $ended['reason'] ?? '' );
			}
			$this->assert_every_bundle_verifies();
		}
		self::assertGreaterThan( 0, $at_work, 'no kill hit a worker at work; the test proves nothing' );
		self::assertGreaterThan( 0, $finished );
		fwrite( STDERR, "\n$kills workers killed, $at_work of them in a run; $finished runs finished with every case once, $failed failed with a reason; every bundle verified\n" );
	}

	private function assert_every_bundle_verifies(): void {
		foreach ( $this->stored() as $bundle ) {
			$verified = Plugin::services()->artifacts()->store()->verify( $bundle );
			self::assertNotInstanceOf( \WP_Error::class, $verified );
			self::assertTrue( $verified->is_valid(), $bundle . ' ' . $verified->summary() );
		}
	}

	/**
	 * @param int|null $microseconds When the worker is killed; null: never.
	 * @return bool Whether it was killed before it had ended.
	 */
	private function work( ?int $microseconds ): bool {
		$process = proc_open(
			array( PHP_BINARY, dirname( __DIR__, 2 ) . '/fixtures/runs/work.php', untrailingslashit( ABSPATH ), '60', '2' ),
			array( array( 'file', '/dev/null', 'r' ), array( 'pipe', 'w' ), array( 'file', '/dev/null', 'w' ) ),
			$pipes
		);
		self::assertIsResource( $process );
		self::assertSame( "ready\n", fgets( $pipes[1] ) );
		$is_killed = false;
		if ( null !== $microseconds ) {
			usleep( $microseconds );
			$is_killed = proc_get_status( $process )['running'];
			proc_terminate( $process, SIGKILL );
		}
		stream_get_contents( $pipes[1] );
		proc_close( $process );
		// Where the store is, is an option that the other process may have written.
		wp_cache_flush();
		return $is_killed;
	}
}
