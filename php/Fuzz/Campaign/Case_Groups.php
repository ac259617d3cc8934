<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Puts the cases that differ in their role only back together: they are judged side by side.
 */
final class Case_Groups {

	/**
	 * @param iterable<Fuzz_Case> $cases As the generator yields them: the roles of a case in succession.
	 * @return \Generator<int, list<Fuzz_Case>>
	 */
	public static function of( iterable $cases ): \Generator {
		$group  = array();
		$number = null;
		foreach ( $cases as $fuzz_case ) {
			if ( $fuzz_case->metadata['generator']['index'] !== $number && $group ) {
				yield $group;
				$group = array();
			}
			$number  = $fuzz_case->metadata['generator']['index'];
			$group[] = $fuzz_case;
		}
		if ( $group ) {
			yield $group;
		}
	}
}
