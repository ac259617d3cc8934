<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Decides which cases may change state. Until an envelope proves a rollback, none may:
 * only GET, HEAD, OPTIONS and abilities annotated as read-only run.
 */
class Mutation_Policy {

	/**
	 * @param Fuzz_Case $fuzz_case A case that a target would run, never a command or runtime action.
	 * @return string|null Skip code, or null when the case may run.
	 */
	public function skip_reason( Fuzz_Case $fuzz_case ): ?string {
		return $fuzz_case->is_mutating() ? 'wp_codebox_fuzz_mutation_not_allowed' : null;
	}
}
