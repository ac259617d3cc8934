<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;

/**
 * `default`.
 */
final class Default_Values implements Keyword_Values {

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		if ( isset( $schema['default'] ) ) {
			yield new Generated_Value( $schema['default'], 'default', Generated_Value::VALID );
		}
	}
}
