<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Marker;
use WP_Codebox\Fuzz\Generation\Regex;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Seeded_Random;

/**
 * Type `object`: `properties`, `required` (both drafts), `additionalProperties`, `patternProperties`, `minProperties`, `maxProperties`.
 */
final class Object_Values implements Keyword_Values {

	/** More properties cost more than they show. */
	private const MOST = 200;

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		if ( ! in_array( 'object', $schema['type'], true ) ) {
			return;
		}
		$properties = array_filter( (array) ( $schema['properties'] ?? array() ), 'is_array' );
		$required   = self::required( $schema, $properties );
		$minimal    = self::instances( array_intersect_key( $properties, array_flip( $required ) ), $inner );
		$minimal    = self::filled( $minimal + array_fill_keys( $required, Marker::planned() ), (int) ( $schema['minProperties'] ?? 0 ), $schema, $properties, $inner );
		yield new Generated_Value( $minimal, 'properties', Generated_Value::VALID );
		foreach ( $required as $missing ) {
			yield new Generated_Value( array_diff_key( $minimal, array( $missing => 1 ) ), 'required', Generated_Value::INVALID, array( $missing ) );
		}
		foreach ( $properties as $property => $sub_schema ) {
			foreach ( $inner->unjudged( $sub_schema, (string) $property ) as $value ) {
				yield $value->inside( $property, static fn( mixed $item ): array => array( $property => $item ) + $minimal );
			}
		}
		yield new Generated_Value( $minimal + self::instances( $properties, $inner ), 'properties', Generated_Value::VALID );
		yield from $this->other_keys( $schema, $minimal, $inner );
		yield from $this->counts( $schema, $properties, $minimal, $inner );
	}

	/**
	 * @return iterable<Generated_Value>
	 */
	private function other_keys( array $schema, array $minimal, Schema_Values $inner ): iterable {
		$forbidden = false === ( $schema['additionalProperties'] ?? null );
		yield new Generated_Value( $minimal + array( Marker::planned() => Marker::planned() . "'" ), 'additionalProperties', $forbidden ? Generated_Value::INVALID : Generated_Value::VALID, array( Marker::planned() ) );
		if ( is_array( $schema['additionalProperties'] ?? null ) ) {
			foreach ( $inner->unjudged( $schema['additionalProperties'], '' ) as $value ) {
				yield $value->inside( Marker::planned(), static fn( mixed $item ): array => $minimal + array( Marker::planned() => $item ) );
			}
		}
		foreach ( array_filter( (array) ( $schema['patternProperties'] ?? array() ), 'is_array' ) as $pattern => $sub_schema ) {
			$key = self::key_for( (string) $pattern );
			if ( null !== $key ) {
				foreach ( $inner->unjudged( $sub_schema, $key ) as $value ) {
					yield new Generated_Value( $minimal + array( $key => $value->value ), 'patternProperties', $value->kind, array( $key ) );
				}
			}
		}
	}

	/**
	 * @return iterable<Generated_Value>
	 */
	private function counts( array $schema, array $properties, array $minimal, Schema_Values $inner ): iterable {
		if ( isset( $schema['minProperties'] ) ) {
			$fewer = max( 0, (int) $schema['minProperties'] - 1 );
			yield new Generated_Value( array_slice( $minimal, 0, $fewer, true ), 'minProperties', Generated_Value::INVALID );
			yield new Generated_Value( $minimal, 'minProperties', Generated_Value::BOUNDARY );
		}
		if ( isset( $schema['maxProperties'] ) ) {
			$most = (int) $schema['maxProperties'];
			yield new Generated_Value( self::filled( $minimal, $most, $schema, $properties, $inner ), 'maxProperties', Generated_Value::BOUNDARY );
			yield new Generated_Value( self::filled( $minimal, $most + 1, $schema, $properties, $inner ), 'maxProperties', Generated_Value::INVALID );
		}
	}

	/**
	 * @return list<string|int> Names of the required properties.
	 */
	private static function required( array $schema, array $properties ): array {
		if ( is_array( $schema['required'] ?? null ) ) {
			return array_values( array_filter( $schema['required'], 'is_string' ) );
		}
		return array_keys( array_filter( $properties, static fn( array $property ): bool => true === ( $property['required'] ?? false ) ) );
	}

	/**
	 * @return array<string, mixed> Property → valid value, without those for which none was found.
	 */
	private static function instances( array $properties, Schema_Values $inner ): array {
		$values = array();
		foreach ( $properties as $property => $sub_schema ) {
			$value = $inner->instance( $sub_schema, (string) $property );
			if ( null !== $value ) {
				$values[ $property ] = $value;
			}
		}
		return $values;
	}

	/**
	 * Adds declared, then pattern, then further properties until there are enough.
	 *
	 * @param array $value Properties so far.
	 * @param int   $count How many there have to be.
	 * @return array<string, mixed>
	 */
	private static function filled( array $value, int $count, array $schema, array $properties, Schema_Values $inner ): array {
		$count = min( $count, self::MOST );
		if ( count( $value ) < $count ) {
			$value = array_slice( $value + self::instances( $properties, $inner ), 0, $count, true );
		}
		$further = is_array( $schema['additionalProperties'] ?? null ) ? $inner->instance( $schema['additionalProperties'], '' ) : Marker::planned();
		$pattern = false === ( $schema['additionalProperties'] ?? null ) ? array_key_first( (array) ( $schema['patternProperties'] ?? array() ) ) : null;
		$missing = $count - count( $value );
		for ( $index = 0; $missing > 0 && $index < 10 * self::MOST; $index++ ) {
			if ( null === $pattern ) {
				$value[ 'p' . $index ] = $further;
			} else {
				$key           = self::key_for( (string) $pattern, $index ) ?? 'p' . $index;
				$value[ $key ] = $inner->instance( (array) $schema['patternProperties'][ $pattern ], $key );
			}
			$missing = $count - count( $value );
		}
		return $value;
	}

	private static function key_for( string $pattern, int $variant = 0 ): ?string {
		$regex  = Regex::parse( $pattern );
		$random = new Seeded_Random( 'key', $pattern, (string) $variant );
		for ( $try = 0; null !== $regex && $try < 10; $try++ ) {
			$key = $regex->sample( $random );
			if ( rest_validate_json_schema_pattern( $pattern, $key ) ) {
				return $key;
			}
		}
		return null;
	}
}
