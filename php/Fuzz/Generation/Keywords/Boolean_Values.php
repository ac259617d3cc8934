<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;

/**
 * Type `boolean`, with the strings and numbers that WordPress coerces.
 */
final class Boolean_Values implements Keyword_Values {

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		if ( ! in_array( 'boolean', $schema['type'], true ) ) {
			return;
		}
		foreach ( array( false, true ) as $value ) {
			yield new Generated_Value( $value, 'type', Generated_Value::VALID );
		}
		foreach ( array( 0, 1, 'false', 'true' ) as $value ) {
			yield new Generated_Value( $value, 'type', Generated_Value::BOUNDARY );
		}
	}
}
