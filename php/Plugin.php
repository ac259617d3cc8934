<?php

declare( strict_types=1 );

namespace WP_Codebox;

use WP_Codebox\Browser\Browser_Routes;
use WP_Codebox\Browser\Remote_Host;
use WP_Codebox\Browser\Remote_Routes;
use WP_Codebox\Browser\Stale_Workers;
use WP_Codebox\Artifacts\Artifact_Cron;
use WP_Codebox\Artifacts\Artifact_Routes;
use WP_Codebox\Artifacts\Artifact_Store;
use WP_Codebox\Fuzz\Runs\Fuzz_Runs;
use WP_Codebox\Operations\Capabilities;
use WP_Codebox\Runs\Run_Hooks;
use WP_Codebox\Surfaces\Abilities_Surface;
use WP_Codebox\Surfaces\Cli_Surface;
use WP_Codebox\Surfaces\Rest_Surface;

/**
 * Hooks the plugin into WordPress. Nothing is built before it is needed.
 */
final class Plugin {

	private static ?Services $services = null;

	/** Registers the surfaces; called once by the plugin file. */
	public static function boot(): void {
		$services = self::services();
		$services->capabilities()->register();
		( new Run_Hooks( $services ) )->register();
		( new Fuzz_Runs( $services ) )->register();
		( new Abilities_Surface( $services ) )->register();
		( new Rest_Surface( $services ) )->register();
		( new Remote_Routes( $services ) )->register();
		( new Remote_Host( $services ) )->register();
		( new Browser_Routes( $services ) )->register();
		$services->browser()->scripts()->register();
		( new Stale_Workers( $services->browser()->remote() ) )->register();
		( new Artifact_Routes( $services->artifacts() ) )->register();
		( new Artifact_Cron( static fn(): Artifact_Store => $services->artifacts()->store() ) )->register();
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			( new Cli_Surface( $services ) )->register();
		}
		/**
		 * Fires when WP Codebox has hooked its surfaces into WordPress.
		 *
		 * @param Services $services The composition root.
		 */
		do_action( 'wp_codebox_booted', $services );
	}

	/** The composition root of this request. */
	public static function services(): Services {
		return self::$services ??= new Services();
	}
}
