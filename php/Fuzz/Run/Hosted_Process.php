<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * A process that the host of WebAssembly runs. Both see a folder, whose path WP_CODEBOX_PROCESSES names in the environment; a
 * folder in it stands for each process: `command.json` asks for it, `in` and `out` hold a message a line, `kill` asks for
 * its end, `exit` tells of it, `tail` holds what it printed. The host's side is src-runtime/wasm/process-host.ts.
 */
final class Hosted_Process implements Worker_Process {

	private const TAIL = 4096;

	/** Seconds for the host to end a process. */
	private const END = 10.0;

	private readonly string $folder;
	private string $buffer = '';
	private int $offset    = 0;

	/**
	 * @param list<string> $command Program and arguments.
	 */
	public function __construct( array $command ) {
		$this->folder = self::folder() . '/' . bin2hex( random_bytes( 8 ) );
		mkdir( $this->folder, 0700 );
		touch( $this->folder . '/in' );
		// The host takes the command when it is there, and half of one is none.
		file_put_contents( $this->folder . '/asked', Json_Line::of( $command ) );
		rename( $this->folder . '/asked', $this->folder . '/command.json' );
	}

	/** Folder that the host looks into; empty when there is no host. */
	public static function folder(): string {
		return (string) getenv( 'WP_CODEBOX_PROCESSES' );
	}

	public function send( array $message ): bool {
		return $this->is_running() && false !== file_put_contents( $this->folder . '/in', Json_Line::of( $message ), FILE_APPEND );
	}

	public function receive( float $seconds ): ?array {
		$until    = microtime( true ) + $seconds;
		$patience = new Patience();
		while ( ! str_contains( $this->buffer, "\n" ) ) {
			// Asked before the last look: what it wrote at its end is there then.
			$is_over = ! $this->is_running();
			if ( $this->read() ) {
				continue;
			}
			if ( $is_over || microtime( true ) >= $until ) {
				return null;
			}
			$patience->wait();
		}
		list( $line, $this->buffer ) = explode( "\n", $this->buffer, 2 );
		$message                     = json_decode( $line, true );
		return is_array( $message ) ? $message : null;
	}

	public function is_running(): bool {
		clearstatcache( true, $this->folder . '/exit' );
		return is_dir( $this->folder ) && ! is_file( $this->folder . '/exit' );
	}

	public function tail(): string {
		$file = $this->folder . '/tail';
		return is_file( $file ) ? substr( (string) file_get_contents( $file ), -self::TAIL ) : '';
	}

	public function kill(): array {
		touch( $this->folder . '/kill' );
		$patience = new Patience();
		for ( $until = microtime( true ) + self::END; $this->is_running() && microtime( true ) < $until; ) {
			$patience->wait();
		}
		$status = is_file( $this->folder . '/exit' ) ? json_decode( (string) file_get_contents( $this->folder . '/exit' ), true ) : null;
		return array(
			'signal' => (int) ( $status['signal'] ?? 0 ),
			'exit'   => (int) ( $status['exit'] ?? -1 ),
		);
	}

	/** @return bool Whether there was something. */
	private function read(): bool {
		$file = $this->folder . '/out';
		$more = is_file( $file ) ? (string) file_get_contents( $file, false, null, $this->offset ) : '';
		$this->offset += strlen( $more );
		$this->buffer .= $more;
		return '' !== $more;
	}
}
