<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Injection;

use WP_Codebox\Fuzz\Findings\Finding;
use WP_Codebox\Fuzz\Oracles\Declared_Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle;
use WP_Codebox\Fuzz\Oracles\Oracle_Context;
use WP_Codebox\Fuzz\Oracles\Reading\Marker_Trace;
use WP_Codebox\Fuzz\Oracles\Reading\Sql_Text;
use WP_Codebox\Fuzz\Oracles\Signals;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * A marker outside its literal in a statement.
 */
final class Sql_Oracle extends Declared_Oracle implements Oracle {

	protected const ID          = 'injection.sql';
	protected const SIGNALS     = Signals::MARKERS;
	protected const SEVERITY    = Finding::HIGH;
	protected const EXPLANATION = 'Every statement is cut into tokens as MySQL reads it. What survived of the input around a marker reaches beyond the literal or the quoted name it stands in, or stands bare with characters that no name has: the input is SQL. Also in LIKE, IN, ORDER BY and LIMIT. It needs no failing query. A bare marker that kept only letters, digits and underscores (sanitize_key) is no proof and is not reported.';

	/** So many bytes behind a quote do not agree with the input by chance. */
	private const BEYOND = 4;

	/** A statement as long as one of these may have been cut off by the envelope. */
	private const CUT = array( 8192, 262144, 1048576 );

	public function judge( Fuzz_Case $fuzz_case, Observation $observation, Oracle_Context $context ): iterable {
		if ( array() === $fuzz_case->markers ) {
			return;
		}
		$trace = new Marker_Trace( $fuzz_case );
		$seen  = array();
		foreach ( $observation->queries as $query ) {
			$sql = null;
			foreach ( $trace->arrivals( $query['sql'] ) as $arrival ) {
				$sql ??= new Sql_Text( $query['sql'] );
				$place = $this->escape( $sql, $arrival, $query['error'] );
				if ( null !== $place && ! isset( $seen[ $place . $query['verb'] . $query['table'] ] ) ) {
					$seen[ $place . $query['verb'] . $query['table'] ] = true;
					yield $this->finding( sprintf( 'Input is SQL in a %s: %s', $query['verb'], $place ), $query['verb'] . ' ' . $query['table'], array( 'sql' => mb_strcut( $query['sql'], 0, 400 ), 'fragment' => mb_strcut( $arrival['fragment'], 0, 200 ), 'error' => mb_strcut( $query['error'], 0, 200 ) ), $query['frames'], true ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
				}
			}
		}
	}

	/**
	 * @param Sql_Text $sql  The statement.
	 * @param array $arrival See Marker_Trace::arrivals().
	 * @param string   $error   What the database said of it.
	 * @return string|null Where the input broke out; null when it did not.
	 */
	private function escape( Sql_Text $sql, array $arrival, string $error ): ?string {
		$token = $sql->token_at( (int) stripos( $sql->sql, $arrival['marker'], $arrival['start'] ) );
		if ( null === $token || Sql_Text::COMMENT === $token['type'] ) {
			return null;
		}
		if ( Sql_Text::BARE !== $token['type'] ) {
			// The quote after a marker may be the statement's own: what follows it has to be the caller's, or the quotes no longer pair.
			$beyond = max( $arrival['end'] - $token['end'], $token['start'] - $arrival['start'] );
			$failed = $sql->is_unterminated() || ( $beyond > 1 && '' !== $error );
			return $beyond >= self::BEYOND || ( $beyond >= 0 && $failed && ! in_array( strlen( $sql->sql ), self::CUT, true ) ) ? 'out of a ' . $token['type'] : null;
		}
		return 1 === preg_match( '/[^\w.,\s-]/', $arrival['fragment'] ) || 1 === preg_match( '/\s(or|and|union|select)\s/i', $arrival['fragment'] ) ? 'outside any quotes' : null;
	}
}
