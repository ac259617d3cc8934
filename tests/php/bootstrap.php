<?php
/**
 * Loads the real WordPress that WP_CODEBOX_TEST_SITE names; nothing is mocked.
 *
 * `npm run test:php` makes such sites (SQLite, MariaDB, multisite) and runs the suite on each.
 */

declare( strict_types=1 );

$wp_codebox_site = getenv( 'WP_CODEBOX_TEST_SITE' );
if ( false === $wp_codebox_site || ! is_file( $wp_codebox_site . '/wp-load.php' ) ) {
	fwrite( STDERR, "WP_CODEBOX_TEST_SITE has to name a WordPress folder with WP Codebox active; `npm run test:php` makes one.\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- WordPress is not there yet.
	exit( 3 );
}
require dirname( __DIR__, 2 ) . '/vendor/autoload.php';
$_SERVER['HTTP_HOST']       ??= 'localhost';
$_SERVER['SERVER_NAME']     ??= 'localhost';
$_SERVER['REQUEST_URI']     ??= '/';
$_SERVER['REQUEST_METHOD']  ??= 'GET';
$_SERVER['SERVER_PROTOCOL'] ??= 'HTTP/1.1';
$_SERVER['REMOTE_ADDR']     ??= '127.0.0.1';
require $wp_codebox_site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
