<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Oracles\Reading;

use WP_Codebox\Fuzz\Oracles\Oracle_Context;

/**
 * Whose complaint it is: the frames decide.
 */
final class Own_Frames {

	/** The SQLite integration and the drop-in that loads it. */
	private const DROP_IN = '~/sqlite-database-integration[^/]*/|/wp-content/db\.php$~';

	/**
	 * @param list<array>    $frames  Innermost first.
	 * @param Oracle_Context $context Knows the code under test.
	 * @param int            $reach   How deep the first frame of the code under test may stand; 1: it has to be the innermost.
	 * @return bool Whether the code under test is to blame. True without frames when nothing tells the code under test apart.
	 */
	public static function owns( array $frames, Oracle_Context $context, int $reach ): bool {
		if ( self::is_drop_in( $frames ) ) {
			return false;
		}
		if ( null === $context->is_under_test ) {
			return true;
		}
		foreach ( array_slice( $frames, 0, $reach ) as $frame ) {
			if ( $context->covers( $frame['file'] ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * @param list<array>    $frames  Innermost first.
	 * @param Oracle_Context $context Knows the code under test.
	 * @return bool Whether the code under test called wpdb itself, and not a function of core that did. True without frames.
	 */
	public static function calls_database( array $frames, Oracle_Context $context ): bool {
		foreach ( $frames as $frame ) {
			if ( 1 !== preg_match( self::DROP_IN, $frame['file'] ) && ! str_ends_with( $frame['file'], '/class-wpdb.php' ) ) {
				return null === $context->is_under_test || $context->covers( $frame['file'] );
			}
		}
		return true;
	}

	/**
	 * @param list<array> $frames Innermost first.
	 * @return bool Whether the innermost frame is the SQLite integration's.
	 */
	public static function is_drop_in( array $frames ): bool {
		return self::is_drop_in_file( $frames[0]['file'] ?? '' );
	}

	/**
	 * @param string $file Path.
	 */
	public static function is_drop_in_file( string $file ): bool {
		return 1 === preg_match( self::DROP_IN, $file );
	}
}
