<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * A child of this process, which talks over pipes.
 */
final class Piped_Process implements Worker_Process {

	private const TAIL = 4096;

	/** @var resource */
	private $process;

	/** @var array<int, resource> */
	private array $pipes;

	private string $buffer = '';
	private string $tail   = '';

	/**
	 * @param list<string> $command Program and arguments; nothing goes through a shell.
	 * @throws \RuntimeException When no process can be started here.
	 */
	public function __construct( array $command ) {
		$streams = array(
			0 => array( 'pipe', 'r' ),
			1 => array( 'pipe', 'w' ),
			2 => array( 'pipe', 'w' ),
			3 => array( 'pipe', 'w' ),
		);
		$process = proc_open( $command, $streams, $pipes ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- A list of arguments; no shell.
		if ( false === $process ) {
			throw new \RuntimeException( 'No worker process can be started.' );
		}
		$this->process = $process;
		$this->pipes   = $pipes;
		foreach ( array( 1, 2, 3 ) as $number ) {
			stream_set_blocking( $this->pipes[ $number ], false );
		}
	}

	public function send( array $message ): bool {
		$line = Json_Line::of( $message );
		return strlen( $line ) === @fwrite( $this->pipes[0], $line ); // phpcs:ignore WordPress.PHP.NoSilencedErrors, WordPress.WP.AlternativeFunctions -- A dead reader is an answer, not an error.
	}

	public function receive( float $seconds ): ?array {
		$until = microtime( true ) + $seconds;
		while ( ! str_contains( $this->buffer, "\n" ) ) {
			$left = $until - microtime( true );
			if ( $left <= 0 ) {
				return null;
			}
			$open  = array_filter( array( $this->pipes[1], $this->pipes[2], $this->pipes[3] ), static fn( $pipe ): bool => ! feof( $pipe ) );
			$write = null;
			$other = null;
			if ( feof( $this->pipes[3] ) || false === @stream_select( $open, $write, $other, (int) $left, (int) ( fmod( $left, 1 ) * 1e6 ) ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- A signal interrupts it.
				break;
			}
			$this->read();
		}
		if ( ! str_contains( $this->buffer, "\n" ) ) {
			return null;
		}
		list( $line, $this->buffer ) = explode( "\n", $this->buffer, 2 );
		$message                     = json_decode( $line, true );
		return is_array( $message ) ? $message : null;
	}

	public function is_running(): bool {
		return proc_get_status( $this->process )['running'];
	}

	public function tail(): string {
		$this->read();
		return $this->tail;
	}

	public function kill(): array {
		$status = proc_get_status( $this->process );
		for ( $tries = 0; $status['running'] && feof( $this->pipes[3] ) && $tries < 50; $tries++ ) {
			usleep( 2000 );
			$status = proc_get_status( $this->process );
		}
		if ( $status['running'] ) {
			proc_terminate( $this->process, 9 );
		}
		foreach ( $this->pipes as $pipe ) {
			fclose( $pipe ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A pipe.
		}
		proc_close( $this->process );
		return array(
			'signal' => $status['signaled'] ? $status['termsig'] : 0,
			'exit'   => $status['exitcode'],
		);
	}

	private function read(): void {
		foreach ( array( 1, 2 ) as $number ) {
			$this->tail = substr( $this->tail . stream_get_contents( $this->pipes[ $number ] ), -self::TAIL );
		}
		$this->buffer .= stream_get_contents( $this->pipes[3] );
	}
}
