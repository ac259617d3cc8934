<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Mirrors the request of a case in the superglobals as WordPress would have them: slashed, with method, URI and headers.
 *
 * Globals_Guard puts the real ones back.
 */
final class Request_Guard implements Case_Guard {

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		if ( 'rest' !== $fuzz_case->kind && 'http' !== $fuzz_case->kind ) {
			return;
		}
		$headers = array_change_key_case( (array) ( $fuzz_case->input['headers'] ?? array() ) );
		$query   = (array) ( $fuzz_case->input['params'] ?? array() );
		$body    = $fuzz_case->input['body'] ?? null;
		$is_json = isset( $fuzz_case->input['bodyJson'] ) || str_contains( (string) ( $headers['content-type'] ?? '' ), 'json' );
		$post    = array();
		if ( ! $is_json && 'POST' === $fuzz_case->method() ) {
			is_array( $body ) ? $post = $body : parse_str( (string) $body, $post );
		}
		$_GET     = wp_slash( $query );
		$_POST    = wp_slash( $post );
		$_REQUEST = array_merge( $_GET, $_POST ); // phpcs:ignore WordPress.Security.NonceVerification -- Made here.
		$_FILES   = array();
		$_COOKIE  = array();
		$this->describe( $fuzz_case, $query, $headers, $is_json );
	}

	public function close(): void {}

	/**
	 * @param Fuzz_Case             $fuzz_case What runs.
	 * @param array<string, mixed>  $query     Query parameters.
	 * @param array<string, mixed>  $headers   Names in lower case.
	 * @param bool                  $is_json   Whether the body is JSON.
	 */
	private function describe( Fuzz_Case $fuzz_case, array $query, array $headers, bool $is_json ): void {
		foreach ( array_keys( $_SERVER ) as $name ) {
			if ( str_starts_with( (string) $name, 'HTTP_' ) && 'HTTP_HOST' !== $name ) {
				unset( $_SERVER[ $name ] );
			}
		}
		$path  = (string) ( $fuzz_case->input['path'] ?? $fuzz_case->entry );
		$path  = 'rest' === $fuzz_case->kind ? '/' . rest_get_url_prefix() . '/' . ltrim( $path, '/' ) : $path;
		$query = http_build_query( $query );

		$_SERVER['REQUEST_METHOD'] = $fuzz_case->method();
		$_SERVER['QUERY_STRING']   = wp_slash( $query );
		$_SERVER['REQUEST_URI']    = wp_slash( '' === $query ? $path : $path . ( str_contains( $path, '?' ) ? '&' : '?' ) . $query );
		$_SERVER['CONTENT_TYPE']   = (string) ( $headers['content-type'] ?? ( $is_json ? 'application/json' : 'application/x-www-form-urlencoded' ) );
		foreach ( $headers as $name => $value ) {
			if ( is_scalar( $value ) && preg_match( '/^[a-z0-9-]+$/', (string) $name ) ) {
				$_SERVER[ 'HTTP_' . strtoupper( str_replace( '-', '_', (string) $name ) ) ] = wp_slash( (string) $value );
			}
		}
	}
}
