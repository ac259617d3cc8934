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
 * A line break in a mail header.
 */
final class Mail_Header_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.mail-header';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'A mail header or address holds a line break that the caller sent beside a marker: the caller writes headers of his own.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$trace = new Marker_Trace( $fuzz_case );
		foreach ( $observation->events_of( 'mail' ) as $event ) {
			foreach ( array( 'to', 'subject', 'headers' ) as $field ) {
				$value = $event['data'][ $field ] ?? '';
				foreach ( is_array( $value ) ? $value : array( $value ) as $line ) {
					foreach ( $trace->arrivals( (string) $line ) as $arrival ) {
						if ( 1 === preg_match( '/[\r\n]/', $arrival['fragment'] ) ) {
							yield $this->finding( sprintf( 'The caller breaks the line in the %s of a mail.', $field ), $field, array( 'fragment' => mb_strcut( $arrival['fragment'], 0, 200 ) ), $event['frames'], true );
						}
					}
				}
			}
		}
	}
}
