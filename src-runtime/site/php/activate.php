<?php
/**
 * Last step of making a site: activates a plugin (on a multisite for the whole network).
 *
 * Input: see request.php.
 */

declare( strict_types=1 );

require __DIR__ . '/request.php';

require $wp_codebox_install['root'] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

$wp_codebox_result = activate_plugin( $wp_codebox_install['plugin'], '', is_multisite() );
if ( is_wp_error( $wp_codebox_result ) ) {
	throw new RuntimeException( $wp_codebox_result->get_error_message() );
}
echo 'activated';
