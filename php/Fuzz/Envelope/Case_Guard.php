<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Keeps one kind of state from leaving a case. Guards open in order and close in reverse.
 *
 * `close()` runs whatever the case did, also when it threw; it must not throw.
 */
interface Case_Guard {

	/**
	 * @param Fuzz_Case   $fuzz_case   What is about to run.
	 * @param Observation $observation Takes what the guard sees from now on.
	 */
	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void;

	/** Puts the state back as it was at `open()`. */
	public function close(): void;
}
