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

	/** Forgets scheduled visits; for deactivation. */
	public function forget(): void {
		wp_clear_scheduled_hook( self::HOOK );
		if ( function_exists( 'as_unschedule_all_actions' ) ) {
			as_unschedule_all_actions( self::HOOK, array(), 'wp-codebox' );
		}
	}
}
