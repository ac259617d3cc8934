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
 * A marker in a shell command.
 */
final class Exec_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.exec';
	protected const SIGNALS     = Signals::EVENTS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'A command line given to the shell holds input outside single quotes, with characters that the shell reads. What escapeshellarg() made is silent.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$trace = new Marker_Trace( $fuzz_case );
		foreach ( $observation->events_of( 'exec' ) as $event ) {
			$command = (string) ( $event['data']['command'] ?? '' );
			foreach ( $trace->arrivals( $command ) as $arrival ) {
				$is_quoted = 1 === substr_count( str_replace( "'\\''", '', substr( $command, 0, $arrival['start'] ) ), "'" ) % 2;
				if ( ! $is_quoted || str_contains( $arrival['fragment'], "'" ) ) {
					yield $this->finding( 'The caller writes part of a shell command.', 'exec', array( 'fragment' => mb_strcut( $arrival['fragment'], 0, 200 ) ), $event['frames'], true );
					return;
				}
			}
		}
	}
}
