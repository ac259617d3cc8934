<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Purity;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Reading\State_Changes;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A failed request that left something behind.
 */
final class Partial_Write_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'purity.partial-write';
	protected const SIGNALS     = Signals::WRITES;
	protected const SEVERITY    = Finding::MEDIUM;
	protected const EXPLANATION = 'The request failed (400 and above, an error, a Throwable) after it had changed rows: the caller is told that nothing happened, and a second try meets half of the first. A refusal that writes is access.refused-but-wrote; a write that the same request took back again does not count, nor an option that gets its default.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$failed = null !== $observation->error_code || ( $observation->status ?? 0 ) >= 400 || in_array( $observation->ended, array( Observation::THREW, Observation::FATAL ), true );
		if ( ! $failed || ! $fuzz_case->is_mutating() || Answer::refused( $observation ) ) {
			return;
		}
		$rows = ( new State_Changes( $fuzz_case, $observation ) )->rows();
		foreach ( $rows as $query ) {
			if ( ! $this->was_taken_back( $query, $rows ) && ! $this->fills_a_default( $query, $fuzz_case ) ) {
				yield $this->finding( sprintf( 'The request failed, yet %s on %s stays.', $query['verb'], $query['table'] ), 'rows', State_Changes::evidence( $query ) + array( 'error_code' => $observation->error_code ), $query['frames'], true );
				return;
			}
		}
	}

	/** An option that was missing and gets what it starts with, whatever was asked. */
	private function fills_a_default( array $query, Fuzz_Case $fuzz_case ): bool {
		return 'INSERT' === $query['verb'] && 1 === preg_match( '/(options|sitemeta)$/', $query['table'] ) && ! Input_Values::of( $fuzz_case )->reaches( $query['sql'] );
	}

	/** An INSERT whose row is deleted later in the same request. */
	private function was_taken_back( array $query, array $rows ): bool {
		if ( 'DELETE' === $query['verb'] ) {
			return true;
		}
		foreach ( $rows as $other ) {
			if ( 'DELETE' === $other['verb'] && $other['table'] === $query['table'] && 'INSERT' === $query['verb'] ) {
				return true;
			}
		}
		return false;
	}
}
