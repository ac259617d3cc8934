<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Stack frames as data: {file, line, function, class}, innermost first, without ours.
 */
final class Frames {

	private const LIMIT = 40;

	/**
	 * @return list<array{file: string, line: int, function: string, class: string}> The stack of the caller.
	 */
	public static function here(): array {
		return self::from_trace( debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS, self::LIMIT + 10 ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions
	}

	/**
	 * @param \Throwable $thrown Anything thrown.
	 * @return list<array{file: string, line: int, function: string, class: string}> Where it was thrown first.
	 */
	public static function of_throwable( \Throwable $thrown ): array {
		$origin = array(
			'file' => $thrown->getFile(),
			'line' => $thrown->getLine(),
		);
		return self::from_trace( array( $origin, ...$thrown->getTrace() ) );
	}

	/**
	 * @param list<array> $trace As debug_backtrace() gives it.
	 * @return list<array{file: string, line: int, function: string, class: string}>
	 */
	public static function from_trace( array $trace ): array {
		$frames = array();
		foreach ( $trace as $frame ) {
			$file = (string) ( $frame['file'] ?? '' );
			if ( '' !== $file && ! str_starts_with( $file, WP_CODEBOX_PHP_DIR . '/' ) ) {
				$frames[] = array(
					'file'     => $file,
					'line'     => (int) ( $frame['line'] ?? 0 ),
					'function' => (string) ( $frame['function'] ?? '' ),
					'class'    => (string) ( $frame['class'] ?? '' ),
				);
			}
		}
		return array_slice( $frames, 0, self::LIMIT );
	}
}
