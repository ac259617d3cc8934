<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * Puts the values of a parameter, and the mutations of a target, into the order in which they tell most:
 * one of every sort before the second of any.
 */
final class Value_Order {

	/** So many payloads come whole in the first round: together they show most sinks. */
	private const PAYLOADS = 6;

	/** So many values of an enum come whole; where there is one, payloads are refused as a rule and wait. */
	private const ENUMERATED = 5;

	/** Sorts of values that find defects first; the rest follows in the order of the schema. */
	private const FIRST = array( 'literal', 'name', 'items', 'properties', 'enum', 'type', 'payload', 'range', 'format' );

	/**
	 * @param list<Generated_Value> $values Values of one parameter.
	 * @return list<Generated_Value>
	 */
	public static function of_values( array $values ): array {
		$groups = array();
		$ranks  = array();
		$counts = array();
		$enums  = array_fill_keys( array_map( self::place( ... ), array_filter( $values, static fn( Generated_Value $value ): bool => 'enum' === $value->keyword ) ), true );
		foreach ( $values as $index => $value ) {
			$place = self::place( $value );
			$sort  = "$value->keyword $place";
			$count = ( $counts[ $sort ] ?? -1 ) + 1;

			$counts[ $sort ] = $count;
			// What the code itself knows comes whole, before anything that is only likely; so do the first payloads.
			$nth = match ( $value->keyword ) {
				'literal' => $index,
				'enum'    => min( self::ENUMERATED, $count ),
				'payload' => isset( $enums[ $place ] ) ? 0 : min( self::PAYLOADS, $count ),
				default   => 0,
			};
			$key = "$sort $nth";

			$groups[ $key ][] = $value;
			$ranks[ $key ]    = array( self::rank( $value->keyword ), $nth );
		}
		uksort( $groups, static fn( string $a, string $b ): int => $ranks[ $a ] <=> $ranks[ $b ] );
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

	private static function place( Generated_Value $value ): string {
		return implode( '.', $value->path );
	}

	private static function rank( string $keyword ): int {
		$place = array_search( $keyword, self::FIRST, true );
		return false === $place ? count( self::FIRST ) : $place;
	}
}
