<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Run\Case_Result;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * What became of one case, as a worker tells its parent.
 */
final class Case_Outcome {

	/**
	 * @param Fuzz_Case   $fuzz_case   What ran.
	 * @param string      $status      passed, failed, error or skipped.
	 * @param array       $result      Case record of `fuzz-suite-result/v1`.
	 * @param list<array> $findings    `fuzzFinding` records.
	 * @param Observation $observation What was seen.
	 */
	public function __construct(
		public readonly Fuzz_Case $fuzz_case,
		public readonly string $status,
		public readonly array $result,
		public readonly array $findings,
		public readonly Observation $observation
	) {}

	/**
	 * @param Fuzz_Case   $fuzz_case What ran.
	 * @param Case_Result $result    What became of it, in this process.
	 */
	public static function of( Fuzz_Case $fuzz_case, Case_Result $result ): self {
		return new self( $fuzz_case, $result->verdict->status, $result->to_array( 'campaign' ), $result->findings, $result->observation ?? new Observation() );
	}
}
