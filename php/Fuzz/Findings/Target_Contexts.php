<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Findings;

use WP_Codebox\Fuzz\Inventory\Code_Under_Test;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Says what is known about the target of a case.
 */
interface Target_Contexts {

	/**
	 * @param Fuzz_Case       $fuzz_case   What ran.
	 * @param Observation     $observation What was seen; names the matched route.
	 * @param Code_Under_Test $code        Whose findings count.
	 * @param array           $baseline    What the run showed of this target so far, see Run_Baseline::for_target().
	 */
	public function of( Fuzz_Case $fuzz_case, Observation $observation, Code_Under_Test $code, array $baseline ): Oracle_Context;
}
