<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation\Keywords;

use WP_Codebox\Fuzz\Generation\Generated_Value;
use WP_Codebox\Fuzz\Generation\Keyword_Values;
use WP_Codebox\Fuzz\Generation\Schema_Values;
use WP_Codebox\Fuzz\Generation\Marker;

/**
 * `minLength` and `maxLength`, counted in characters as WordPress counts them.
 */
final class String_Length_Values implements Keyword_Values {

	/** Longer strings cost more than they show. */
	private const LONGEST = 70000;

	public function values( array $schema, string $name, Schema_Values $inner ): iterable {
		if ( $schema['type'] && ! in_array( 'string', $schema['type'], true ) ) {
			return;
		}
		if ( isset( $schema['minLength'] ) && is_numeric( $schema['minLength'] ) ) {
			$minimum = (int) $schema['minLength'];
			yield new Generated_Value( self::of_length( $minimum ), 'minLength', Generated_Value::BOUNDARY );
			yield new Generated_Value( self::of_length( $minimum + 1 ), 'minLength', Generated_Value::VALID );
			yield new Generated_Value( self::of_length( max( 0, $minimum - 1 ) ), 'minLength', Generated_Value::INVALID );
		}
		if ( isset( $schema['maxLength'] ) && is_numeric( $schema['maxLength'] ) ) {
			$maximum = (int) $schema['maxLength'];
			yield new Generated_Value( self::of_length( $maximum ), 'maxLength', Generated_Value::BOUNDARY );
			yield new Generated_Value( self::of_length( $maximum, "\u{1F600}" ), 'maxLength', Generated_Value::BOUNDARY );
			yield new Generated_Value( self::of_length( $maximum + 1 ), 'maxLength', Generated_Value::INVALID );
			return;
		}
		yield new Generated_Value( self::of_length( 300 ), 'maxLength', Generated_Value::BOUNDARY );
		yield new Generated_Value( self::of_length( self::LONGEST ), 'maxLength', Generated_Value::BOUNDARY );
	}

	private static function of_length( int $length, string $filler = 'a' ): string {
		$length = min( $length, self::LONGEST );
		$marker = Marker::planned();
		return $length < strlen( $marker ) ? str_repeat( $filler, $length ) : $marker . str_repeat( $filler, $length - strlen( $marker ) );
	}
}
