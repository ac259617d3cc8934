<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Errors\Errors;
use WP_Error;

/**
 * The operation `http.request` of a connector: one request to an allowed address, redirects only to allowed
 * addresses of the same host, a cap on both bodies.
 */
final class Connector_Http {

	/** Headers that a caller may not set: they would change who asks, or where. */
	private const REFUSED_HEADERS = array( 'host', 'cookie', 'content-length', 'transfer-encoding', 'connection', 'upgrade', 'proxy-authorization', 'expect' );

	/**
	 * @param Connector $connector The connector.
	 * @param array     $payload   `method`, `url` or `path`, `query`, `headers`, `body` or `json`.
	 * @return array|WP_Error status, headers, body, bytes.
	 */
	public function request( Connector $connector, array $payload ): array|WP_Error {
		$limits  = Contracts::get( 'browser' )['connector'];
		$request = $this->arguments( $connector, $payload, $limits );
		if ( is_wp_error( $request ) ) {
			return $request;
		}
		$url = $request['url'];
		for ( $redirects = 0; ; $redirects++ ) {
			if ( ! $connector->allows( $url ) ) {
				return 0 === $redirects
					? Errors::make( 'wp_codebox_browser_connector_url_forbidden', $url, array( 'field' => 'payload.url' ) )
					: Errors::make( 'wp_codebox_browser_connector_redirect_refused', $url );
			}
			$answer = wp_safe_remote_request( $url, $request['arguments'] );
			if ( is_wp_error( $answer ) ) {
				return Errors::make( 'wp_codebox_browser_connector_failed', $answer->get_error_message(), array( 'reason' => $answer->get_error_code() ) );
			}
			$status   = (int) wp_remote_retrieve_response_code( $answer );
			$location = wp_remote_retrieve_header( $answer, 'location' );
			if ( ! in_array( $status, array( 301, 302, 303, 307, 308 ), true ) || ! is_string( $location ) || '' === $location ) {
				return $this->response( $answer, $status, $limits['responseBytes'] );
			}
			$next = \WP_Http::make_absolute_url( $location, $url );
			if ( $redirects >= $limits['redirects'] || Remote_Boot::origin_of( $next ) !== Remote_Boot::origin_of( $url ) ) {
				return Errors::make( 'wp_codebox_browser_connector_redirect_refused', $next );
			}
			if ( 307 !== $status && 308 !== $status ) {
				$request['arguments']['method'] = 'HEAD' === $request['arguments']['method'] ? 'HEAD' : 'GET';
				unset( $request['arguments']['body'] );
			}
			$url = $next;
		}
	}

	/**
	 * @return array{url: string, arguments: array}|WP_Error
	 */
	private function arguments( Connector $connector, array $payload, array $limits ): array|WP_Error {
		$method = strtoupper( (string) ( is_string( $payload['method'] ?? 'GET' ) ? $payload['method'] ?? 'GET' : '' ) );
		if ( ! in_array( $method, $limits['methods'], true ) ) {
			return $this->invalid( 'method', implode( ', ', $limits['methods'] ) );
		}
		$url = $payload['url'] ?? ( is_string( $payload['path'] ?? null ) ? rtrim( $connector->base_urls[0], '/' ) . '/' . ltrim( $payload['path'], '/' ) : null );
		if ( ! is_string( $url ) ) {
			return $this->invalid( 'url', 'a string, or path below the first base URL' );
		}
		$query = $payload['query'] ?? array();
		if ( ! is_array( $query ) ) {
			return $this->invalid( 'query', 'an object' );
		}
		$headers = $this->headers( $payload['headers'] ?? array() );
		if ( is_wp_error( $headers ) ) {
			return $headers;
		}
		$body = array_key_exists( 'json', $payload ) ? (string) wp_json_encode( $payload['json'] ) : $payload['body'] ?? null;
		if ( null !== $body && ! is_string( $body ) ) {
			return $this->invalid( 'body', 'a string; json takes other values' );
		}
		if ( strlen( (string) $body ) > $limits['requestBytes'] ) {
			return Errors::make( 'wp_codebox_input_too_large', 'a connector request may send ' . $limits['requestBytes'] . ' bytes', array( 'field' => 'payload.body' ) );
		}
		if ( array_key_exists( 'json', $payload ) ) {
			$headers['content-type'] ??= 'application/json';
		}
		return array(
			'url'       => $query ? $url . ( str_contains( $url, '?' ) ? '&' : '?' ) . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 ) : $url,
			'arguments' => array(
				'method'              => $method,
				// What the site adds wins.
				'headers'             => array_merge( $headers, array_change_key_case( $connector->headers ) ),
				'timeout'             => $limits['seconds'],
				'redirection'         => 0,
				'limit_response_size' => $limits['responseBytes'] + 1,
				'cookies'             => array(),
			) + ( null === $body ? array() : array( 'body' => $body ) ),
		);
	}

	private function headers( mixed $sent ): array|WP_Error {
		$headers = array();
		foreach ( is_array( $sent ) ? $sent : array( '' => $sent ) as $name => $value ) {
			$name = strtolower( (string) $name );
			if ( ! is_string( $value ) || 1 !== preg_match( '/^[a-z0-9!#$&^_.+-]+$/D', $name ) || preg_match( '/[\r\n\0]/', $value ) || in_array( $name, self::REFUSED_HEADERS, true ) ) {
				return $this->invalid( "headers.$name", 'a header that a caller may set, its value one line' );
			}
			$headers[ $name ] = $value;
		}
		return $headers;
	}

	private function response( array $answer, int $status, int $most ): array|WP_Error {
		$body = wp_remote_retrieve_body( $answer );
		if ( strlen( $body ) > $most ) {
			return Errors::make( 'wp_codebox_browser_connector_response_too_large', "more than $most bytes" );
		}
		$headers = array();
		foreach ( wp_remote_retrieve_headers( $answer ) as $name => $value ) {
			if ( 'set-cookie' !== strtolower( (string) $name ) ) {
				$headers[ strtolower( (string) $name ) ] = is_array( $value ) ? implode( ', ', $value ) : (string) $value;
			}
		}
		$is_text = 1 === preg_match( '//u', $body );
		return array(
			'status'   => $status,
			'headers'  => $headers,
			'body'     => $is_text ? $body : base64_encode( $body ), // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- bytes in JSON.
			'encoding' => $is_text ? 'utf-8' : 'base64',
			'bytes'    => strlen( $body ),
		);
	}

	private function invalid( string $field, string $wanted ): WP_Error {
		return Errors::make( 'wp_codebox_browser_connector_request_invalid', "payload.$field has to be $wanted", array( 'field' => "payload.$field" ) );
	}
}
