<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;

/**
 * `anyOf` and `oneOf`: values for each branch.
 */
final class Combined_Values implements Keyword_Values {

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		foreach ( array( 'anyOf', 'oneOf' ) as $keyword ) {
			$branches = is_array( $schema[ $keyword ] ?? null ) ? array_filter( $schema[ $keyword ], 'is_array' ) : array();
			$rest     = array_diff_key( $schema, array(
'anyOf' => 1,
'oneOf' => 1,
) );
			foreach ( $branches as $branch ) {
				$merged = $branch + array_filter( $rest );
				$value  = $inner->instance( $merged, $name );
				if ( null !== $value ) {
					yield new Generated_Value( $value, $keyword, Generated_Value::VALID );
				}
			}
			foreach ( $branches as $branch ) {
				foreach ( $inner->unjudged( $branch + array_filter( $rest ), $name ) as $value ) {
					yield $value;
				}
			}
		}
	}
}
