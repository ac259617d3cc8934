<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * Prunes the store once a day, from the day on which something was stored.
 */
final class Artifact_Cron {

	public const HOOK = 'wp_codebox_prune_artifacts';

	/**
	 * @param \Closure():Artifact_Store $store Makes the store when it is needed.
	 */
	public function __construct( private readonly \Closure $store ) {}

	/** Hooks into WP-Cron. */
	public function register(): void {
		add_action( self::HOOK, array( $this, 'prune' ) );
		add_action( 'update_option_' . Store_Root::OPTION, array( $this, 'schedule' ) );
		add_action( 'add_option_' . Store_Root::OPTION, array( $this, 'schedule' ) );
	}

	public function schedule(): void {
		if ( ! wp_next_scheduled( self::HOOK ) ) {
			wp_schedule_event( time() + DAY_IN_SECONDS, 'daily', self::HOOK );
		}
	}

	public function prune(): void {
		$pruned = ( $this->store )()->prune( null, false );
		if ( is_wp_error( $pruned ) ) {
			wp_trigger_error( __METHOD__, $pruned->get_error_message() );
		}
	}
}
