<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

/**
 * The class of the serialized objects that cases send: harmless, and it tells when unserialize() brings one to life.
 */
final class Canary_Object {

	/** Its name in payloads, where a backslash would not survive wp_unslash(). See src-shared/fuzz/boundary-values.ts. */
	public const NAME = 'WP_Codebox_Canary';

	private static ?\Closure $report = null;

	/**
	 * @param \Closure():void|null $report Told of each one; null for silence.
	 */
	public static function watch( ?\Closure $report ): void {
		if ( ! class_exists( self::NAME, false ) ) {
			class_alias( self::class, self::NAME );
		}
		self::$report = $report;
	}

	public function __wakeup(): void {
		if ( null !== self::$report ) {
			( self::$report )();
		}
	}
}
