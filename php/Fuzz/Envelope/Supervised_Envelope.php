<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

use WP_Codebox\Fuzz\Run\Case_Process;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Write_Stop;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Runs each case in a worker process, with the isolating envelope inside, so that no case can end the suite.
 *
 * Each role has a worker of its own: real plugins decide permissions when they register routes and keep them in statics.
 */
final class Supervised_Envelope implements Case_Envelope {

	/** Seconds between two looks at a case that takes its time. */
	private const LOOK = 1.0;

	/** @var array<string, Case_Process> By role; a case without one runs as the caller. */
	private array $workers = array();

	/**
	 * @param \Closure():Case_Process $open      Makes a worker and what watches over it.
	 * @param bool                    $is_shared Whether one worker serves every role: where it takes many seconds to start.
	 * @param Write_Stop              $stop      Lets nothing write once a rollback failed, whichever worker comes next.
	 */
	public function __construct( private readonly \Closure $open, private readonly bool $is_shared = false, private readonly Write_Stop $stop = new Write_Stop() ) {}

	/**
	 * @param Fuzz_Case $fuzz_case What runs.
	 * @param \Closure  $body      Not called: the worker has targets of its own.
	 */
	public function run( Fuzz_Case $fuzz_case, \Closure $body ): Observation {
		$refused = $this->stop->refuse( $fuzz_case );
		if ( null !== $refused ) {
			return $refused;
		}
		$worker = $this->workers[ $this->is_shared ? '' : (string) $fuzz_case->role ] ??= ( $this->open )();
		try {
			$worker->give( $fuzz_case );
		} catch ( \RuntimeException $failed ) {
			$observation                = new Observation();
			$observation->ended         = Observation::UNREACHABLE;
			$observation->error_message = $failed->getMessage();
			return $observation;
		}
		do {
			$answer = $worker->take( self::LOOK );
		} while ( null === $answer );
		$observation = $answer['lost'] ?? Observation::from_array( $answer['observation'] );
		if ( isset( $answer['tail'] ) ) {
			$observation->throwable = (array) $observation->throwable + array( 'tail' => $answer['tail'] );
		}
		$this->stop->look_at( $observation );
		return $observation;
	}

	/** Ends the workers; the next case starts in a fresh one. */
	public function leave(): void {
		array_map( static fn( Case_Process $worker ) => $worker->close(), $this->workers );
	}
}
