<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Targets;

use WP_Codebox\Fuzz\Run\Case_Judge;
use WP_Codebox\Fuzz\Run\Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Status_Rule;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Malformed_Case;

/**
 * Runs the steps of a case in phases. The first step that fails ends the case; teardown runs all the same.
 */
final class Phase_Sequence {

	/**
	 * @param Target_Dispatcher $dispatcher Calls the targets.
	 * @param Command_Target    $commands   Reads a step as a case.
	 * @param Case_Judge        $judge      Judges each step.
	 */
	public function __construct(
		private readonly Target_Dispatcher $dispatcher,
		private readonly Command_Target $commands,
		private readonly Case_Judge $judge
	) {}

	/**
	 * @param Fuzz_Case   $fuzz_case   A case with steps.
	 * @param Observation $observation Takes the steps, and the answer of the last action.
	 */
	public function call( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$stopped = false;
		foreach ( $fuzz_case->steps as $step ) {
			if ( $stopped && 'teardown' !== $step['phase'] ) {
				continue;
			}
			$seen                 = $this->run_step( $fuzz_case, $step );
			$status               = $this->judge->judge( $fuzz_case, $seen, false )->status;
			$observation->steps[] = array(
				'phase'       => $step['phase'],
				'command'     => $step['command'],
				'status'      => Status_Rule::PASSED !== $status && $step['allow_failure'] ? 'allowed' : $status,
				'observation' => $seen,
			);
			$stopped              = $stopped || ( in_array( $status, array( Status_Rule::FAILED, Status_Rule::ERROR ), true ) && ! $step['allow_failure'] );
			if ( 'action' === $step['phase'] ) {
				$observation->status  = $seen->status;
				$observation->headers = $seen->headers;
				$observation->data    = $seen->data;
				$observation->route   = $seen->route;
			}
		}
	}

	private function run_step( Fuzz_Case $fuzz_case, array $step ): Observation {
		$seen = new Observation();
		try {
			$called = $this->commands->translate_step( $fuzz_case, $step );
			if ( is_string( $called ) ) {
				$seen->ended       = Observation::SKIPPED;
				$seen->skip_reason = $called;
			} else {
				$this->dispatcher->call( $called, $seen );
			}
		} catch ( Malformed_Case $malformed ) {
			$seen->ended         = Observation::INVALID;
			$seen->error_code    = 'wp_codebox_fuzz_case_invalid';
			$seen->error_message = ltrim( $malformed->path, '.' ) . ' ' . $malformed->getMessage() . '.';
		} catch ( \Throwable $thrown ) {
			$seen->ended     = Observation::THREW;
			$seen->throwable = array(
				'class'   => get_class( $thrown ),
				'message' => $thrown->getMessage(),
				'frames'  => Frames::of_throwable( $thrown ),
			);
		}
		return $seen;
	}
}
