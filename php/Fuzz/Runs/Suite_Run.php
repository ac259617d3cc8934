<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Fuzz\Fuzz_Services;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Fuzz\Suite\Fuzz_Suite;
use WP_Codebox\Runs\Run_Kind;
use WP_Error;

/**
 * A suite as a run of the registry: batches of cases, then one result and one bundle of all of them.
 *
 * Input of the run: `suite` (fuzz-suite/v1), `operator` (started at a command line), `allowProduction`.
 */
final class Suite_Run implements Run_Kind {

	public const ID = 'fuzz-suite';

	/** Cases of a batch: a fraction of a request, and little enough to do again after a kill. */
	private const BATCH = 25;

	/**
	 * @param Fuzz_Services $fuzz   The engine.
	 * @param Suite_Batch   $batch  Runs the cases of a batch.
	 * @param Suite_Bundle  $bundle Stores what came of them.
	 */
	public function __construct(
		private readonly Fuzz_Services $fuzz,
		private readonly Suite_Batch $batch,
		private readonly Suite_Bundle $bundle
	) {}

	public function id(): string {
		return self::ID;
	}

	public function plan( array $input ): array|WP_Error {
		$suite   = $this->suite( $input );
		$oracles = is_wp_error( $suite ) ? $suite : $this->fuzz->oracles()->choose( $suite->oracles );
		if ( is_wp_error( $oracles ) ) {
			return $oracles;
		}
		$after = $input['suite']['metadata']['resume_after'] ?? null;
		$cases = array();
		foreach ( $suite->cases() as $fuzz_case ) {
			if ( null === $after ) {
				$cases[] = $fuzz_case->to_array();
			} elseif ( $fuzz_case->id === $after ) {
				$after = null;
			}
		}
		return array_map( static fn( array $some ): array => array(
			'cases'   => $some,
			'journal' => Case_Journal::new_key(),
		), array_chunk( $cases, self::BATCH ) );
	}

	public function work( array $input, array $payload, \Closure $alive ): array|WP_Error {
		$suite = $this->suite( $input );
		return is_wp_error( $suite ) ? $suite : $this->batch->run( $suite, array_map( Fuzz_Case::from_array( ... ), $payload['cases'] ), $input, $alive, $payload['journal'] );
	}

	public function finish( array $input, iterable $results, string $run_id ): array|WP_Error {
		$suite = $this->suite( $input );
		if ( is_wp_error( $suite ) ) {
			return $suite;
		}
		$ledger = new Suite_Ledger();
		foreach ( $results as $result ) {
			$ledger->take( $result );
		}
		Case_Journal::clear_abandoned();
		$stored = $this->bundle->store( $input['suite'], $ledger->document( $suite ), $ledger->files(), $run_id );
		return is_wp_error( $stored ) ? $stored : array(
			'result'   => $stored['result'],
			'artifact' => $stored['artifact'],
		);
	}

	/** @return Fuzz_Suite|WP_Error The suite; where it goes on was decided by plan(). */
	private function suite( array $input ): Fuzz_Suite|WP_Error {
		$suite = (array) ( $input['suite'] ?? array() );
		unset( $suite['metadata']['resume_after'] );
		return $this->fuzz->parser()->parse( $suite );
	}
}
