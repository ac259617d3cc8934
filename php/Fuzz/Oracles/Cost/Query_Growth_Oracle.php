<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Cost;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer_Size;
use WP_Codebox\Fuzz\Oracles\Reading\Sql_Text;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Queries that grow with the answer or the input.
 */
final class Query_Growth_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'cost.query-growth';
	protected const SIGNALS     = Signals::STATEMENTS;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'The same statement, apart from its values, runs once per item: the count grew with the number of items between a small and a large case of the same target (N+1), from one place in the code under test; what a callback inherited from core asks is core\'s. A fixed number of queries, however high, is not reported.';

	private const REPEATS = 4;

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		$size = Answer_Size::of( $fuzz_case, $observation );
		$less = array_filter( $context->baseline['sizes'] ?? array(), static fn( array $earlier ): bool => $size - $earlier['size'] >= self::REPEATS );
		if ( array() === $less ) {
			return;
		}
		foreach ( $this->repeated( $observation, $context ) as $shape => $seen ) {
			if ( $seen['count'] < self::REPEATS || $seen['count'] > 2 * $size + 1 ) {
				continue;
			}
			foreach ( $less as $earlier ) {
				if ( $seen['count'] - ( $earlier['repeats'][ md5( $shape ) ] ?? 0 ) >= $size - $earlier['size'] ) {
					yield $this->finding( sprintf( '%d items need %d runs of one statement; %d items needed %d.', $size, $seen['count'], $earlier['size'], $earlier['repeats'][ md5( $shape ) ] ?? 0 ), mb_strcut( $shape, 0, 160 ), array( 'sql' => mb_strcut( $shape, 0, 400 ), 'count' => $seen['count'], 'items' => $size ), $seen['frames'], true ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
					return;
				}
			}
		}
	}

	/**
	 * @return array<string, array{count: int, frames: list<array>}> By shape of the statement; frames of reads are not always kept.
	 */
	private function repeated( Observation $observation, Oracle_Context $context ): array {
		$repeated = array();
		if ( count( $observation->queries ) < self::REPEATS ) {
			return $repeated;
		}
		foreach ( $observation->queries as $query ) {
			if ( 'SELECT' === $query['verb'] && $this->is_own( $query['frames'], $context ) ) {
				$shape              = ( new Sql_Text( $query['sql'] ) )->shape();
				$repeated[ $shape ] = array(
					'count'  => ( $repeated[ $shape ]['count'] ?? 0 ) + 1,
					'frames' => $query['frames'],
				);
			}
		}
		return $repeated;
	}

	/** Without frames the callback speaks for them: one of core, inherited by a controller, asks as core asks everywhere. */
	private function is_own( array $frames, Oracle_Context $context ): bool {
		if ( null === $context->is_under_test || array() !== $frames ) {
			return null === $context->is_under_test || null !== $context->owner( $frames );
		}
		return ! isset( $context->endpoint['callback']['file'] ) || $context->covers( $context->endpoint['callback']['file'] );
	}
}
