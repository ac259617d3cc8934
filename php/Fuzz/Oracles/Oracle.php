<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Judges one case by what was seen. Stateless: one instance serves a whole run.
 */
interface Oracle extends Described_Oracle {

	/**
	 * @param Fuzz_Case      $fuzz_case   What ran.
	 * @param Observation    $observation What was seen.
	 * @param Oracle_Context $context     What is known about the target and the run.
	 * @return iterable<Finding>
	 */
	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable;
}
