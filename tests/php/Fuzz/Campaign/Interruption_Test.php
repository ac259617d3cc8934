<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Fuzz\Campaign;

/**
 * Ctrl-C in the middle of a campaign that writes: no decoy, lent user or half-done case stays.
 */
final class Interruption_Test extends Campaign_Test_Case {

	/** Seconds after which a campaign that shows no sign of life has failed; nothing is measured by it. */
	private const PATIENCE = 180;

	public static function setUpBeforeClass(): void {
		self::use_plugin( dirname( __DIR__, 3 ) . '/fixtures/plugins/mendable' );
	}

	public function test_a_signal_to_the_process_group_leaves_the_site_as_it_was(): void {
		// Readiness changes a site for testing on purpose, once.
		self::fuzz( '--namespace=mendable', '--allow-mutations', '--cases=2' );
		$before = Site_Digest::take();

		$errors  = (string) tempnam( get_temp_dir(), 'wp-codebox-interrupted' );
		$process = $this->start( $errors );
		$group   = proc_get_status( $process )['pid'];
		$this->wait( static fn(): bool => str_contains( (string) file_get_contents( $errors ), ' cases (' ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Ours.
		$planted = $this->decoys();
		$this->assertTrue( posix_kill( -$group, SIGINT ) );

		$state = proc_get_status( $process );
		while ( $state['running'] ) {
			usleep( 20000 );
			$state = proc_get_status( $process );
		}
		proc_close( $process );
		unlink( $errors ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- Ours.
		// The campaign's own process takes the decoys away while the command is already gone.
		$this->wait( static fn(): bool => ! posix_kill( -$group, 0 ) );
		wp_cache_flush();

		$this->assertNotSame( 0, $planted );
		$this->assertTrue( 130 === $state['exitcode'] || ( $state['signaled'] && SIGINT === $state['termsig'] ), (string) wp_json_encode( $state ) );
		$this->assertSame( 0, $this->decoys() );
		$this->assertSame( $before, Site_Digest::take() );
	}

	/**
	 * @param string $errors File that takes standard error.
	 * @return resource `wp codebox fuzz` as the leader of a process group.
	 */
	private function start( string $errors ) {
		$lead    = 'posix_setsid(); pcntl_exec( PHP_BINARY, array_slice( $argv, 1 ) );';
		$command = array( PHP_BINARY, '-r', $lead, '--', (string) getenv( 'WP_CODEBOX_TEST_WP_CLI' ), '--allow-root', '--path=' . untrailingslashit( ABSPATH ), 'codebox', 'fuzz', '--namespace=mendable', '--allow-mutations', '--format=json', self::TIME );
		$process = proc_open( $command, array( array( 'file', '/dev/null', 'r' ), array( 'file', '/dev/null', 'w' ), array( 'file', $errors, 'w' ) ), $pipes );
		$this->assertIsResource( $process );
		return $process;
	}

	private function decoys(): int {
		global $wpdb;
		return (int) $wpdb->get_var( $wpdb->prepare( 'SELECT COUNT(*) FROM %i WHERE post_title LIKE %s', $wpdb->posts, '%wpcbdecoy%' ) );
	}

	/**
	 * @param \Closure():bool $is_so What has to come about.
	 */
	private function wait( \Closure $is_so ): void {
		for ( $tries = 0; $tries < self::PATIENCE * 20; $tries++ ) {
			if ( $is_so() ) {
				return;
			}
			usleep( 50000 );
		}
		$this->fail( 'It did not come about.' );
	}
}
