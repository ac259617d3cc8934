<?php

declare( strict_types=1 );

namespace WP_Codebox\Runs;

/**
 * Asks WordPress to work on queued runs soon: through Action Scheduler where a plugin brings it, else WP-Cron.
 */
final class Run_Schedule {

	public const HOOK = 'wp_codebox_work_runs';

	/** Schedules one visit of a worker, unless one is scheduled already. */
	public function wake(): void {
		if ( function_exists( 'as_enqueue_async_action' ) ) {
			if ( ! as_has_scheduled_action( self::HOOK, array(), 'wp-codebox' ) ) {
				as_enqueue_async_action( self::HOOK, array(), 'wp-codebox' );
			}
			return;
		}
		if ( false === wp_next_scheduled( self::HOOK ) ) {
			wp_schedule_single_event( time(), self::HOOK );
		}
	}

	/**
	 * Schedules a visit for the case that a process dies before it says leave().
	 *
	 * @param string $who     What it works on.
	 * @param int    $seconds From now.
	 */
	public function look_after( string $who, int $seconds ): void {
		if ( function_exists( 'as_schedule_single_action' ) ) {
			as_schedule_single_action( time() + $seconds, self::HOOK, array( $who ), 'wp-codebox' );
			return;
		}
		wp_schedule_single_event( time() + $seconds, self::HOOK, array( $who ) );
	}

	/**
	 * @param string $who As look_after() was told.
	 */
	public function leave( string $who ): void {
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( self::HOOK, array( $who ), 'wp-codebox' );
		}
		wp_clear_scheduled_hook( self::HOOK, array( $who ) );
	}

	/** Forgets scheduled visits; for deactivation. */
	public function forget(): void {
		wp_unschedule_hook( self::HOOK );
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( self::HOOK, array(), 'wp-codebox' );
		}
	}
}
