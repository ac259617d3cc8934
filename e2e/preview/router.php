<?php
/**
 * Serves a WordPress folder with PHP's built-in server the way a usual host does: pretty
 * permalinks, ETag and 304 for static files, and one site below several host names.
 *
 * Environment: PREVIEW_SITE_URL, PREVIEW_CONSTANTS (JSON object).
 */

$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );

define( 'WP_HOME', getenv( 'PREVIEW_SITE_URL' ) );
define( 'WP_SITEURL', getenv( 'PREVIEW_SITE_URL' ) );
foreach ( json_decode( getenv( 'PREVIEW_CONSTANTS' ) ?: '{}', true ) as $name => $value ) {
	define( $name, $value );
}

if ( str_contains( $path, '..' ) || str_contains( $path, '/.' ) ) {
	http_response_code( 403 );
	exit;
}
if ( is_dir( $root . $path ) && is_file( $root . rtrim( $path, '/' ) . '/index.php' ) ) {
	if ( ! str_ends_with( $path, '/' ) ) {
		header( 'Location: ' . $path . '/', true, 301 );
		exit;
	}
	$path .= 'index.php';
}
$file = $root . $path;
if ( is_file( $file ) && ! str_ends_with( $file, '.php' ) ) {
	$types = array(
		'css'  => 'text/css',
		'html' => 'text/html; charset=utf-8',
		'js'   => 'text/javascript',
		'json' => 'application/json',
		'svg'  => 'image/svg+xml',
		'png'  => 'image/png',
		'wasm' => 'application/wasm',
	);
	$tag   = sprintf( '"%x-%x"', filemtime( $file ), filesize( $file ) );
	header( 'ETag: ' . $tag );
	header( 'Last-Modified: ' . gmdate( 'D, d M Y H:i:s', filemtime( $file ) ) . ' GMT' );
	header( 'Content-Type: ' . ( $types[ pathinfo( $file, PATHINFO_EXTENSION ) ] ?? 'application/octet-stream' ) );
	if ( ( $_SERVER['HTTP_IF_NONE_MATCH'] ?? '' ) === $tag ) {
		http_response_code( 304 );
		exit;
	}
	header( 'Content-Length: ' . filesize( $file ) );
	readfile( $file );
	exit;
}
if ( ! is_file( $file ) ) {
	$file = $root . '/index.php';
	$path = '/index.php';
}
$_SERVER['SCRIPT_FILENAME'] = $file;
$_SERVER['SCRIPT_NAME']     = $path;
$_SERVER['PHP_SELF']        = $path;
chdir( dirname( $file ) );
require $file;
