<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Contracts\Contracts;

/**
 * The case-unique marker in every generated string: `wpcbx` + case number in base 36, six digits + `q`.
 *
 * Values are planned once with the marker of case 0 in it and get the case's own when the case is made;
 * all markers are equally long, so lengths stay exact.
 */
final class Marker {

	/**
	 * @param int $number Case number, 0 to 36^6 - 1; the same for every role of a case.
	 */
	public static function of_case( int $number ): string {
		$table = Contracts::get( 'boundary-values' )['marker'];
		return $table['prefix'] . str_pad( base_convert( (string) $number, 10, 36 ), $table['width'], '0', STR_PAD_LEFT ) . $table['suffix'];
	}

	/** The marker that planned values hold. */
	public static function planned(): string {
		static $planned = null;
		return $planned ??= self::of_case( 0 );
	}

	/**
	 * @param mixed  $value Planned value, or a table's with `{marker}`.
	 * @param string $from  What to replace.
	 * @param string $to    With what.
	 * @return mixed The value with the replacement in every string and key.
	 */
	public static function replace( mixed $value, string $from, string $to ): mixed {
		if ( is_string( $value ) ) {
			return str_replace( $from, $to, $value );
		}
		if ( ! is_array( $value ) ) {
			return $value;
		}
		$copy = array();
		foreach ( $value as $key => $item ) {
			$copy[ is_string( $key ) ? str_replace( $from, $to, $key ) : $key ] = self::replace( $item, $from, $to );
		}
		return $copy;
	}
}
