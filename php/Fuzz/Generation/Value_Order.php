<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * Puts the values of a parameter, and the mutations of a target, into the order in which they tell most:
 * one of every sort before the second of any.
 */
final class Value_Order {

	/** Sorts of values that find defects first; the rest follows in the order of the schema. */
	private const FIRST = array( 'literal', 'name', 'items', 'payload', 'enum', 'type', 'range', 'format' );

	/**
	 * @param list<Generated_Value> $values Values of one parameter.
	 * @return list<Generated_Value>
	 */
	public static function of_values( array $values ): array {
		$groups = array();
		foreach ( $values as $index => $value ) {
			// What the code itself knows comes whole, before anything that is only likely.
			$sort = 'literal' === $value->keyword ? (string) $index : implode( '.', $value->path );

			$groups[ "$value->keyword $sort" ][] = $value;
		}
		uksort(
			$groups,
			static fn( string $a, string $b ): int => self::rank( $a ) <=> self::rank( $b )
		);
		return self::interleave( array_values( $groups ) );
	}

	/**
	 * @template T
	 * @param list<list<T>> $lists Lists of any length.
	 * @return list<T> The first of each, the second of each, and so on.
	 */
	public static function interleave( array $lists ): array {
		$order   = array();
		$longest = $lists ? max( array_map( 'count', $lists ) ) : 0;
		for ( $index = 0; $index < $longest; $index++ ) {
			foreach ( $lists as $list ) {
				if ( array_key_exists( $index, $list ) ) {
					$order[] = $list[ $index ];
				}
			}
		}
		return $order;
	}

	private static function rank( string $group ): int {
		$place = array_search( explode( ' ', $group )[0], self::FIRST, true );
		return false === $place ? count( self::FIRST ) : $place;
	}
}
