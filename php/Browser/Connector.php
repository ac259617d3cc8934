<?php

declare( strict_types=1 );

namespace WP_Codebox\Browser;

/**
 * A connector as the site configured it: addresses that it may reach, and headers that the site adds. Immutable.
 */
final class Connector {

	/**
	 * @param string                $id        Its name.
	 * @param list<string>          $base_urls Addresses below which requests may go.
	 * @param array<string, string> $headers   Credentials; never shown.
	 */
	private function __construct(
		public readonly string $id,
		public readonly array $base_urls,
		public readonly array $headers
	) {}

	/**
	 * Reads an entry of the filter `wp_codebox_browser_provider_base_urls`.
	 *
	 * @param string $id    Connector id.
	 * @param mixed  $entry A base URL, a list of them, or `base_urls` and `headers`.
	 * @return self|null Null when it is configured wrongly.
	 */
	public static function read( string $id, mixed $entry ): ?self {
		$entry   = is_array( $entry ) && isset( $entry['base_urls'] ) ? $entry : array( 'base_urls' => $entry );
		$urls    = array_values( (array) $entry['base_urls'] );
		$headers = (array) ( $entry['headers'] ?? array() );
		foreach ( $urls as $url ) {
			$parts = is_string( $url ) ? wp_parse_url( $url ) : false;
			if ( ! is_array( $parts ) || ! in_array( $parts['scheme'] ?? '', array( 'http', 'https' ), true ) || ! isset( $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['query'] ) || isset( $parts['fragment'] ) ) {
				return null;
			}
		}
		return $urls && array_filter( $headers, 'is_string' ) === $headers ? new self( $id, $urls, $headers ) : null;
	}

	/**
	 * Whether an address lies below one of the base URLs: same scheme, host and port, same path or a path below it.
	 *
	 * @param string $url Absolute URL.
	 */
	public function allows( string $url ): bool {
		$asked = self::normal( $url );
		if ( null === $asked ) {
			return false;
		}
		foreach ( $this->base_urls as $base ) {
			$allowed = self::normal( $base );
			if ( null !== $allowed && $allowed['origin'] === $asked['origin'] && str_starts_with( rtrim( $asked['path'], '/' ) . '/', rtrim( $allowed['path'], '/' ) . '/' ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param string $url Absolute URL.
	 * @return array{origin: string, path: string}|null Null for what could be read in two ways.
	 */
	private static function normal( string $url ): ?array {
		$parts = wp_parse_url( $url );
		if ( ! is_array( $parts ) || ! isset( $parts['scheme'], $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['pass'] ) || preg_match( '/[\x00-\x20\x7f\\\\]/', $url ) ) {
			return null;
		}
		$scheme = strtolower( $parts['scheme'] );
		$path   = rawurldecode( $parts['path'] ?? '/' );
		// A server may resolve these after we have compared.
		if ( ! in_array( $scheme, array( 'http', 'https' ), true ) || preg_match( '#(^|/)\.\.?(/|$)|//|\\\\|%#', $path ) ) {
			return null;
		}
		$port = $parts['port'] ?? ( 'https' === $scheme ? 443 : 80 );
		return array(
			'origin' => "$scheme://" . strtolower( $parts['host'] ) . ":$port",
			'path'   => $path,
		);
	}
}
