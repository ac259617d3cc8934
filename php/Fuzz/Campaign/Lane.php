<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Run\Case_Process;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Suite_Runner;
use WP_Codebox\Fuzz\Run\Worker_Command;
use WP_Codebox\Fuzz\Run\Write_Stop;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * One role's process, seen from the campaign.
 */
final class Lane {

	private readonly Case_Process $process;
	private ?Case_Outcome $refused = null;

	/**
	 * @param Lane_Setup   $setup What the process judges by.
	 * @param Suite_Runner $judge Judges a case whose process was killed.
	 * @param Write_Stop   $stop  The campaign's.
	 */
	public function __construct( Lane_Setup $setup, private readonly Suite_Runner $judge, private readonly Write_Stop $stop ) {
		$this->process = new Case_Process( Worker_Command::of( Worker_Command::LANE, array() ), $setup->seconds, $setup->to_array() );
	}

	/** Starts the process without waiting for it, so that several load side by side. */
	public function start(): void {
		$this->process->start();
	}

	/** Whether a case is under way. */
	public function is_busy(): bool {
		return null !== $this->running();
	}

	/** The case that is under way. */
	public function running(): ?Fuzz_Case {
		return null === $this->refused ? $this->process->running() : $this->refused->fuzz_case;
	}

	/**
	 * Hands a case to the process; take() answers.
	 *
	 * @param Fuzz_Case $fuzz_case Next case.
	 * @throws \RuntimeException When no process can be started.
	 */
	public function give( Fuzz_Case $fuzz_case ): void {
		$refused = $this->stop->refuse( $fuzz_case );
		if ( null !== $refused ) {
			$this->refused = Case_Outcome::of( $fuzz_case, $this->judge->conclude( $fuzz_case, $refused, microtime( true ) ) );
			return;
		}
		$this->process->give( $fuzz_case );
	}

	/**
	 * @param float $seconds How long to wait at the most.
	 * @return Case_Outcome|null Null when the case is still under way.
	 */
	public function take( float $seconds ): ?Case_Outcome {
		if ( null !== $this->refused ) {
			$outcome       = $this->refused;
			$this->refused = null;
			return $outcome;
		}
		$fuzz_case = $this->process->running();
		$answer    = $this->process->take( $seconds );
		if ( null === $answer ) {
			return null;
		}
		$outcome = isset( $answer['lost'] )
			? Case_Outcome::of( $fuzz_case, $this->judge->conclude( $fuzz_case, $answer['lost'], $this->process->since() ) )
			: new Case_Outcome( $fuzz_case, $answer['status'], $answer['result'], $answer['findings'], Observation::from_array( $answer['observation'] ) );
		$this->stop->look_at( $outcome->observation );
		return $outcome;
	}

	/** Ends the process; the next case starts in a fresh one. */
	public function close(): void {
		$this->process->close();
	}
}
