<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WpOrg\Requests\Exception as Requests_Exception;
use WpOrg\Requests\Requests;

/**
 * HTTP to this site only. It goes below WordPress's HTTP API, whose filters keep the cases themselves
 * from reaching out while a suite runs.
 */
final class Site_Client {

	private const TIMEOUT       = 15.0;
	private const PROBE_TIMEOUT = 3.0;
	private const BODY_LIMIT    = 1048576;

	private ?bool $reachable = null;

	/** Asks the front page once per suite: a server with one worker, and most WASM, cannot answer itself. */
	public function is_reachable(): bool {
		return $this->reachable ??= is_array( $this->send( 'HEAD', home_url( '/' ), array(), null, self::PROBE_TIMEOUT ) );
	}

	/**
	 * @param string                $method  HTTP method.
	 * @param string                $url     Absolute URL on this site.
	 * @param array<string, string> $headers Request headers.
	 * @param mixed                 $body    JSON value, or a string sent as it is; null for none.
	 * @param float                 $timeout Seconds.
	 * @return array{int, array<string, string>, string}|string Status, headers in lower case, body; or why there is no answer.
	 */
	public function send( string $method, string $url, array $headers, mixed $body, float $timeout = self::TIMEOUT ): array|string {
		if ( null !== $body && ! is_string( $body ) ) {
			$headers += array( 'Content-Type' => 'application/json' );
			$body     = (string) wp_json_encode( $body );
		}
		try {
			$answer = Requests::request(
				$url,
				array_map( 'strval', $headers ),
				$body, // @phpstan-ignore argument.type (Requests sends a string as it is; its docblock forgets that.)
				$method,
				array(
					'timeout'          => $timeout,
					'connect_timeout'  => min( $timeout, 5.0 ),
					'follow_redirects' => false,
					'max_bytes'        => self::BODY_LIMIT,
					'useragent'        => 'WP Codebox/' . WP_CODEBOX_VERSION,
					// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- Core's filter for loopback requests.
					'verify'           => apply_filters( 'https_local_ssl_verify', false, $url ) ? ABSPATH . WPINC . '/certificates/ca-bundle.crt' : false,
				)
			);
		} catch ( Requests_Exception $exception ) {
			return $exception->getMessage();
		}
		$flat = array();
		foreach ( $answer->headers->getAll() as $name => $values ) {
			$flat[ strtolower( (string) $name ) ] = implode( ', ', (array) $values );
		}
		return array( (int) $answer->status_code, $flat, (string) $answer->body );
	}
}
