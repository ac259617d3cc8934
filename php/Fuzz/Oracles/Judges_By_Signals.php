<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

/**
 * An oracle that says what it judges by, so that it is asked only about cases that show any of it.
 */
interface Judges_By_Signals {

	/** Bits of Signals; without one of them in the case the oracle has nothing to say. */
	public function signals(): int;
}
