<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Suite_Runner;
use WP_Codebox\Fuzz\Run\Worker_Command;
use WP_Codebox\Fuzz\Run\Worker_Process;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * One role's process, seen from the parent. A process that dies under a case gets a successor for the next one.
 */
final class Lane {

	/** Seconds for WordPress to load. */
	private const BOOT = 60;

	/** Seconds beyond its limit after which a case is killed from outside. */
	private const GRACE = 2;

	private ?Worker_Process $process = null;
	private ?Fuzz_Case $running      = null;
	private float $since             = 0.0;
	private bool $is_ready           = false;

	/**
	 * @param Lane_Setup   $setup What the process judges by.
	 * @param Suite_Runner $judge Judges a case whose process was killed.
	 */
	public function __construct( private readonly Lane_Setup $setup, private readonly Suite_Runner $judge ) {}

	/** Starts the process without waiting for it, so that several load side by side. */
	public function start(): void {
		if ( null === $this->process ) {
			$this->process = new Worker_Process( Worker_Command::of( Worker_Command::LANE, array() ) );
			$this->process->send( $this->setup->to_array() );
		}
	}

	/** Whether a case is under way. */
	public function is_busy(): bool {
		return null !== $this->running;
	}

	/** The case that is under way. */
	public function running(): ?Fuzz_Case {
		return $this->running;
	}

	/**
	 * Hands a case to the process; take() answers.
	 *
	 * @param Fuzz_Case $fuzz_case Next case.
	 * @throws \RuntimeException When no process can be started.
	 */
	public function give( Fuzz_Case $fuzz_case ): void {
		$this->start();
		if ( ! $this->is_ready ) {
			$this->is_ready = true === ( $this->process->receive( self::BOOT )['ready'] ?? null );
		}
		if ( ! $this->is_ready ) {
			$tail = $this->process->tail();
			$this->close();
			throw new \RuntimeException( 'The worker process did not start. ' . trim( $tail ) );
		}
		$this->running = $fuzz_case;
		$this->since   = microtime( true );
		$this->process->send( $fuzz_case->to_array() );
	}

	/**
	 * @param float $seconds How long to wait at the most.
	 * @return Case_Outcome|null Null when the case is still under way.
	 */
	public function take( float $seconds ): ?Case_Outcome {
		$answer    = $this->process->receive( $seconds );
		$fuzz_case = $this->running;
		if ( null === $answer && $this->process->is_running() && microtime( true ) - $this->since < $this->setup->seconds + self::GRACE ) {
			return null;
		}
		$this->running = null;
		if ( ! is_array( $answer ) ) {
			return $this->lost( $fuzz_case );
		}
		if ( ! empty( $answer['dying'] ) ) {
			$this->close();
		}
		return new Case_Outcome( $fuzz_case, $answer['status'], $answer['result'], $answer['findings'], Observation::from_array( $answer['observation'] ) );
	}

	/** Ends the process; the next case starts in a fresh one. */
	public function close(): void {
		$this->process?->kill();
		$this->process  = null;
		$this->is_ready = false;
	}

	private function lost( Fuzz_Case $fuzz_case ): Case_Outcome {
		$has_time               = microtime( true ) - $this->since < $this->setup->seconds + self::GRACE;
		$tail                   = $this->process->tail();
		$observation            = new Observation();
		$observation->ended     = $has_time ? Observation::FATAL : Observation::TIMEOUT;
		$observation->throwable = array(
			'class'   => 'process',
			'message' => $has_time ? 'The worker process died.' : sprintf( 'The case ran longer than %d s and was killed.', $this->setup->seconds ),
			'frames'  => array(),
			'tail'    => $tail,
		) + $this->process->kill();
		$this->process          = null;
		$this->is_ready         = false;
		$result                 = $this->judge->conclude( $fuzz_case, $observation, $this->since );
		return new Case_Outcome( $fuzz_case, $result->verdict->status, $result->to_array( 'campaign' ), $result->findings, $observation );
	}
}
