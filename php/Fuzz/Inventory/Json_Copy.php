<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Inventory;

/**
 * What of a PHP value can be written as JSON: schemas of real plugins hold closures and objects.
 */
final class Json_Copy {

	/**
	 * @param mixed $value Any value.
	 * @return mixed The value with callables and objects as a note of what they are, keys sorted.
	 */
	public static function of( mixed $value ): mixed {
		if ( is_array( $value ) ) {
			$copy = array_map( array( self::class, 'of' ), $value );
			if ( ! array_is_list( $copy ) ) {
				ksort( $copy, SORT_STRING );
			}
			return $copy;
		}
		return match ( true ) {
			$value instanceof \Closure  => '(closure)',
			is_object( $value )         => '(' . ( false === strpos( $value::class, "\0" ) ? $value::class : 'anonymous class' ) . ')',
			is_float( $value ) && ! is_finite( $value ) => '(not finite)',
			default                     => $value,
		};
	}
}
