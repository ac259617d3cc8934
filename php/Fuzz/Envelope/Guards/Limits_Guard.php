<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope\Guards;

use WP_Codebox\Fuzz\Envelope\Case_Ended;
use WP_Codebox\Fuzz\Envelope\Case_Guard;
use WP_Codebox\Fuzz\Run\Observation;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Ends a case that takes too long, where PHP has signals, and bounds its memory.
 *
 * Code that catches the end is told again every second. Past the memory limit PHP dies; so does a loop inside a C
 * function, or where there are no signals: the supervisor of the process notices both.
 */
final class Limits_Guard implements Case_Guard {

	/** How often code that catches the end is told; then the process ends, which nothing can catch. */
	private const PATIENCE = 2;

	/** @var callable|int|null */
	private mixed $handler_before = null;
	private bool $async_before    = false;
	private bool $is_armed        = false;
	private int $alarms           = 0;

	/**
	 * @param int $seconds Wall time of a case.
	 * @param int $bytes   Memory of a case beyond what is in use when it starts.
	 */
	public function __construct( private readonly int $seconds = 10, private readonly int $bytes = 268435456 ) {}

	public function open( Fuzz_Case $fuzz_case, Observation $observation ): void {
		$this->alarms = 0;
		$this->limit_memory();
		if ( ! function_exists( 'pcntl_alarm' ) ) {
			// Ends the process, not the case; whoever watches over it goes on. Process_Guard puts the setting back.
			set_time_limit( $this->seconds );
			return;
		}
		$this->async_before   = pcntl_async_signals( true );
		$this->handler_before = pcntl_signal_get_handler( SIGALRM );
		pcntl_signal( SIGALRM, $this->expire( ... ) );
		pcntl_alarm( $this->seconds );
		$this->is_armed = true;
	}

	/** Called before anything else is put back: the end of the case must not hit the guards. */
	public function close(): void {
		if ( $this->is_armed ) {
			pcntl_alarm( 0 );
			pcntl_signal( SIGALRM, is_callable( $this->handler_before ) || is_int( $this->handler_before ) ? $this->handler_before : SIG_DFL );
			pcntl_async_signals( $this->async_before );
			$this->is_armed = false;
		}
	}

	/** Whether the case used up its time. */
	public function has_expired(): bool {
		return $this->alarms > 0;
	}

	/** @throws Case_Ended Unless the case does not want to hear it. */
	private function expire(): never {
		if ( ++$this->alarms > self::PATIENCE ) {
			exit( 255 );
		}
		pcntl_alarm( 1 );
		throw new Case_Ended( Observation::TIMEOUT, sprintf( 'The case ran longer than %d s.', $this->seconds ) );
	}

	/** Process_Guard puts the setting back. */
	private function limit_memory(): void {
		$limit  = (string) ini_get( 'memory_limit' );
		$wanted = memory_get_usage( true ) + $this->bytes;
		if ( '-1' === $limit || wp_convert_hr_to_bytes( $limit ) > $wanted ) {
			ini_set( 'memory_limit', (string) $wanted ); // phpcs:ignore WordPress.PHP.IniSet -- For the length of the case.
		}
	}
}
