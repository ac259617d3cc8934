<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Turns whatever a case produced into JSON values: bounded in depth, number and length, valid UTF-8, without secrets.
 */
final class Json_Values {

	private const DEPTH  = 24;
	private const ITEMS  = 5000;
	private const LENGTH = 262144;

	/**
	 * @param mixed $value       Anything.
	 * @param bool  $is_redacted Whether secrets are taken out.
	 * @return mixed Scalars, null, arrays; an object becomes an array of its public properties.
	 */
	public static function of( mixed $value, bool $is_redacted = true ): mixed {
		return self::reduce( $value, self::DEPTH, $is_redacted ? Redaction::of_site() : null );
	}

	private static function reduce( mixed $value, int $depth, ?Redaction $redaction ): mixed {
		if ( is_string( $value ) ) {
			$value = strlen( $value ) > self::LENGTH ? substr( $value, 0, self::LENGTH ) : $value;
			$value = mb_check_encoding( $value, 'UTF-8' ) ? $value : mb_convert_encoding( $value, 'UTF-8', 'ISO-8859-1' );
			return null === $redaction ? $value : $redaction->apply( $value );
		}
		if ( is_float( $value ) && ! is_finite( $value ) ) {
			return (string) $value;
		}
		if ( null === $value || is_scalar( $value ) ) {
			return $value;
		}
		if ( 0 === $depth || ! ( is_array( $value ) || is_object( $value ) ) ) {
			return '(' . get_debug_type( $value ) . ')';
		}
		$reduced = array();
		foreach ( array_slice( is_object( $value ) ? get_object_vars( $value ) : $value, 0, self::ITEMS, true ) as $key => $item ) {
			$key             = is_string( $key ) ? (string) self::reduce( $key, 1, $redaction ) : $key;
			$reduced[ $key ] = self::reduce( $item, $depth - 1, $redaction );
		}
		return $reduced;
	}
}
