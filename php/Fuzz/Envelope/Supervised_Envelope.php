<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Worker_Process;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Runs each case in a worker process, with the isolating envelope inside, so that no case can end the suite.
 *
 * A worker that dies gets a successor for the next case. It serves one role at a time: real plugins decide permissions
 * when they register routes and keep them in statics.
 */
final class Supervised_Envelope implements Case_Envelope {

	/** Seconds for WordPress to load. */
	private const BOOT = 60;

	/** Seconds beyond its limit after which a case is killed from outside. */
	private const GRACE = 3;

	private ?Worker_Process $worker = null;
	private ?string $role           = null;

	/**
	 * @param list<string> $command What starts a worker, see Envelope_Factory::supervised().
	 * @param int          $seconds Wall time of a case.
	 */
	public function __construct( private readonly array $command, private readonly int $seconds = 10 ) {}

	/** Whether processes can be started here. */
	public static function is_possible(): bool {
		return 'cli' === PHP_SAPI && function_exists( 'proc_open' ) && 'Windows' !== PHP_OS_FAMILY && ! str_contains( PHP_OS, 'Emscripten' );
	}

	/**
	 * @param Fuzz_Case $fuzz_case What runs.
	 * @param \Closure  $body      Not called: the worker has targets of its own.
	 */
	public function run( Fuzz_Case $fuzz_case, \Closure $body ): Observation {
		if ( $fuzz_case->role !== $this->role ) {
			$this->leave();
			$this->role = $fuzz_case->role;
		}
		$started = hrtime( true );
		if ( null === $this->worker && ! $this->start() ) {
			return $this->lost( Observation::UNREACHABLE, 'The worker process did not start.', $started );
		}
		$answer = $this->worker->send( $fuzz_case->to_array() ) ? $this->worker->receive( $this->seconds + self::GRACE ) : null;
		if ( ! is_array( $answer['observation'] ?? null ) ) {
			$has_time = ( hrtime( true ) - $started ) / 1e9 < $this->seconds + self::GRACE - 0.1;
			return $this->lost( $has_time ? Observation::FATAL : Observation::TIMEOUT, $has_time ? 'The worker process died.' : sprintf( 'The case ran longer than %d s and was killed.', $this->seconds ), $started );
		}
		$observation = Observation::from_array( $answer['observation'] );
		if ( in_array( $observation->ended, array( Observation::EXITED, Observation::FATAL, Observation::MEMORY, Observation::TIMEOUT ), true ) || array() !== $observation->events_of( 'rollback_failed' ) ) {
			$this->succeed( $observation );
		}
		return $observation;
	}

	/** Ends the worker; the next case starts in a fresh one. */
	public function leave(): void {
		$this->worker?->kill();
		$this->worker = null;
	}

	private function start(): bool {
		$this->worker = new Worker_Process( $this->command );
		return true === ( $this->worker->receive( self::BOOT )['ready'] ?? null );
	}

	/** A worker that reported its own death on the way out is gone; one that a case only tried to end goes on. */
	private function succeed( Observation $observation ): void {
		$by = $observation->throwable['by'] ?? null;
		if ( null === $by ) {
			$observation->throwable = (array) $observation->throwable + array( 'tail' => $this->worker->tail() );
			$this->leave();
		}
	}

	private function lost( string $ended, string $message, int $started ): Observation {
		$tail   = (string) $this->worker?->tail();
		$status = $this->worker?->kill() ?? array();

		$this->worker             = null;
		$observation              = new Observation();
		$observation->ended       = $ended;
		$observation->nanoseconds = hrtime( true ) - $started;
		$observation->throwable   = array(
			'class'   => 'process',
			'message' => trim( $message . ' ' . $this->last_error( $tail ) ),
			'frames'  => array(),
			'tail'    => $tail,
		) + $status;

		$observation->error_message = $observation->throwable['message'];
		return $observation;
	}

	private function last_error( string $tail ): string {
		return preg_match_all( '/^(?:PHP )?(?:Fatal|Parse) error: .*$/m', $tail, $found ) ? (string) end( $found[0] ) : '';
	}
}
