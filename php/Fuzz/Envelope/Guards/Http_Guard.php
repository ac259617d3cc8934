<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Hooked_Guard;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Lets nothing out through the HTTP API of WordPress: each request is recorded and blocked, or answered by a mock.
 */
final class Http_Guard implements Hooked_Guard {

	private const KEPT_BODY = 4096;

	private ?Observation $observation = null;

	/**
	 * @param \Closure(string, array): (array|\WP_Error|null)|null $answer Given URL and arguments, what the HTTP API
	 *                                                                     returns; null blocks the request.
	 */
	public function __construct( private readonly ?\Closure $answer = null ) {}

	public function hooks(): array {
		return array(
			'pre_http_request' => array( 'answer', 3 ),
		);
	}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->observation = $observation;
	}

	/**
	 * @param mixed $response What another filter answered; it never reaches the network either.
	 * @param array $args     Arguments of the request.
	 * @param mixed $url      Where to.
	 * @return mixed An answer in the shape of the HTTP API, or a WP_Error.
	 */
	public function answer( mixed $response, array $args, mixed $url ): mixed {
		if ( null === $this->observation ) {
			return $response;
		}
		$url = (string) $url;
		$this->observation->record(
			$this->type( $url ),
			array(
				'url'      => $url,
				'method'   => (string) ( $args['method'] ?? 'GET' ),
				'headers'  => is_array( $args['headers'] ?? null ) ? $args['headers'] : array(),
				'body'     => substr( is_string( $args['body'] ?? '' ) ? (string) ( $args['body'] ?? '' ) : (string) wp_json_encode( $args['body'] ), 0, self::KEPT_BODY ),
				'redirect' => (int) ( $args['redirection'] ?? 0 ),
				'safe'     => (bool) ( $args['reject_unsafe_urls'] ?? false ),
			),
			Frames::here()
		);
		if ( false !== $response ) {
			return $response;
		}
		return ( null === $this->answer ? null : ( $this->answer )( $url, $args ) ) ?? new \WP_Error( 'http_request_not_executed', 'WP Codebox lets no request out while a case runs.' );
	}

	public function close(): void {
		$this->observation = null;
	}

	private function type( string $url ): string {
		if ( str_contains( $url, '/wp-cron.php' ) ) {
			return 'cron_spawn';
		}
		return wp_parse_url( $url, PHP_URL_HOST ) === wp_parse_url( home_url(), PHP_URL_HOST ) ? 'loopback' : 'http';
	}
}
