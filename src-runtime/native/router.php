<?php
/**
 * Router of PHP's web server for WordPress: files as they are, everything else through index.php.
 */

declare( strict_types=1 );

$wp_codebox_path = (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH ); // phpcs:ignore WordPress.WP.AlternativeFunctions, WordPress.Security.ValidatedSanitizedInput -- WordPress is not there yet; the path is only compared with what lies below the root.
$wp_codebox_root = (string) realpath( (string) $_SERVER['DOCUMENT_ROOT'] ); // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Set by the web server.
$wp_codebox_file = realpath( $wp_codebox_root . rawurldecode( $wp_codebox_path ) );

// What a web server must not give away: the database, the configuration, hidden files.
if ( 1 === preg_match( '#/\.|^/wp-content/database(/|$)#', rawurldecode( $wp_codebox_path ) ) ) {
	http_response_code( 404 );
	return true;
}
if ( false !== $wp_codebox_file && is_dir( $wp_codebox_file ) && is_file( $wp_codebox_file . '/index.php' ) && '/' !== $wp_codebox_path ) {
	if ( ! str_ends_with( $wp_codebox_path, '/' ) ) {
		header( 'Location: ' . $wp_codebox_path . '/', true, 301 );
		return true;
	}
	return false;
}
if ( false !== $wp_codebox_file && is_file( $wp_codebox_file ) ) {
	return false;
}
$_SERVER['SCRIPT_NAME']     = '/index.php';
$_SERVER['PHP_SELF']        = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = $wp_codebox_root . '/index.php';
chdir( $wp_codebox_root );
require $wp_codebox_root . '/index.php';
