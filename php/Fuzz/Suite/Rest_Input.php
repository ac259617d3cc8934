<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

/**
 * Brings the input of a REST case into one form: `method`, `path` without prefix and query string,
 * `params` as a query string would carry them, `headers`, and `bodyJson` or `body`.
 */
final class Rest_Input {

	/**
	 * @param array  $input As the case says.
	 * @param string $entry Entry point of the target, for an input without a path.
	 * @return array<string, mixed>
	 * @throws Malformed_Case When a field has the wrong type.
	 */
	public static function normalize( array $input, string $entry ): array {
		$path = Alias::read( $input, 'path', 'route' ) ?? $entry;
		if ( ! is_string( $path ) ) {
			throw new Malformed_Case( '.input.path', 'has to be a string' );
		}
		$method = $input['method'] ?? 'GET';
		if ( ! is_string( $method ) || ! preg_match( '/^[A-Za-z]{1,20}$/', $method ) ) {
			throw new Malformed_Case( '.input.method', 'has to be an HTTP method' );
		}
		foreach ( array( 'params', 'headers' ) as $name ) {
			if ( isset( $input[ $name ] ) && ! is_array( $input[ $name ] ) ) {
				throw new Malformed_Case( ".input.$name", 'has to be an object' );
			}
		}
		$query = array();
		if ( str_contains( $path, '?' ) ) {
			list( $path, $text ) = explode( '?', $path, 2 );
			wp_parse_str( $text, $query );
		}
		$normal = array(
			'method' => strtoupper( $method ),
			'path'   => self::route( $path ),
		);
		$params = self::as_query( ( $input['params'] ?? array() ) + $query );
		if ( $params ) {
			$normal['params'] = $params;
		}
		if ( isset( $input['headers'] ) ) {
			$normal['headers'] = array_map( static fn( mixed $value ): string => is_scalar( $value ) ? self::text( $value ) : '', $input['headers'] );
		}
		foreach ( array( 'bodyJson', 'body_json' ) as $name ) {
			if ( array_key_exists( $name, $input ) && ! array_key_exists( 'bodyJson', $normal ) ) {
				$normal['bodyJson'] = $input[ $name ];
			}
		}
		if ( isset( $input['body'] ) ) {
			$normal['body'] = is_array( $input['body'] ) ? $input['body'] : self::text( $input['body'] );
		}
		return isset( $input['type'] ) ? $normal + array( 'type' => $input['type'] ) : $normal;
	}

	/**
	 * A query string knows strings and lists of strings.
	 *
	 * @param array $params Typed values.
	 * @return array<array-key, mixed> Strings, nested as they were.
	 */
	public static function as_query( array $params ): array {
		return array_map( static fn( mixed $value ): mixed => is_array( $value ) ? self::as_query( $value ) : self::text( $value ), $params );
	}

	private static function text( mixed $value ): string {
		return match ( true ) {
			true === $value   => 'true',
			false === $value  => 'false',
			is_float( $value ) => (string) wp_json_encode( $value ),
			is_scalar( $value ) => (string) $value,
			default           => '',
		};
	}

	/**
	 * @param string $path With or without `/wp-json`, or the whole address of the site in front.
	 */
	private static function route( string $path ): string {
		$prefix = '/' . rest_get_url_prefix();
		if ( $path === $prefix || str_starts_with( $path, $prefix . '/' ) ) {
			$path = substr( $path, strlen( $prefix ) );
			return '' === $path ? '/' : $path;
		}
		return $path;
	}
}
