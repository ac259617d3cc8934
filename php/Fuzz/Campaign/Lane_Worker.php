<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Run\Case_Result;
use WP_Codebox\Fuzz\Run\Death;
use WP_Codebox\Fuzz\Run\Json_Line;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Run\Shutdown_Watch;
use WP_Codebox\Fuzz\Run\Suite_Runner;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * The child's side of a lane: runs and judges cases, one line of JSON in and one out for each.
 *
 * Judging happens here and not in the parent, before secrets are taken out of what was seen: an oracle
 * that looks for them has to see them.
 */
final class Lane_Worker {

	/**
	 * @param Suite_Runner       $runner   Runs and judges.
	 * @param Isolating_Envelope $envelope The runner's.
	 * @param Shutdown_Watch     $watch    Registered before WordPress was loaded.
	 */
	public function __construct( private readonly Suite_Runner $runner, private readonly Isolating_Envelope $envelope, private readonly Shutdown_Watch $watch ) {}

	/**
	 * @param resource $cases   NDJSON of Fuzz_Case::to_array().
	 * @param resource $results Takes {ready} once, then {status, result, findings, observation} for each case.
	 */
	public function work( $cases, $results ): void {
		$this->write( $results, array( 'ready' => true ) );
		$line = fgets( $cases );
		while ( false !== $line ) {
			$fuzz_case = Fuzz_Case::from_array( (array) json_decode( $line, true ) );
			$started   = microtime( true );
			$this->watch->arm(
				function ( Death $death ) use ( $fuzz_case, $results, $started ): void {
					$observation = $this->envelope->abandon( $death->ended, $death->throwable ) ?? $death->observation();
					$this->write( $results, $this->message( $this->runner->conclude( $fuzz_case, $observation, $started ) ) + array( 'dying' => true ) );
				}
			);
			$result = $this->runner->run_case( $fuzz_case );
			$this->watch->disarm();
			$this->write( $results, $this->message( $result ) );
			$line = fgets( $cases );
		}
	}

	private function message( Case_Result $result ): array {
		return array(
			'status'      => $result->verdict->status,
			'result'      => $result->to_array( 'campaign' ),
			'findings'    => $result->findings,
			'observation' => ( $result->observation ?? new Observation() )->to_array(),
		);
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
