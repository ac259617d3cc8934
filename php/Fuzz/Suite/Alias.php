<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

/**
 * Reads a field that has two spellings; camelCase wins.
 */
final class Alias {

	/**
	 * @param array  $data  Where from.
	 * @param string ...$names Spellings, the first that is there and not null wins.
	 * @return mixed Null when none is there.
	 */
	public static function read( array $data, string ...$names ): mixed {
		foreach ( $names as $name ) {
			if ( isset( $data[ $name ] ) ) {
				return $data[ $name ];
			}
		}
		return null;
	}
}
