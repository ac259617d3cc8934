<?php
/**
 * Runs when an administrator deletes the plugin: removes what it stored, on every site of a network.
 */

declare( strict_types=1 );

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/wp-codebox.php';

foreach ( is_multisite() ? get_sites( array(
'fields' => 'ids',
'number' => 0,
) ) : array( get_current_blog_id() ) as $wp_codebox_site ) {
	if ( is_multisite() ) {
		switch_to_blog( $wp_codebox_site );
	}
	( new WP_Codebox\Uninstall( WP_Codebox\Plugin::services() ) )->site();
	if ( is_multisite() ) {
		restore_current_blog();
	}
}
