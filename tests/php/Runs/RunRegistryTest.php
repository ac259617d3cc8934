<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Runs;

use PHPUnit\Framework\TestCase;
use WP_Codebox\Plugin;
use WP_Codebox\Runs\Run_Registry;
use WP_Codebox\Tests\Fixtures\Counting_Run;

require_once dirname( __DIR__, 2 ) . '/fixtures/runs/Counting_Run.php';

/**
 * Runs are queued, worked on, found, cancelled and resumed; a killed worker loses nothing.
 */
final class RunRegistryTest extends TestCase {

	private Run_Registry $registry;

	protected function setUp(): void {
		add_filter( 'wp_codebox_run_kinds', array( self::class, 'kinds' ) );
		$this->registry = Plugin::services()->runs()->registry();
	}

	protected function tearDown(): void {
		remove_filter( 'wp_codebox_run_kinds', array( self::class, 'kinds' ) );
		foreach ( $this->registry->list( array( 'limit' => 100 ) )['runs'] as $run ) {
			global $wpdb;
			$this->registry->remove( (int) $wpdb->get_var( $wpdb->prepare( 'SELECT id FROM %i WHERE uuid = %s', Plugin::services()->runs()->tables()->runs(), $run['id'] ) ) );
		}
		Plugin::services()->runs()->schedule()->forget();
		wp_set_current_user( 0 );
	}

	public static function kinds( array $kinds ): array {
		return array( ...$kinds, new Counting_Run() );
	}

	public function test_a_run_is_worked_off_in_batches_with_the_rights_of_who_asked(): void {
		$admin = get_users( array( 'role' => 'administrator' ) )[0];
		wp_set_current_user( $admin->ID );
		$run = $this->registry->start( 'counting', array( 'batches' => 5 ) );
		self::assertSame( 'queued', $run['state'] );
		self::assertNotFalse( wp_next_scheduled( 'wp_codebox_work_runs' ) );
		wp_set_current_user( 0 );

		self::assertSame( 5, Plugin::services()->runs()->worker()->work( 10 ) );

		$ended = $this->registry->get( $run['id'] );
		self::assertSame( 'finished', $ended['state'] );
		self::assertSame( array( 1, 2, 3, 4, 5 ), $ended['result']['numbers'] );
		self::assertSame( array( $admin->ID ), $ended['result']['users'] );
		self::assertSame( 0, get_current_user_id() );
	}

	public function test_a_batch_that_fails_or_throws_fails_the_run_with_a_reason_and_the_rest_is_done(): void {
		foreach ( array( 'fails_at', 'throws_at' ) as $how ) {
			$run = $this->registry->start( 'counting', array(
'batches' => 3,
$how      => 2,
) );
			Plugin::services()->runs()->worker()->work( 10 );
			$ended = $this->registry->get( $run['id'] );
			self::assertSame( 'failed', $ended['state'], $how );
			self::assertFalse( $ended['success'], $how );
			self::assertSame( array(
'batches' => 3,
'done'    => 2,
'failed'  => 1,
), $ended['progress'], $how );
			self::assertStringContainsString( '1 of its batches', $ended['reason'], $how );
		}
	}

	public function test_a_cancelled_run_stops_and_resumes_where_it_was(): void {
		$run = $this->registry->start( 'counting', array( 'batches' => 3 ) );
		Plugin::services()->runs()->worker()->work( 0 );
		self::assertSame( 'cancelled', $this->registry->cancel( $run['id'] )['state'] );
		self::assertSame( 0, Plugin::services()->runs()->worker()->work( 10 ) );
		self::assertSame( 'wp_codebox_run_already_final', $this->registry->cancel( $run['id'] )->get_error_code() );

		self::assertSame( 'queued', $this->registry->resume( $run['id'] )['state'] );
		self::assertSame( 3, Plugin::services()->runs()->worker()->work( 10 ) );
		self::assertSame( 'finished', $this->registry->get( $run['id'] )['state'] );
		self::assertSame( 'wp_codebox_run_not_resumable', $this->registry->resume( $run['id'] )->get_error_code() );
	}

	public function test_an_unknown_run_and_an_unknown_kind_have_their_own_errors(): void {
		self::assertSame( 'wp_codebox_run_not_found', $this->registry->get( wp_generate_uuid4() )->get_error_code() );
		self::assertSame( 'wp_codebox_run_kind_unknown', $this->registry->start( 'no-such-kind', array() )->get_error_code() );
	}

	public function test_an_answer_after_the_lease_was_lost_is_not_kept(): void {
		$this->registry->start( 'counting', array( 'batches' => 1 ) );
		$queue = Plugin::services()->runs()->queue();
		$late  = $queue->lease( -1 );
		$next  = $queue->lease( 60 );
		self::assertSame( $late['id'], $next['id'] );
		self::assertNull( $queue->lease( 60 ), 'a batch under a lease that holds is not handed out' );
		self::assertTrue( $queue->renew( $next, 60 ) );
		self::assertTrue( $queue->renew( $next, 60 ), 'twice in a second' );
		self::assertFalse( $queue->renew( $late, 60 ) );
		self::assertFalse( $queue->complete( $late, array( 'number' => 0 ) ) );
		self::assertTrue( $queue->complete( $next, array( 'number' => 1 ) ) );
		self::assertFalse( $queue->complete( $next, array( 'number' => 2 ) ), 'one answer is kept' );
	}

	public function test_a_batch_that_kills_every_worker_is_given_up(): void {
		$run   = $this->registry->start( 'counting', array( 'batches' => 2 ) );
		$queue = Plugin::services()->runs()->queue();
		for ( $death = 0; $death < \WP_Codebox\Runs\Run_Queue::MAX_ATTEMPTS; $death++ ) {
			self::assertSame( 0, $queue->lease( -1 )['position'] );
		}
		Plugin::services()->runs()->worker()->work( 10 );
		$ended = $this->registry->get( $run['id'] );
		self::assertSame( 'failed', $ended['state'] );
		self::assertSame( array(
'batches' => 2,
'done'    => 1,
'failed'  => 1,
), $ended['progress'] );
	}

	public function test_old_runs_are_pruned_and_a_person_can_export_and_erase_theirs(): void {
		$admin = get_users( array( 'role' => 'administrator' ) )[0];
		wp_set_current_user( $admin->ID );
		$run      = $this->registry->start( 'counting', array( 'batches' => 1 ) );
		$exported = apply_filters( 'wp_privacy_personal_data_exporters', array() )['wp-codebox-runs']['callback']( $admin->user_email );
		self::assertSame( 'wp-codebox-run-' . $run['id'], $exported['data'][0]['item_id'] );
		Plugin::services()->runs()->worker()->work( 10 );
		self::assertSame( 0, $this->registry->prune( 1 ) );
		global $wpdb;
		$wpdb->update( Plugin::services()->runs()->tables()->runs(), array( 'updated_at' => '2001-01-01 00:00:00' ), array( 'uuid' => $run['id'] ) );
		self::assertSame( 1, $this->registry->prune( 1 ) );

		$this->registry->start( 'counting', array( 'batches' => 1 ) );
		$erased = apply_filters( 'wp_privacy_personal_data_erasers', array() )['wp-codebox-runs']['callback']( $admin->user_email );
		self::assertSame( 1, $erased['items_removed'] );
		self::assertSame( 0, $this->registry->list( array() )['total'] );
	}

	public function test_four_workers_with_one_killed_again_and_again_do_every_batch_once(): void {
		$run     = $this->registry->start( 'counting', array(
'batches'      => 200,
'microseconds' => 20_000,
) );
		$workers = array();
		$killed  = 0;
		$started = microtime( true );
		$until   = $started + 90;
		$kill_at = microtime( true ) + 1;
		while ( microtime( true ) < $until && ! in_array( $this->registry->get( $run['id'] )['state'], array( 'finished', 'failed' ), true ) ) {
			$workers = array_filter( $workers, static fn( $process ): bool => proc_get_status( $process )['running'] );
			while ( count( $workers ) < 4 ) {
				$workers[] = $this->start_worker();
			}
			if ( microtime( true ) > $kill_at ) {
				proc_terminate( reset( $workers ), SIGKILL );
				++$killed;
				$kill_at = microtime( true ) + 1;
			}
			usleep( 100_000 );
		}
		array_map( 'proc_terminate', $workers );
		array_map( 'proc_close', $workers );

		$ended = $this->registry->get( $run['id'] );
		self::assertSame( 'finished', $ended['state'], (string) wp_json_encode( $ended ) );
		self::assertSame( range( 1, 200 ), $ended['result']['numbers'] );
		self::assertGreaterThan( 0, $killed );
		fwrite( STDERR, sprintf( "\n4 workers, %d killed, one a second: 200 batches, each done once, in %.0f s\n", $killed, microtime( true ) - $started ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions
	}

	/** @return resource */
	private function start_worker() {
		$process = proc_open(
			array( PHP_BINARY, dirname( __DIR__, 2 ) . '/fixtures/runs/work.php', untrailingslashit( ABSPATH ), '60', '2' ),
			array( array( 'file', '/dev/null', 'r' ), array( 'file', '/dev/null', 'w' ), array( 'file', '/dev/null', 'w' ) ),
			$pipes
		);
		self::assertIsResource( $process );
		return $process;
	}
}
