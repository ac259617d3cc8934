<?php
/**
 * Reads the input of these scripts and stands in for the request that WordPress expects.
 *
 * Input: the environment variable WP_CODEBOX_INSTALL, JSON with `root` (ABSPATH), `url`, `title`, `multisite`
 * and `plugin`. Runs alike on native PHP and in WASM.
 */

declare( strict_types=1 );

$wp_codebox_install = json_decode( (string) getenv( 'WP_CODEBOX_INSTALL' ), true, 8, JSON_THROW_ON_ERROR );
$wp_codebox_url     = parse_url( $wp_codebox_install['url'] ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- WordPress is not there yet.

$_SERVER['HTTP_HOST']       = $wp_codebox_url['host'] . ( isset( $wp_codebox_url['port'] ) ? ':' . $wp_codebox_url['port'] : '' );
$_SERVER['SERVER_NAME']     = $wp_codebox_url['host'];
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';
