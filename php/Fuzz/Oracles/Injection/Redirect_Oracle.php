<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A redirect to an address that the caller chose.
 */
final class Redirect_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.redirect';
	protected const SIGNALS     = Signals::EVENTS | Signals::LOCATION;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'The answer sends the visitor to a host that came from the input (open redirect). wp_safe_redirect() would not.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$locations = array_map( static fn( array $event ): array => array( (string) ( $event['data']['location'] ?? $event['data']['url'] ?? '' ), $event['frames'] ), $observation->events_of( 'redirect' ) );
		if ( isset( $observation->headers['location'] ) && ( null === $observation->status || $observation->status >= 300 && $observation->status < 400 ) ) {
			$locations[] = array( $observation->headers['location'], array() );
		}
		$values = Input_Values::of( $fuzz_case );
		foreach ( $locations as list( $location, $frames ) ) {
			$host = strtolower( (string) wp_parse_url( $location, PHP_URL_HOST ) );
			if ( '' !== $host && $host !== $context->site?->host && ( $values->marks( $host ) || $this->was_sent( $values, $host ) ) ) {
				yield $this->finding( 'Redirects to a host that the caller chose.', 'redirect', array( 'location' => mb_strcut( $location, 0, 300 ) ), $frames, true );
				return;
			}
		}
	}

	private function was_sent( Input_Values $values, string $host ): bool {
		foreach ( $values->strings as $value ) {
			if ( strtolower( (string) wp_parse_url( trim( $value ), PHP_URL_HOST ) ) === $host ) {
				return true;
			}
		}
		return false;
	}
}
