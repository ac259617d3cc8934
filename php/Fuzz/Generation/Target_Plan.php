<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * The cases of one target, each made from its number alone.
 */
interface Target_Plan {

	/** Unique name of the target. */
	public function key(): string;

	/**
	 * @param int           $number 0 is the control case, 1 all optional inputs, then for routes others that change many inputs at once, then one mutation each, then combinations.
	 * @param Seeded_Random $random Choices of this case.
	 * @return Draft|null Null when the target has no such case.
	 */
	public function draft( int $number, Seeded_Random $random ): ?Draft;
}
