<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

/**
 * "The id of whoever calls", as a number that stands for it while cases are planned.
 */
final class Own_User {

	/** An id that no site reaches and 32-bit PHP can hold. */
	public const PLANNED = 2147483646;

	/**
	 * @param mixed $value   Planned value.
	 * @param int   $user_id Whose id to put in.
	 * @return mixed
	 */
	public static function fill( mixed $value, int $user_id ): mixed {
		if ( is_array( $value ) ) {
			return array_map( static fn( mixed $item ): mixed => self::fill( $item, $user_id ), $value );
		}
		return self::PLANNED === $value ? $user_id : $value;
	}
}
