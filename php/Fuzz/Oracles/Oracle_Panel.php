<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles;

use WP_Codebox\Fuzz\Findings\Attribution;
use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Reading\Bare_Decoy;
use WP_Codebox\Fuzz\Oracles\Reading\Broken_Environment;
use WP_Codebox\Fuzz\Oracles\Reading\Own_Frames;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Asks the chosen oracles about a case, and lets through only what may be said:
 * nothing of the environment or of what follows from it, every finding with a place in the code under test.
 */
final class Oracle_Panel {

	/** @var array<int, list<Oracle>> Whom to ask, by the signals of a case. */
	private array $by_signals = array();

	public function __construct(
		private readonly Oracle_Choice $choice,
		private readonly Attribution $attribution = new Attribution()
	) {}

	/**
	 * @param Fuzz_Case      $fuzz_case   What ran.
	 * @param Observation    $observation What was seen.
	 * @param Oracle_Context $context     What is known about the target and the run.
	 * @return list<Finding>
	 */
	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): array {
		if ( ! in_array( $observation->ended, array( Observation::RETURNED, Observation::THREW, Observation::EXITED, Observation::FATAL, Observation::TIMEOUT, Observation::MEMORY ), true ) ) {
			return array();
		}
		$findings  = array();
		$is_broken = Broken_Environment::of( $observation );
		foreach ( $this->of_signals( Signals::of( $fuzz_case, $observation, $context ) ) as $oracle ) {
			if ( $is_broken && Broken_Environment::explains( $oracle->id() ) ) {
				continue;
			}
			foreach ( $oracle->judge( $fuzz_case, $observation, $context ) as $finding ) {
				$said = Bare_Decoy::explains( $finding, $fuzz_case, $observation, $context ) ? null : $this->admit( $finding, $fuzz_case, $context );
				if ( null !== $said ) {
					$findings[] = $said;
				}
			}
		}
		return $findings;
	}

	/**
	 * @param int $signals Of a case.
	 * @return list<Oracle> Those that judge by any of them, and those that do not say what they judge by.
	 */
	private function of_signals( int $signals ): array {
		return $this->by_signals[ $signals ] ??= array_values( array_filter( $this->choice->single(), static fn( Oracle $oracle ): bool => ! $oracle instanceof Judges_By_Signals || 0 !== ( $oracle->signals() & $signals ) ) );
	}

	/**
	 * @param list<array{role: string, case: Fuzz_Case, observation: Observation}> $members The same case as several people saw it.
	 * @param Oracle_Context                                                       $context What is known about the target and the run.
	 * @return list<array{case: string, finding: Finding}> The case that shows it, and the finding.
	 */
	public function judge_group( array $members, Oracle_Context $context ): array {
		$cases    = array_column( array_map( static fn( array $member ): array => array( $member['case']->id, $member['case'] ), $members ), 1, 0 );
		$findings = array();
		foreach ( $this->choice->differential() as $oracle ) {
			foreach ( $oracle->judge_group( $members, $context ) as $case_id => $finding ) {
				$said = $this->admit( $finding, $cases[ $case_id ], $context );
				if ( null !== $said ) {
					$findings[] = array(
						'case'    => $case_id,
						'finding' => $said,
					);
				}
			}
		}
		return $findings;
	}

	/**
	 * @param Finding        $finding   As its oracle made it.
	 * @param Fuzz_Case      $fuzz_case The case that shows it.
	 * @param Oracle_Context $context   What is known about the target and the run.
	 */
	private function admit( Finding $finding, Fuzz_Case $fuzz_case, Oracle_Context $context ): ?Finding {
		$finding = new Finding( $finding->oracle, $this->choice->severity_of( $finding ), $finding->message, str_ireplace( $fuzz_case->markers, '…', $finding->shape ), $finding->location, $finding->evidence, $finding->is_proof, $finding->frames );
		if ( ! $finding->is_proof && Own_Frames::is_drop_in( $finding->frames ) && ! str_starts_with( $finding->oracle, 'crash.database' ) ) {
			return null;
		}
		return $this->attribution->attribute( $finding, $context );
	}
}
