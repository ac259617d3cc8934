<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Marker_Trace;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A line break in an HTTP header.
 */
final class Header_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.header';
	protected const SIGNALS     = Signals::MARKERS;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'A header of the answer holds a line break that the caller sent beside a marker: the caller writes headers, or a body, of his own.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$trace = new Marker_Trace( $fuzz_case );
		$lines = $observation->headers;
		foreach ( $observation->events_of( 'header' ) as $event ) {
			$lines[ strtolower( (string) ( $event['data']['name'] ?? '' ) ) ] ??= (string) ( $event['data']['value'] ?? '' );
		}
		foreach ( $lines as $name => $line ) {
			foreach ( $trace->arrivals( $line ) as $arrival ) {
				if ( 1 === preg_match( '/[\r\n]/', $arrival['fragment'] ) ) {
					yield $this->finding( 'The caller breaks the line in a header of the answer.', (string) $name, array( 'fragment' => mb_strcut( $arrival['fragment'], 0, 200 ) ), array(), true );
				}
			}
		}
	}
}
