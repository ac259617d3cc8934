<?php

declare( strict_types=1 );

namespace WP_Codebox\Artifacts;

/**
 * JSON text as RFC 8785 (JCS) orders it: the same value gives the same bytes in PHP and in JavaScript.
 */
final class Canonical_Json {

	private const FLAGS = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS | JSON_THROW_ON_ERROR;

	/** Beyond this a JavaScript number is not every integer any more. */
	private const SAFE_INTEGER = 9007199254740991;

	/**
	 * @param mixed $value A JSON value: a list array is a JSON array (an empty one too), any other array or object a JSON object.
	 * @return string Canonical text without a line end.
	 * @throws \JsonException For bytes that are not UTF-8, NaN and infinity.
	 */
	public static function encode( mixed $value ): string {
		return match ( true ) {
			is_string( $value )                               => json_encode( $value, self::FLAGS ), // phpcs:ignore WordPress.WP.AlternativeFunctions -- wp_json_encode() would repair broken text.
			is_int( $value )                                  => abs( $value ) > self::SAFE_INTEGER ? self::number( (float) $value ) : (string) $value,
			is_float( $value )                                => self::number( $value ),
			is_bool( $value )                                 => $value ? 'true' : 'false',
			null === $value                                   => 'null',
			is_array( $value ) && array_is_list( $value )     => '[' . implode( ',', array_map( self::encode( ... ), $value ) ) . ']',
			default                                           => self::object( (array) $value ),
		};
	}

	/**
	 * Orders strings by UTF-16 code units, as RFC 8785 and JavaScript's `sort()` do.
	 *
	 * In UTF-8 only the characters U+E000 to U+FFFF stand elsewhere (before the surrogates' code
	 * points instead of after them), and their first bytes 0xEE and 0xEF never occur inside a character.
	 *
	 * @param string[] $keys Valid UTF-8.
	 * @return list<string>
	 */
	public static function sorted( array $keys ): array {
		usort( $keys, static fn( string $left, string $right ): int => strcmp( strtr( $left, "\xEE\xEF", "\xF8\xF9" ), strtr( $right, "\xEE\xEF", "\xF8\xF9" ) ) );
		return $keys;
	}

	private static function object( array $fields ): string {
		$members = array();
		foreach ( self::sorted( array_map( 'strval', array_keys( $fields ) ) ) as $key ) {
			$members[] = self::encode( $key ) . ':' . self::encode( $fields[ $key ] );
		}
		return '{' . implode( ',', $members ) . '}';
	}

	/**
	 * ECMAScript's Number::toString(): the shortest digits that read back as the same number.
	 *
	 * @param float $value A finite number.
	 * @throws \JsonException For NaN and infinity.
	 */
	private static function number( float $value ): string {
		if ( ! is_finite( $value ) ) {
			throw new \JsonException( 'NaN and infinity are not JSON.' );
		}
		if ( 0.0 === $value ) {
			return '0';
		}
		$sign = $value < 0 ? '-' : '';
		for ( $precision = 0; $precision <= 16; $precision++ ) {
			$text = sprintf( "%.{$precision}e", abs( $value ) );
			if ( (float) $text === abs( $value ) ) {
				break;
			}
		}
		list( $mantissa, $exponent ) = explode( 'e', $text );
		$digits = rtrim( str_replace( '.', '', $mantissa ), '0' );
		return $sign . self::place_point( $digits, (int) $exponent + 1 );
	}

	/**
	 * @param string $digits Significant digits.
	 * @param int    $point  Where the decimal point stands, counted from the first digit.
	 */
	private static function place_point( string $digits, int $point ): string {
		$count = strlen( $digits );
		if ( $count <= $point && $point <= 21 ) {
			return $digits . str_repeat( '0', $point - $count );
		}
		if ( 0 < $point && $point <= 21 ) {
			return substr( $digits, 0, $point ) . '.' . substr( $digits, $point );
		}
		if ( -6 < $point && $point <= 0 ) {
			return '0.' . str_repeat( '0', -$point ) . $digits;
		}
		$exponent = ( $point > 0 ? '+' : '-' ) . abs( $point - 1 );
		return $digits[0] . ( $count > 1 ? '.' . substr( $digits, 1 ) : '' ) . 'e' . $exponent;
	}
}
