<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * The child's side: reads cases as NDJSON, runs each in the envelope, writes what was seen as NDJSON.
 *
 * When the process ends under a case, what was seen so far is written on the way out. Secrets stay in it: the parent judges,
 * and an oracle that looks for them has to see them.
 */
final class Case_Worker {

	/**
	 * @param Isolating_Envelope                      $envelope Around each case.
	 * @param \Closure(Fuzz_Case, Observation): void $call     Calls the target.
	 * @param Shutdown_Watch                          $watch    Registered before WordPress was loaded.
	 */
	public function __construct( private readonly Isolating_Envelope $envelope, private readonly \Closure $call, private readonly Shutdown_Watch $watch ) {}

	/**
	 * @param resource $cases   NDJSON of Fuzz_Case::to_array().
	 * @param resource $results Takes {ready, refusal} once, then {observation} for each case.
	 */
	public function work( $cases, $results ): void {
		$this->write( $results, array(
'ready'   => true,
'refusal' => $this->envelope->mutation_refusal(),
) );
		while ( true ) {
			$line = fgets( $cases );
			if ( false === $line ) {
				return;
			}
			$fuzz_case = Fuzz_Case::from_array( (array) json_decode( $line, true ) );
			$this->watch->arm(
				function ( Death $death ) use ( $results ): void {
					$observation = $this->envelope->abandon( $death->ended, $death->throwable ) ?? $death->observation();
					$this->write( $results, array(
						'observation' => $observation->to_array( false ),
						'dying'       => true,
					) );
				}
			);
			$observation = $this->envelope->run( $fuzz_case, fn( Observation $seen ) => ( $this->call )( $fuzz_case, $seen ) );
			$this->watch->disarm();
			$this->write( $results, array( 'observation' => $observation->to_array( false ) ) );
		}
	}

	/**
	 * @param resource $results Stream.
	 * @param array    $message JSON values.
	 */
	private function write( $results, array $message ): void {
		fwrite( $results, Json_Line::of( $message ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A pipe.
		fflush( $results );
	}
}
