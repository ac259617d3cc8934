<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Calls one kind of target in this process.
 */
interface Target {

	/** Target kind it serves. */
	public function kind(): string;

	/**
	 * @param Fuzz_Case   $fuzz_case   What to call.
	 * @param Observation $observation Takes the answer; a target that cannot run the case sets SKIPPED and a documented skip code.
	 */
	public function call( Fuzz_Case $fuzz_case, Observation $observation ): void;
}
