<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Contract;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\State_Changes;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Twice is not the same as once.
 */
final class Not_Idempotent_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'contract.not-idempotent';
	protected const SIGNALS     = Signals::ABILITY;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'An ability that is annotated idempotent was called twice with the same input inside one envelope, and the second call inserted another row where the first had inserted one. Clients repeat idempotent calls when an answer gets lost. Updates of the same row, and logs of any table that the first call did not write, do not count.';

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$claims = $context->ability['annotations'] ?? array();
		if ( null === $observation->repeated_at || true !== ( $claims['idempotent'] ?? null ) ) {
			return;
		}
		$first = array_column( $this->inserts( $fuzz_case, $observation, 0, $observation->repeated_at ), null, 'table' );
		foreach ( $this->inserts( $fuzz_case, $observation, $observation->repeated_at ) as $query ) {
			if ( isset( $first[ $query['table'] ] ) && $first[ $query['table'] ]['insert_id'] !== $query['insert_id'] && 0 !== $query['insert_id'] ) {
				yield $this->finding( sprintf( 'Called again, it inserts another row into %s.', $query['table'] ), 'INSERT ' . $query['table'], State_Changes::evidence( $query ), $query['frames'], true );
				return;
			}
		}
	}

	/**
	 * @return list<array> Statements between two places that made a row with a new id.
	 */
	private function inserts( Fuzz_Case $fuzz_case, Observation $observation, int $from, ?int $to = null ): array {
		$part          = clone $observation;
		$part->queries = array_slice( $observation->queries, $from, null === $to ? null : $to - $from );
		return array_values( array_filter( ( new State_Changes( $fuzz_case, $part ) )->rows(), static fn( array $query ): bool => 'INSERT' === $query['verb'] && ! str_contains( strtoupper( $query['sql'] ), 'ON DUPLICATE KEY' ) ) );
	}
}
