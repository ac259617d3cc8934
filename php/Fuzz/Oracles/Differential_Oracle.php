<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Judges the same case as several people saw it: the members differ in role or user only.
 */
interface Differential_Oracle extends Described_Oracle {

	/**
	 * @param list<array{role: string, case: Fuzz_Case, observation: Observation}> $members One per role and user; `observation->user_before` tells two users of a role apart.
	 * @param Oracle_Context                                                       $context What is known about the target and the run.
	 * @return iterable<string, Finding> The id of the case that shows it => the finding.
	 */
	public function judge_group( array $members, Oracle_Context $context ): iterable;
}
