<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Decoys;

/**
 * A decoy in a row whose id requests may name; a replay plants it where it was.
 */
interface Placed_Decoy extends Decoy {

	/**
	 * @param int $id Id that seed() takes when no other row has it.
	 */
	public function place( int $id ): void;
}
