<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Cost;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Answer;
use WP_Codebox\Fuzz\Oracles\Reading\Answer_Size;
use WP_Codebox\Fuzz\Oracles\Reading\Input_Values;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * An answer without a bound.
 */
final class Unbounded_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'cost.unbounded';
	protected const SIGNALS     = Signals::STATEMENTS;
	protected const SEVERITY    = Finding::LOW;
	protected const EXPLANATION = 'The code under test reads rows of a table that grows (posts, users, comments, metas, or its own) without LIMIT, or with the limit that the caller wrote (a thousand and more, or -1), and hands all of them out: on a large site one request reads everything. Proved by the statement; settings and other short lists that are filtered by key are not reported.';

	private const MANY = 1000;
	private const SOME = 5;

	/** Tables of core that grow with the life of a site, without prefix. */
	private const GROWING = array( 'posts', 'users', 'comments', 'postmeta', 'usermeta', 'commentmeta' );

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( ! Answer::succeeded( $observation ) || ! is_array( $observation->data ) ) {
			return;
		}
		$items = Answer_Size::items( $observation->data );
		$asked = $this->asked_for( $fuzz_case );
		foreach ( $observation->queries as $query ) {
			if ( 'SELECT' !== $query['verb'] || '' !== $query['error'] || ( array() !== $query['frames'] && null !== $context->is_under_test && null === $context->owner( $query['frames'] ) ) ) {
				continue;
			}
			$limit = 1 === preg_match( '/\bLIMIT\s+(?:\d+\s*,\s*)?(\d+)(?:\s+OFFSET\s+\d+)?\s*;?\s*$/i', $query['sql'], $found ) ? (int) $found[1] : null;
			if ( $asked && $items > 0 && null !== $limit && $limit >= self::MANY ) {
				yield $this->finding( sprintf( 'The caller may ask for %d rows of %s at once.', $limit, $query['table'] ), 'limit ' . $query['table'], array( 'sql' => mb_strcut( $query['sql'], 0, 400 ) ), $query['frames'], true );
				return;
			}
			if ( null === $limit && $query['rows'] >= self::SOME && $items === $query['rows'] && $this->reads_everything( $query, $context ) ) {
				yield $this->finding( sprintf( 'Hands out all %d rows of %s: no LIMIT.', $items, $query['table'] ), 'all ' . $query['table'], array( 'sql' => mb_strcut( $query['sql'], 0, 400 ) ), $query['frames'], true );
				return;
			}
		}
	}

	/** True when the caller asks for a page of a thousand and more, or for all. */
	private function asked_for( Fuzz_Case $fuzz_case ): bool {
		foreach ( Input_Values::of( $fuzz_case )->parameters() as $name => $value ) {
			if ( 1 === preg_match( '/per_?page|limit|number|count|page_?size/i', (string) $name ) && is_numeric( $value ) && ( $value >= self::MANY || -1 === (int) $value ) ) {
				return true;
			}
		}
		return false;
	}

	private function reads_everything( array $query, Oracle_Context $context ): bool {
		$table = null === $context->site ? $query['table'] : preg_replace( '/^' . preg_quote( $context->site->prefix, '/' ) . '/', '', $query['table'] );
		return in_array( $table, self::GROWING, true ) && 1 !== preg_match( '/\bIN\s*\(|\bGROUP\s+BY\b|\bCOUNT\s*\(|\bID\s*=/i', $query['sql'] );
	}
}
