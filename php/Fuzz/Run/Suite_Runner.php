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
		$running = $this->start( $suite, $sink, $progress );
		try {
			$running->finish();
		} finally {
			$this->envelope->leave();
		}
		return $running->document();
	}

	/**
	 * A run that has not begun, for who wants to go on with it after the process was ended under a case.
	 *
	 * @param Fuzz_Suite                      $suite    What to run.
	 * @param Result_Sink                     $sink     Takes the result of each case.
	 * @param \Closure(Case_Result):void|null $progress Told about each case.
	 * @param \Closure(Fuzz_Case):void|null   $before   Told before each case runs.
	 */
	public function start( Fuzz_Suite $suite, Result_Sink $sink, ?\Closure $progress = null, ?\Closure $before = null ): Running_Suite {
		return new Running_Suite( $this, $suite, $sink, $progress, $this->admission->refusal( $suite ), $this->admission->capabilities( $suite ), $before );
	}

	/** What keeps the cases of this runner apart. */
	public function envelope(): Case_Envelope {
		return $this->envelope;
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
		return $this->conclude( $fuzz_case, $observation, $started );
	}

	/**
	 * @param Fuzz_Case   $fuzz_case   What ran.
	 * @param Observation $observation What was seen.
	 * @param float       $started     Unix time.
	 */
	public function conclude( Fuzz_Case $fuzz_case, Observation $observation, float $started ): Case_Result {
		$findings = $this->findings->collect( $fuzz_case, $observation );
		$verdict  = $this->findings->weigh( $this->judge->judge( $fuzz_case, $observation ), $findings );
		return new Case_Result( $fuzz_case, $verdict, $observation, $findings, $started );
	}
}
