<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Runs;

use WP_Codebox\Fuzz\Run\Case_Result;
use WP_Codebox\Fuzz\Run\Run_Keeper;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;
use WP_Codebox\Runs\Held_Run;

/**
 * A suite that runs inside a web request, in the registry for as long as it is not done: each case is on disk, in the
 * journal of its batch, so when the request is killed a worker goes on behind the last case.
 */
final class Kept_Run implements Run_Keeper {

	/** @var array<int, string> Position of a case => journal of its batch. */
	private array $keys = array();

	/** @var array<string, Case_Journal> Open ones. */
	private array $journals = array();

	/**
	 * @param Held_Run $held     The run, whose batches this process holds.
	 * @param string   $suite_id Id of the suite.
	 */
	public function __construct( private readonly Held_Run $held, private readonly string $suite_id ) {
		foreach ( $held->payloads as $payload ) {
			$this->keys += array_fill_keys( array_column( $payload['cases'], 'index' ), $payload['journal'] );
		}
	}

	public function begins( Fuzz_Case $fuzz_case ): void {
		$this->journal( $fuzz_case )?->begins( $fuzz_case->index );
	}

	public function ends( Case_Result $result ): void {
		// What did not run is left to who goes on.
		if ( null !== $result->observation ) {
			$this->journal( $result->fuzz_case )?->ends( $result->fuzz_case->index, Case_Entry::of( $result, $this->suite_id ) );
		}
		$this->held->keep();
	}

	public function done(): void {
		foreach ( $this->journals as $journal ) {
			$journal->remove();
		}
		$this->held->forget();
	}

	public function id(): string {
		return $this->held->uuid;
	}

	private function journal( Fuzz_Case $fuzz_case ): ?Case_Journal {
		$key = $this->keys[ $fuzz_case->index ] ?? null;
		if ( null === $key ) {
			return null;
		}
		if ( ! isset( $this->journals[ $key ] ) ) {
			$journal = Case_Journal::open( $key );
			if ( null === $journal ) {
				return null;
			}
			$this->journals[ $key ] = $journal;
		}
		return $this->journals[ $key ];
	}
}
