<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

/**
 * Stands in for PHP's own `http://` and `https://` while a case runs: file_get_contents( $url ) and its like
 * are recorded as outbound requests, and fail.
 */
final class Refused_Streams {

	/** @var list<string>|null Those that this PHP has. */
	private static ?array $schemes = null;

	private static ?\Closure $report = null;

	/** @var resource|null Set by PHP. */
	public $context;

	/**
	 * @param \Closure(string, array<string, mixed>):void $report Event type and data.
	 */
	public static function watch( \Closure $report ): void {
		self::$report    = $report;
		self::$schemes ??= array_values( array_intersect( array( 'http', 'https' ), stream_get_wrappers() ) );
		foreach ( self::$schemes as $scheme ) {
			stream_wrapper_unregister( $scheme );
			stream_wrapper_register( $scheme, self::class, STREAM_IS_URL );
		}
	}

	/** Gives PHP its own back. */
	public static function release(): void {
		if ( null === self::$report ) {
			return;
		}
		self::$report = null;
		foreach ( self::$schemes ?? array() as $scheme ) {
			stream_wrapper_restore( $scheme );
		}
	}

	/** A request that is refused. */
	public function stream_open( string $url ): bool {
		if ( null !== self::$report ) {
			( self::$report )(
				'http',
				array(
					'url'    => $url,
					'method' => 'GET',
				)
			);
		}
		return false;
	}

	/** PHP's own asks no server whether there is a file. */
	public function url_stat(): bool {
		return false;
	}
}
