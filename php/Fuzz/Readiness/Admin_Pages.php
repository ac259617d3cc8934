<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Readiness;

/**
 * Does what a role's first look at the dashboard does: plugins make their tables, run their upgrades and hand out
 * capabilities on `admin_menu` and `admin_init`.
 */
final class Admin_Pages {

	private const HOOKS = array( 'admin_menu', 'admin_init' );

	/**
	 * @param Hook_Callbacks $callbacks Callbacks of the code under test.
	 * @param Calm           $calm      Runs them.
	 */
	public function __construct(
		private readonly Hook_Callbacks $callbacks,
		private readonly Calm $calm
	) {}

	/**
	 * @param array<string, int> $role_users Role → user id; those without user are left out.
	 * @return list<array{step: string, callback: string, stopped: string|null}> What was called, and what stopped it.
	 */
	public function load( array $role_users ): array {
		$this->load_admin();
		$before  = get_current_user_id();
		$screen  = $GLOBALS['current_screen'] ?? null;
		$records = array();
		set_current_screen( 'dashboard' );
		try {
			foreach ( array_filter( $role_users ) as $role => $user_id ) {
				wp_set_current_user( $user_id );
				foreach ( self::HOOKS as $hook ) {
					foreach ( $this->callbacks->of( $hook ) as $callback ) {
						$records[] = array(
							'step'     => "$hook as $role",
							'callback' => $callback['name'],
							'stopped'  => $this->calm->run( static fn() => call_user_func( $callback['call'], '' ) ),
						);
					}
				}
			}
		} finally {
			wp_set_current_user( $before );
			$GLOBALS['current_screen'] = $screen; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- put back as it was.
		}
		return $records;
	}

	private function load_admin(): void {
		require_once constant( 'ABSPATH' ) . 'wp-admin/includes/admin.php';
		foreach ( array( 'menu', 'submenu', '_wp_real_parent_file', '_wp_submenu_nopriv', '_registered_pages', '_parent_pages', '_wp_menu_nopriv' ) as $global ) {
			$GLOBALS[ $global ] ??= array();
		}
	}
}
