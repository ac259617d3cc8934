<?php
// phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.NoSilencedErrors -- PHP's own file functions are what it stands in for.

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

/**
 * Stands in for PHP's own `http://` and `https://` while a case runs: file_get_contents( $url ) and its like
 * are recorded as outbound requests, and fail.
 *
 * PHP keeps something of every registration until the process ends, so it stays in its place between two cases. Whoever
 * opens an address there gets PHP's own back, and reads from it.
 */
final class Refused_Streams {

	/** The address of a file that is here and nowhere else. */
	private const PROBE = '://stands-in.wp-codebox.invalid/';

	/** @var list<string>|null Those that this PHP has. */
	private static ?array $schemes = null;

	private static ?\Closure $report = null;

	/** @var resource|null Set by PHP. */
	public $context;

	/** @var resource What PHP's own opened. */
	private $handle;

	/**
	 * @param \Closure(string, array<string, mixed>):void $report Event type and data.
	 */
	public static function watch( \Closure $report ): void {
		self::$report    = $report;
		self::$schemes ??= array_values( array_intersect( array( 'http', 'https' ), stream_get_wrappers() ) );
		foreach ( self::$schemes as $scheme ) {
			// A case may have put PHP's own back, which says no to this without asking any server.
			if ( ! file_exists( $scheme . self::PROBE ) ) {
				stream_wrapper_unregister( $scheme );
				stream_wrapper_register( $scheme, self::class, STREAM_IS_URL );
			}
		}
	}

	/** The case is over. */
	public static function release(): void {
		self::$report = null;
	}

	/** A request of a case, which is refused, or anybody's between two cases. */
	public function stream_open( string $url, string $mode ): bool {
		if ( null !== self::$report ) {
			( self::$report )(
				'http',
				array(
					'url'    => $url,
					'method' => 'GET',
				)
			);
			return false;
		}
		stream_wrapper_restore( strtolower( (string) strtok( $url, ':' ) ) );
		$handle = null === $this->context ? fopen( $url, $mode ) : fopen( $url, $mode, false, $this->context );
		if ( false === $handle ) {
			return false;
		}
		$this->handle = $handle;
		return true;
	}

	public function stream_read( int $count ): string|false {
		return fread( $this->handle, max( 1, $count ) );
	}

	public function stream_eof(): bool {
		return feof( $this->handle );
	}

	/** @return array<int|string, int>|false */
	public function stream_stat(): array|false {
		return fstat( $this->handle );
	}

	/** Time limits and the like. */
	public function stream_set_option( int $option, int $first, ?int $second ): bool {
		return STREAM_OPTION_READ_TIMEOUT === $option && stream_set_timeout( $this->handle, $first, (int) $second );
	}

	public function stream_close(): void {
		fclose( $this->handle );
	}

	/**
	 * PHP's own asks no server whether there is a file.
	 *
	 * @param string $url Address.
	 * @return array<string, int>|false
	 */
	public function url_stat( string $url ): array|false {
		return str_ends_with( $url, self::PROBE ) ? array( 'mode' => 0100000 ) : false;
	}
}
