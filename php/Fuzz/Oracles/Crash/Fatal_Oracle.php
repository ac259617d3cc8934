<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Crash;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Message_Shape;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * The process died of a fatal error.
 */
final class Fatal_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'crash.fatal';
	protected const SIGNALS     = Signals::END;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'PHP stopped with a fatal error that cannot be caught, such as a class declared twice. Recursion without end and exhausted memory are crash.memory.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Observation::FATAL !== $observation->ended ) {
			return;
		}
		$message = (string) ( $observation->throwable['message'] ?? 'The process ended without a message.' );
		yield $this->finding( 'Fatal error: ' . mb_strcut( $message, 0, 300 ), Message_Shape::of( $message ), array(), $observation->throwable['frames'] ?? array() );
	}
}
