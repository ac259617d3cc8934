<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Readiness;

use WP_Codebox\Fuzz\Inventory\Code_Under_Test;

/**
 * Brings the code under test into the state of a site in use, before the first case: admin pages were loaded by every
 * role, scheduled events have run. What it changes stays, as it would after a visit to the dashboard: plugins make
 * tables then, which no transaction holds. So a caller asks for it only where the site may be changed.
 *
 * A callback that calls exit() ends the process: run it in a worker.
 */
final class Readiness {

	private readonly Admin_Pages $pages;
	private readonly Cron_Events $cron;

	/**
	 * @param Code_Under_Test $code What the run is about.
	 */
	public function __construct( private readonly Code_Under_Test $code ) {
		$callbacks   = new Hook_Callbacks( $code );
		$this->pages = new Admin_Pages( $callbacks, new Calm() );
		$this->cron  = new Cron_Events( $callbacks, new Calm() );
	}

	/** Whether a plugin of the code under test is active, or nothing but the whole site, a namespace or a theme was chosen. */
	public function is_active(): bool {
		if ( ! $this->code->has_paths() ) {
			return true;
		}
		$plugins = array( ...(array) get_option( 'active_plugins', array() ), ...array_keys( is_multisite() ? (array) get_site_option( 'active_sitewide_plugins', array() ) : array() ) );
		$files   = array_map( static fn( mixed $plugin ): string => WP_PLUGIN_DIR . '/' . $plugin, $plugins );
		foreach ( array( ...$files, ...array_keys( get_mu_plugins() ), get_stylesheet_directory() . '/style.css', get_template_directory() . '/style.css' ) as $file ) {
			if ( $this->code->is_under_test( str_starts_with( $file, '/' ) ? $file : WPMU_PLUGIN_DIR . '/' . $file ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param array<string, int> $role_users Role → user id, see Inventory\Roles::users().
	 * @return list<array{step: string, callback: string, stopped: string|null}> What was called, in order, and what stopped it.
	 */
	public function prepare( array $role_users ): array {
		// Administrators first: what they set up, the others find.
		$administrators = array_intersect_key( $role_users, array( 'administrator' => true ) );
		return array( ...$this->pages->load( $administrators + $role_users ), ...$this->cron->run() );
	}
}
