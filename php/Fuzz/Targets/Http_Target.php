<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Asks this site over HTTP, as a visitor. Redirects are followed here, and never off the site.
 */
final class Http_Target implements Target {

	private const REDIRECTS = 5;

	/**
	 * @param Site_Client $client Sends the requests.
	 */
	public function __construct( private readonly Site_Client $client ) {}

	public function kind(): string {
		return 'http';
	}

	/**
	 * @param Fuzz_Case   $fuzz_case   The entry is a URL relative to the site.
	 * @param Observation $observation Takes the last answer; every redirect is an event.
	 */
	public function call( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$url = Site_Url::absolute( $fuzz_case->entry );
		if ( null === $url ) {
			$observation->ended         = Observation::INVALID;
			$observation->error_code    = 'wp_codebox_fuzz_http_url_invalid';
			$observation->error_message = 'An HTTP target takes a URL relative to this site, such as /?s=term.';
			return;
		}
		if ( null !== $fuzz_case->role && 'anonymous' !== $fuzz_case->role ) {
			// There is no session to send, and a visitor's answer would be reported as the role's.
			$this->skip( $observation, 'wp_codebox_fuzz_step_unsupported' );
			return;
		}
		if ( ! $this->client->is_reachable() ) {
			$this->skip( $observation, 'wp_codebox_fuzz_http_unreachable' );
			return;
		}
		$this->follow( $url, $fuzz_case, $observation );
	}

	private function follow( string $url, Fuzz_Case $fuzz_case, Observation $observation ): void {
		$input = $fuzz_case->input;
		for ( $hop = 0; $hop <= self::REDIRECTS; $hop++ ) {
			$answer = $this->client->send( $fuzz_case->method(), $url, (array) ( $input['headers'] ?? array() ), $input['bodyJson'] ?? $input['body_json'] ?? $input['body'] ?? null );
			if ( is_string( $answer ) ) {
				$observation->ended         = Observation::UNREACHABLE;
				$observation->error_code    = 'wp_codebox_fuzz_http_request_failed';
				$observation->error_message = $answer;
				return;
			}
			list( $observation->status, $observation->headers, $observation->data ) = $answer;
			$location = $observation->headers['location'] ?? '';
			if ( $observation->status < 300 || $observation->status > 399 || '' === $location ) {
				return;
			}
			$next = Site_Url::redirected( $url, $location );
			$observation->record(
				'redirect',
				array(
					'from'     => $url,
					'to'       => $location,
					'followed' => null !== $next && $hop < self::REDIRECTS,
				)
			);
			if ( null === $next ) {
				return;
			}
			$url = $next;
		}
	}

	private function skip( Observation $observation, string $code ): void {
		$observation->ended       = Observation::SKIPPED;
		$observation->skip_reason = $code;
	}
}
