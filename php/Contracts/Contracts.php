<?php

declare( strict_types=1 );

namespace WP_Codebox\Contracts;

/**
 * Reads the contracts that `npm run contracts` emits from src-shared.
 *
 * Each is a PHP file that returns an array, so OPcache holds it as constant data.
 */
final class Contracts {

	/** @var array<string, array> */
	private static array $read = array();

	/**
	 * @param string $name File below generated/, without `.php`, such as `errors` or `operations/run-fuzz-suite`.
	 * @return array The contract.
	 * @throws \OutOfBoundsException When there is no such contract: a mistake of ours, never of a caller.
	 */
	public static function get( string $name ): array {
		if ( ! isset( self::$read[ $name ] ) ) {
			$file = __DIR__ . '/generated/' . $name . '.php';
			if ( ! is_file( $file ) ) {
				throw new \OutOfBoundsException( "No contract named $name." );
			}
			self::$read[ $name ] = require $file;
		}
		return self::$read[ $name ];
	}
}
