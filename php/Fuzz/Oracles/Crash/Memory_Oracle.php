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
 * A case that used up the memory.
 */
final class Memory_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'crash.memory';
	protected const SIGNALS     = Signals::END;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'The case reached the memory limit, or recursed without end: one request can bring a worker down.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( Observation::MEMORY === $observation->ended ) {
			yield $this->finding( 'Used up the memory that a case may have.', 'memory', array( 'bytes' => $observation->memory ), $observation->throwable['frames'] ?? array() );
		}
	}
}
