<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Purity;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\Role_Capability;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A read that waits for another server.
 */
final class Read_Http_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'purity.read-http';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'A GET, HEAD or a read-only ability sent an outbound request to a fixed address: the answer is as slow as that server. Silent where the answer is kept in a transient, and for callers who may manage options and wait for what they asked. A request to an address that the caller chose is injection.ssrf.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( $fuzz_case->is_mutating() || ( Role_Capability::ANONYMOUS !== $fuzz_case->role && Role_Capability::has( $fuzz_case->role, 'manage_options' ) ) || $this->keeps_answer( $observation ) ) {
			return;
		}
		$values = Input_Values::of( $fuzz_case );
		foreach ( $observation->events_of( 'http' ) as $event ) {
			$url = (string) ( $event['data']['url'] ?? '' );
			if ( ! $values->marks( $url ) && ! in_array( $url, $values->strings, true ) && '' !== (string) wp_parse_url( $url, PHP_URL_HOST ) ) {
				$host = (string) wp_parse_url( $url, PHP_URL_HOST );
				yield $this->finding( sprintf( 'A read sends a request to %s.', $host ), $host, array( 'host' => $host ), $event['frames'], true, Finding::INFO );
			}
		}
	}

	/** A transient written beside the request, or looked for before it: the envelope's refusal is nothing to keep. */
	private function keeps_answer( Observation $observation ): bool {
		foreach ( $observation->queries as $query ) {
			if ( 1 === preg_match( '/_transient_/', $query['sql'] ) ) {
				return true;
			}
		}
		return false;
	}
}
