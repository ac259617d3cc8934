<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Notices that the process ends under a case: `exit`, a fatal error, no more memory.
 *
 * Shutdown functions run in the order of their registration, so a worker makes its watch before WordPress loads.
 */
final class Shutdown_Watch {

	/** Bytes kept free, to have something to work with when memory has run out. */
	private const RESERVE = 1048576;

	private string $reserve             = '';
	private bool $is_registered         = false;
	private ?\Closure $on_death         = null;

	/** Registers the shutdown function; once. */
	public function register(): void {
		if ( ! $this->is_registered ) {
			$this->is_registered = true;
			register_shutdown_function( $this->end( ... ) );
		}
	}

	/**
	 * @param \Closure(Death):void $on_death What to do when the process ends before disarm().
	 */
	public function arm( \Closure $on_death ): void {
		$this->register();
		$this->on_death = $on_death;
		$this->reserve  = str_repeat( ' ', self::RESERVE );
		error_clear_last();
	}

	public function disarm(): void {
		$this->on_death = null;
		$this->reserve  = '';
	}

	private function end(): void {
		$this->reserve = '';
		$on_death      = $this->on_death;
		if ( null === $on_death ) {
			return;
		}
		$this->on_death = null;
		ini_set( 'memory_limit', '-1' ); // phpcs:ignore WordPress.PHP.IniSet -- The limit may be what ended the case.
		set_time_limit( 0 );
		$on_death( Death::of_last_error() );
	}
}
