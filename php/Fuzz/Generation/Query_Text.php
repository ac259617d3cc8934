<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * What a value becomes in a query string or form: everything is text, as PHP reads it back.
 */
final class Query_Text {

	/**
	 * @param mixed $value JSON value.
	 * @return string|array Text, or an array of such.
	 */
	public static function of( mixed $value ): string|array {
		return match ( true ) {
			is_array( $value ) => array_map( array( self::class, 'of' ), $value ),
			is_bool( $value )  => $value ? 'true' : 'false',
			is_float( $value ) => (string) wp_json_encode( $value ),
			default            => (string) $value,
		};
	}
}
