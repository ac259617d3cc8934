<?php
/**
 * First step of making a site: the tables, the administrator, and on a multisite the network's tables.
 *
 * Input: see request.php. wp-config.php must not define MULTISITE yet.
 */

declare( strict_types=1 );

require __DIR__ . '/request.php';

define( 'WP_INSTALLING', true );
define( 'WP_SITEURL', $wp_codebox_install['url'] );
require $wp_codebox_install['root'] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// The installer mails the password.
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( $wp_codebox_install['title'], 'admin', 'admin@example.org', true, '', 'password' );

if ( $wp_codebox_install['multisite'] ) {
	foreach ( $wpdb->tables( 'ms_global' ) as $wp_codebox_table => $wp_codebox_prefixed ) {
		$wpdb->$wp_codebox_table = $wp_codebox_prefixed;
	}
	install_network();
	$wp_codebox_result = populate_network( 1, $_SERVER['HTTP_HOST'], 'admin@example.org', $wp_codebox_install['title'], '/', false );
	// "no_wildcard_dns" is not possible for subfolders; anything else is a failed installation.
	if ( is_wp_error( $wp_codebox_result ) ) {
		throw new RuntimeException( $wp_codebox_result->get_error_message() );
	}
}
echo 'installed';
