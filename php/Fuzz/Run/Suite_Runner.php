<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Fuzz\Envelope\Case_Envelope;
use WP_Codebox\Fuzz\Findings\Case_Findings;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Fuzz\Targets\Phase_Sequence;
use WP_Codebox\Fuzz\Targets\Target_Dispatcher;

/**
 * The way of a suite, from top to bottom: Suite → Runner → Envelope → Target → Oracles → Result.
 */
final class Suite_Runner {

	/**
	 * @param Admission          $admission Refuses suites that belong elsewhere.
	 * @param Case_Envelope      $envelope  Lets nothing of a case stay behind.
	 * @param Target_Dispatcher  $targets   Calls what a case names.
	 * @param Phase_Sequence     $phases    Calls the steps of a case in phases.
	 * @param Case_Judge         $judge     Decides the status.
	 * @param Case_Findings      $findings  Asks the oracles.
	 */
	public function __construct(
		private readonly Admission $admission,
		private readonly Case_Envelope $envelope,
		private readonly Target_Dispatcher $targets,
		private readonly Phase_Sequence $phases,
		private readonly Case_Judge $judge,
		private readonly Case_Findings $findings
	) {}

	/**
	 * @param Fuzz_Suite                     $suite    What to run; its cases are taken one by one.
	 * @param Result_Sink                    $sink     Takes the result of each case.
	 * @param \Closure(Case_Result):void|null $progress Told about each case.
	 * @return array `wp-codebox/fuzz-suite-result/v1`.
	 */
	public function run( Fuzz_Suite $suite, Result_Sink $sink, ?\Closure $progress = null ): array {
		$started = microtime( true );
		$refusal = $this->admission->refusal( $suite );
		$tally   = new Suite_Tally();
		try {
			foreach ( $suite->cases() as $fuzz_case ) {
				$result = null === $refusal ? $this->run_case( $fuzz_case ) : self::refused_case( $fuzz_case, $refusal );
				$tally->count( $result );
				$sink->take( $result->to_array( $suite->id ) );
				if ( null !== $progress ) {
					$progress( $result );
				}
			}
		} finally {
			$this->envelope->leave();
		}
		return Suite_Result::document( $suite, $tally, $sink->cases(), $refusal, $this->admission->capabilities( $suite ), $started );
	}

	/**
	 * @param Fuzz_Case $fuzz_case One case.
	 */
	public function run_case( Fuzz_Case $fuzz_case ): Case_Result {
		$started     = microtime( true );
		$observation = $this->envelope->run(
			$fuzz_case,
			fn( Observation $seen ) => $fuzz_case->steps ? $this->phases->call( $fuzz_case, $seen ) : $this->targets->call( $fuzz_case, $seen )
		);
		$findings    = $this->findings->collect( $fuzz_case, $observation );
		$verdict     = $this->findings->weigh( $this->judge->judge( $fuzz_case, $observation ), $findings );
		return new Case_Result( $fuzz_case, $verdict, $observation, $findings, $started );
	}

	private static function refused_case( Fuzz_Case $fuzz_case, array $refusal ): Case_Result {
		return new Case_Result( $fuzz_case, new Verdict( Status_Rule::SKIPPED, Verdict::SKIPPED, array( Case_Judge::skipped( $fuzz_case, $refusal['code'] ) ) ), null, array(), 0.0 );
	}
}
