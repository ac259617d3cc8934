<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Runs one case so that nothing of it stays behind, and writes down what it did.
 */
interface Case_Envelope {

	/**
	 * @param Fuzz_Case                 $fuzz_case What runs; the envelope switches to its role.
	 * @param \Closure(Observation):void $body      Calls the target and writes its answer into the observation.
	 * @return Observation Always; whatever the body threw or did is in it.
	 */
	public function run( Fuzz_Case $fuzz_case, \Closure $body ): Observation;

	/** Takes back what the envelope set up for a whole run; cases may run again afterwards. */
	public function leave(): void;
}
