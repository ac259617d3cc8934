<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Marker;

/**
 * Type `array`: `items`, `minItems`, `maxItems`, `uniqueItems`.
 */
final class Array_Values implements Keyword_Values {

	/** Longer lists cost more than they show. */
	private const LONGEST = 200;

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		if ( ! in_array( 'array', $schema['type'], true ) ) {
			return;
		}
		$items   = is_array( $schema['items'] ?? null ) ? $schema['items'] : array();
		$minimum = max( 0, (int) ( $schema['minItems'] ?? 0 ) );
		$maximum = isset( $schema['maxItems'] ) ? (int) $schema['maxItems'] : null;
		$pool    = self::pool( $items, $name, $inner, min( self::LONGEST, max( 3, $minimum + 2, (int) $maximum + 1 ) ) );
		$valid   = self::of_length( $pool, null === $maximum || $maximum > $minimum ? $minimum + 1 : $minimum );
		if ( null === $maximum || $maximum > 0 ) {
			yield new Generated_Value( $valid, 'items', Generated_Value::VALID );
		}
		yield new Generated_Value( self::of_length( $pool, $minimum ), 'minItems', Generated_Value::BOUNDARY );
		if ( $minimum > 0 ) {
			yield new Generated_Value( self::of_length( $pool, $minimum - 1 ), 'minItems', Generated_Value::INVALID );
		}
		yield from self::with_each_item( $valid, $items, $name, $inner );
		if ( null !== $maximum ) {
			yield new Generated_Value( self::of_length( $pool, $maximum ), 'maxItems', Generated_Value::BOUNDARY );
			yield new Generated_Value( self::of_length( $pool, $maximum + 1 ), 'maxItems', Generated_Value::INVALID );
		} else {
			yield new Generated_Value( self::of_length( $pool, self::LONGEST ), 'maxItems', Generated_Value::BOUNDARY );
		}
		if ( $valid ) {
			yield new Generated_Value( array( ...$valid, $valid[0] ), 'uniqueItems', Generated_Value::INVALID );
		}
	}

	/**
	 * The valid list with its first item replaced by every value that items can have.
	 *
	 * @return iterable<Generated_Value>
	 */
	private static function with_each_item( array $valid, array $items, string $name, Schema_Values $inner ): iterable {
		foreach ( $inner->unjudged( $items, $name ) as $value ) {
			yield $value->inside( 0, static fn( mixed $item ): array => array( $item, ...array_slice( $valid, 1 ) ) );
		}
	}

	/**
	 * @return list<mixed> Different valid items.
	 */
	private static function pool( array $items, string $name, Schema_Values $inner, int $enough ): array {
		$pool = array();
		foreach ( $inner->unjudged( $items, $name ) as $value ) {
			if ( count( $pool ) >= $enough ) {
				break;
			}
			if ( null !== $value->value && strlen( (string) wp_json_encode( $value->value ) ) < 1000 && $inner->accepts( $items, $value->value ) ) {
				$pool[] = $value->value;
			}
		}
		return $pool ? $pool : array( Marker::planned() );
	}

	/**
	 * @param list<mixed> $pool   Items to take, at least one.
	 * @param int         $length Number of items; repeated when the pool is smaller.
	 * @return list<mixed>
	 */
	private static function of_length( array $pool, int $length ): array {
		$list   = array();
		$length = min( $length, 10 * self::LONGEST );
		for ( $index = 0; $index < $length; $index++ ) {
			$list[] = $pool[ $index % count( $pool ) ];
		}
		return $list;
	}
}
