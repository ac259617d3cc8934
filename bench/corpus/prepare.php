<?php
/**
 * Prepares a plugin on a site outside WP-CLI, with which some plugins do not load: php prepare.php <site> <slug> [<fixture>]
 *
 * Without a fixture the plugin is activated; else the file is included as the administrator, after `admin_init`.
 */

declare( strict_types=1 );

list( , $site, $slug ) = $argv;
define( 'WP_ADMIN', true );
$_SERVER['HTTP_HOST']      = 'localhost';
$_SERVER['REQUEST_METHOD'] = 'GET';
require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
wp_set_current_user( 1 );
if ( ! isset( $argv[3] ) ) {
	$result = activate_plugin( $slug . '/' . array_key_first( get_plugins( '/' . $slug ) ) );
	exit( is_wp_error( $result ) ? 1 : 0 );
}
// Some plugins redirect to their welcome page at first sight and end the process.
register_shutdown_function(
	static function () use ( $argv ): void {
		require $argv[3];
	}
);
set_current_screen( 'dashboard' );
do_action( 'admin_init' );
