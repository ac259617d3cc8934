<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Report;

/**
 * A case as a command that anyone can run, where HTTP can show it.
 */
final class Curl_Line {

	/**
	 * @param array $fuzz_case Fuzz_Case::to_array().
	 * @return string Empty for what is no REST request.
	 */
	public static function of( array $fuzz_case ): string {
		$input = $fuzz_case['input'] ?? array();
		if ( 'rest' !== ( $fuzz_case['kind'] ?? '' ) || ! isset( $input['path'] ) ) {
			return '';
		}
		$words  = array( 'curl', '-sS', '-X', (string) ( $input['method'] ?? 'GET' ) );
		$params = $input['params'] ?? array();
		if ( 'anonymous' !== ( $fuzz_case['role'] ?? 'anonymous' ) ) {
			$words = array( ...$words, '-u', sprintf( '%s:<application password>', $fuzz_case['role'] ) );
		}
		foreach ( $input['headers'] ?? array() as $name => $value ) {
			$words = array( ...$words, '-H', $name . ': ' . ( is_array( $value ) ? implode( ', ', $value ) : $value ) );
		}
		if ( isset( $input['bodyJson'] ) ) {
			$words = array( ...$words, '-H', 'Content-Type: application/json', '--data-raw', (string) wp_json_encode( $input['bodyJson'], JSON_UNESCAPED_SLASHES ) );
		} elseif ( isset( $input['body'] ) ) {
			$words = array( ...$words, '--data-raw', is_string( $input['body'] ) ? $input['body'] : http_build_query( (array) $input['body'] ) );
		}
		$query = is_array( $params ) && $params ? http_build_query( $params ) : '';
		$url   = rest_url( (string) strtok( ltrim( (string) $input['path'], '/' ), '?' ) );
		$more  = array_filter( array( (string) wp_parse_url( (string) $input['path'], PHP_URL_QUERY ), $query ) );
		if ( $more ) {
			$url .= ( str_contains( $url, '?' ) ? '&' : '?' ) . implode( '&', $more );
		}
		$words[] = $url;
		return implode( ' ', array_map( static fn( string $word ): string => preg_match( '~^[\w@%+=:,./-]+$~', $word ) ? $word : escapeshellarg( $word ), $words ) );
	}
}
