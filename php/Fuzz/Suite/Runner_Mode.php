<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Suite;

/**
 * Where a suite asks to run, and whether that is here.
 */
final class Runner_Mode {

	public const IN_PROCESS     = 'php-in-process';
	public const RUNTIME_BACKED = 'runtime-backed';

	/**
	 * @param string $mode As the suite says.
	 * @return bool True for this process; everything else fails closed, unknown words too.
	 */
	public static function is_here( string $mode ): bool {
		return in_array( $mode, array( '', 'auto', self::IN_PROCESS ), true );
	}
}
