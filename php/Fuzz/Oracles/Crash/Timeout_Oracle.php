<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Crash;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A case that did not end in its time.
 */
final class Timeout_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'crash.timeout';
	protected const SIGNALS     = Signals::END;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The case used up its time limit: an endless loop, or work whose size a caller decides.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Observation::TIMEOUT === $observation->ended ) {
			yield $this->finding( sprintf( 'Did not end within its time limit; stopped after %.1f s.', $observation->nanoseconds / 1e9 ), 'timeout', array( 'nanoseconds' => $observation->nanoseconds ), $observation->throwable['frames'] ?? array() );
		}
	}
}
