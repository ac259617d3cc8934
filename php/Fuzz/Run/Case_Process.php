<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A worker process and the case in it, under watch: one that dies or does not come back gives its case an observation,
 * and a successor is started for the next one.
 */
final class Case_Process {

	/** Seconds for WordPress to load. */
	private const BOOT = 60;

	/** Seconds beyond its limit after which a case is killed from outside. */
	private const GRACE = 2;

	private ?Worker_Process $process = null;
	private ?Fuzz_Case $running      = null;
	private float $since             = 0.0;
	private bool $is_ready           = false;

	/**
	 * @param list<string> $command  What starts a worker, see Worker_Command.
	 * @param int          $seconds  Wall time of a case.
	 * @param array|null   $greeting First line for the worker; null when it takes cases at once.
	 */
	public function __construct( private readonly array $command, private readonly int $seconds, private readonly ?array $greeting = null ) {}

	/** Starts the process without waiting for it, so that several load side by side. */
	public function start(): void {
		if ( null === $this->process ) {
			$this->process = Worker_Processes::open( $this->command );
			if ( null !== $this->greeting ) {
				$this->process->send( $this->greeting );
			}
		}
	}

	/** The case that is under way. */
	public function running(): ?Fuzz_Case {
		return $this->running;
	}

	/** Unix time at which the case was handed over. */
	public function since(): float {
		return $this->since;
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
	 * @return array|null What the worker answered, with `tail` when it died of the case; `lost`, an Observation, when it
	 *                    died without a word or was killed; null when the case is still under way.
	 */
	public function take( float $seconds ): ?array {
		$answer   = $this->process->receive( $seconds );
		$has_time = microtime( true ) - $this->since < $this->seconds + self::GRACE;
		if ( null === $answer && $has_time && $this->process->is_running() ) {
			return null;
		}
		$this->running = null;
		if ( null === $answer ) {
			return array( 'lost' => $this->lost( $has_time ) );
		}
		if ( ! empty( $answer['dying'] ) ) {
			$answer['tail'] = $this->process->tail();
			$this->close();
		}
		return $answer;
	}

	/** Ends the process; the next case starts in a fresh one. */
	public function close(): void {
		$this->process?->kill();
		$this->process  = null;
		$this->is_ready = false;
		$this->running  = null;
	}

	/**
	 * @param bool $has_time Whether the process died by itself.
	 */
	private function lost( bool $has_time ): Observation {
		$tail   = $this->process->tail();
		$status = $this->process->kill();
		$text   = $has_time ? 'The worker process died.' : sprintf( 'The case ran longer than %d s and was killed.', $this->seconds );

		$this->process            = null;
		$this->is_ready           = false;
		$observation              = new Observation();
		$observation->ended       = $has_time ? Observation::FATAL : Observation::TIMEOUT;
		$observation->nanoseconds = (int) ( ( microtime( true ) - $this->since ) * 1e9 );
		$observation->throwable   = array(
			'class'   => 'process',
			'message' => trim( $text . ' ' . self::last_error( $tail ) ),
			'frames'  => array(),
			'tail'    => $tail,
		) + $status;

		$observation->error_message = $observation->throwable['message'];
		return $observation;
	}

	private static function last_error( string $tail ): string {
		return preg_match_all( '/^(?:PHP )?(?:Fatal|Parse) error: .*$/m', $tail, $found ) ? (string) end( $found[0] ) : '';
	}
}
