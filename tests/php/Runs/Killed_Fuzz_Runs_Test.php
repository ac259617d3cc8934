<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Runs;

use WP_Codebox\Plugin;
use WP_Codebox\Runs\Run_Registry;

require_once __DIR__ . '/Fuzz_Run_Test_Case.php';

/**
 * Workers of queued suites are killed at seeded points: before one of their SQL statements, or while they store the
 * bundle. `npm run soak` runs the same with WP_CODEBOX_RUN_KILL_POINTS=200.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.DiscouragedPHPFunctions
 */
final class Killed_Fuzz_Runs_Test extends Fuzz_Run_Test_Case {

	private const SEED  = 20261121;
	private const CASES = 40;

	/** One kill in so many comes while the bundle is stored. */
	private const STORING = 4;

	public function test_a_killed_worker_costs_no_case_and_no_bundle(): void {
		$points = (int) getenv( 'WP_CODEBOX_RUN_KILL_POINTS' );
		$points = 0 < $points ? $points : 20;
		mt_srand( self::SEED );
		$run        = $this->start( 0 );
		$statements = $this->work( 'never' );
		self::assertGreaterThan( 20, $statements );
		$this->assert_ended_well( $run );
		$kills = array(
			'statement' => 0,
			'bundle'    => 0,
		);
		$ended = array();
		while ( array_sum( $kills ) < $points ) {
			$run = $this->start( 1 + count( $ended ) );
			while ( ! Run_Registry::is_final( $this->registry->get( $run )['state'] ) ) {
				$where  = 0 === ( array_sum( $kills ) + 1 ) % self::STORING ? 'bundle' : 'statement';
				$killed = null === $this->work( $where . ':' . ( 'bundle' === $where ? mt_rand( 0, 60_000 ) : mt_rand( 1, $statements ) ) );
				if ( $killed ) {
					++$kills[ $where ];
					$this->let_leases_expire();
				}
				$this->assert_every_bundle_verifies();
			}
			$ended[] = $this->assert_ended_well( $run );
		}
		self::assertGreaterThan( 0, min( $kills ) );
		$states = array_count_values( $ended );
		self::assertGreaterThan( 0, $states['finished'] ?? 0 );
		fwrite( STDERR, sprintf( "\n%d workers killed before a statement, %d while they stored; %d runs finished with every case once, %d failed with a reason; every bundle verified\n", $kills['statement'], $kills['bundle'], $states['finished'], $states['failed'] ?? 0 ) );
	}

	private function start( int $round ): string {
		// Every other suite runs as a role in processes of its workers, which have to go with them.
		return $this->call( 'run-fuzz-suite', array( 'async' => true ) + $this->suite( self::CASES, $round % 2 ? 'anonymous' : null ) )['id'];
	}

	/** @return string State: finished with every case once, or failed with a reason. */
	private function assert_ended_well( string $run ): string {
		$ended = $this->registry->get( $run );
		if ( 'finished' === $ended['state'] ) {
			self::assertSame( array_map( static fn( int $number ): string => "case-$number", range( 1, self::CASES ) ), $this->delivered( $ended ) );
		} else {
			self::assertNotSame( '', $ended['reason'] ?? '' );
		}
		return $ended['state'];
	}

	private function assert_every_bundle_verifies(): void {
		foreach ( $this->stored() as $bundle ) {
			$verified = Plugin::services()->artifacts()->store()->verify( $bundle );
			self::assertNotInstanceOf( \WP_Error::class, $verified );
			self::assertTrue( $verified->is_valid(), $bundle . ' ' . $verified->summary() );
		}
	}

	/** What a minute of waiting does. */
	private function let_leases_expire(): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( "UPDATE %i SET lease_until = 0 WHERE state = 'leased'", Plugin::services()->runs()->tables()->batches() ) );
	}

	/**
	 * @param string $death Where it dies, see work.php.
	 * @return int|null How many SQL statements it took; null when it was killed.
	 */
	private function work( string $death ): ?int {
		$process = proc_open(
			array( PHP_BINARY, dirname( __DIR__, 2 ) . '/fixtures/runs/work.php', untrailingslashit( ABSPATH ), '60', '60', $death ),
			array( array( 'file', '/dev/null', 'r' ), array( 'pipe', 'w' ), array( 'file', '/dev/null', 'w' ) ),
			$pipes
		);
		self::assertIsResource( $process );
		self::assertSame( "ready\n", fgets( $pipes[1] ) );
		$said = trim( (string) stream_get_contents( $pipes[1] ) );
		proc_close( $process );
		// Where the store is, is an option that the other process may have written.
		wp_cache_flush();
		return '' === $said ? null : (int) $said;
	}
}
