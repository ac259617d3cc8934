<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Marker;

/**
 * `enum`: each value, and values beside them.
 */
final class Enum_Values implements Keyword_Values {

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		$allowed = is_array( $schema['enum'] ?? null ) ? array_values( $schema['enum'] ) : array();
		foreach ( $allowed as $value ) {
			yield new Generated_Value( $value, 'enum', Generated_Value::VALID );
		}
		if ( ! $allowed ) {
			return;
		}
		$first = $allowed[0];
		if ( is_string( $first ) ) {
			yield new Generated_Value( Marker::planned(), 'enum', Generated_Value::INVALID );
			yield new Generated_Value( strtoupper( $first ), 'enum', Generated_Value::INVALID );
			yield new Generated_Value( $first . "'\"" . Marker::planned(), 'enum', Generated_Value::INVALID );
			yield new Generated_Value( " $first", 'enum', Generated_Value::INVALID );
		} elseif ( is_int( $first ) || is_float( $first ) ) {
			yield new Generated_Value( max( array_filter( $allowed, 'is_numeric' ) ) + 1, 'enum', Generated_Value::INVALID );
		}
	}
}
