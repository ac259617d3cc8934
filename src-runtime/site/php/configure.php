<?php
/**
 * Second step of making a site: one user per core role (password "password"), pretty permalinks.
 *
 * Input: see request.php.
 */

declare( strict_types=1 );

require __DIR__ . '/request.php';

require $wp_codebox_install['root'] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

foreach ( array( 'editor', 'author', 'contributor', 'subscriber' ) as $wp_codebox_role ) {
	$wp_codebox_user = wp_insert_user(
		array(
			'user_login'   => $wp_codebox_role,
			'user_pass'    => 'password',
			'user_email'   => $wp_codebox_role . '@example.org',
			'display_name' => ucfirst( $wp_codebox_role ),
			'role'         => $wp_codebox_role,
		)
	);
	if ( is_wp_error( $wp_codebox_user ) ) {
		throw new RuntimeException( $wp_codebox_user->get_error_message() );
	}
}

global $wp_rewrite;
$wp_rewrite->set_permalink_structure( '/%year%/%monthnum%/%day%/%postname%/' );
flush_rewrite_rules( false );
echo 'configured';
