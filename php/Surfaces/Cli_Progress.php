<?php

declare( strict_types=1 );

namespace WP_Codebox\Surfaces;

/**
 * Shows how far a long command is, on standard error: a line that changes in a terminal, a line now and then elsewhere.
 */
final class Cli_Progress {

	private const TERMINAL_PAUSE = 0.2;
	private const LOG_PAUSE      = 10.0;

	private readonly bool $is_terminal;
	private float $shown = 0.0;

	public function __construct() {
		$this->is_terminal = stream_isatty( STDERR ) && 'dumb' !== getenv( 'TERM' );
	}

	/**
	 * @param string $line How far it is.
	 */
	public function show( string $line ): void {
		if ( microtime( true ) - $this->shown < ( $this->is_terminal ? self::TERMINAL_PAUSE : self::LOG_PAUSE ) ) {
			return;
		}
		$this->shown = microtime( true );
		fwrite( STDERR, $this->is_terminal ? "\r\033[K" . substr( $line, 0, 150 ) : $line . "\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions
	}

	/** Leaves the changing line behind. */
	public function __destruct() {
		if ( $this->is_terminal && 0.0 < $this->shown ) {
			fwrite( STDERR, "\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		}
	}
}
