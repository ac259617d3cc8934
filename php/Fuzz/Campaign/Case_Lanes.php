<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Runs cases, each role in a process of its own.
 */
interface Case_Lanes {

	/**
	 * @param list<Fuzz_Case> $cases Cases of any roles; those of one role run in this order.
	 * @return iterable<Case_Outcome> One per case, in any order.
	 */
	public function run( array $cases ): iterable;

	/**
	 * Runs cases of one role, in order, in a process that has run nothing before.
	 *
	 * @param list<Fuzz_Case> $cases Cases of one role.
	 * @return list<Case_Outcome> In the order of the cases.
	 */
	public function run_fresh( array $cases ): array;

	/** Ends the processes. */
	public function close(): void;
}
