<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Puts a case's request into the superglobals as WordPress would have them: slashed.
 */
final class Request_Mirror {

	/**
	 * @param Fuzz_Case $fuzz_case A case; only a REST request is mirrored.
	 * @return \Closure():void Puts everything back.
	 */
	public static function put_on( Fuzz_Case $fuzz_case ): \Closure {
		// phpcs:disable WordPress.Security.NonceVerification -- These are the globals themselves, not what a visitor sent.
		$before  = array( $_GET, $_POST, $_REQUEST, $_SERVER, $_COOKIE, $_FILES );
		$restore = static function () use ( $before ): void {
			list( $_GET, $_POST, $_REQUEST, $_SERVER, $_COOKIE, $_FILES ) = $before;
		};
		if ( ! isset( $fuzz_case->input['path'] ) || ! is_string( $fuzz_case->input['path'] ) ) {
			return $restore;
		}
		$query    = (array) ( $fuzz_case->input['params'] ?? array() );
		$form     = is_array( $fuzz_case->input['body'] ?? null ) ? $fuzz_case->input['body'] : array();
		$text     = http_build_query( $query );
		$_GET     = wp_slash( $query );
		$_POST    = wp_slash( $form );
		$_REQUEST = array_merge( $_GET, $_POST );
		$_FILES   = array();
		// phpcs:enable WordPress.Security.NonceVerification

		$_SERVER['REQUEST_METHOD'] = $fuzz_case->method();
		$_SERVER['REQUEST_URI']    = wp_slash( '/' . rest_get_url_prefix() . $fuzz_case->input['path'] . ( '' === $text ? '' : '?' . $text ) );
		$_SERVER['QUERY_STRING']   = wp_slash( $text );
		foreach ( $_SERVER as $name => $value ) {
			if ( str_starts_with( (string) $name, 'HTTP_' ) && 'HTTP_HOST' !== $name ) {
				unset( $_SERVER[ $name ] );
			}
		}
		foreach ( (array) ( $fuzz_case->input['headers'] ?? array() ) as $name => $value ) {
			$name                                    = strtoupper( strtr( (string) $name, '-', '_' ) );
			$is_plain                                = in_array( $name, array( 'CONTENT_TYPE', 'CONTENT_LENGTH' ), true );
			$_SERVER[ $is_plain ? $name : 'HTTP_' . $name ] = wp_slash( (string) $value );
		}
		if ( array_key_exists( 'bodyJson', $fuzz_case->input ) ) {
			$_SERVER['CONTENT_TYPE'] ??= 'application/json';
		}
		return $restore;
	}
}
