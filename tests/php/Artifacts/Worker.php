<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

/**
 * Starts worker.php and listens to it.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.DiscouragedPHPFunctions
 */
final class Worker {

	/** @var resource */
	private $process;

	/** @var resource */
	private $output;

	/** @var resource|null */
	private $input;

	/** @var string File that takes what it says on standard error. */
	private string $errors;

	/**
	 * @param array  $order What worker.php is to do.
	 * @param string $shell Shell words before the command, such as a limit.
	 */
	public function __construct( array $order, string $shell = '' ) {
		$this->errors  = (string) tempnam( sys_get_temp_dir(), 'wp-codebox-worker-' );
		$command       = escapeshellarg( PHP_BINARY ) . ' -d display_errors=stderr ' . escapeshellarg( __DIR__ . '/worker.php' ) . ' ' . escapeshellarg( (string) json_encode( $order ) );
		$process       = proc_open( array( 'bash', '-c', "$shell exec $command" ), array(
0 => empty( $order['forks'] ) ? array( 'file', '/dev/null', 'r' ) : array( 'pipe', 'r' ),
1 => array( 'pipe', 'w' ),
2 => array( 'file', $this->errors, 'w' ),
), $pipes );
		$this->process = is_resource( $process ) ? $process : throw new \RuntimeException( 'No worker could be started.' );
		$this->output  = $pipes[1];
		$this->input   = $pipes[0] ?? null;
	}

	/** Waits until WordPress is loaded and work begins. */
	public function wait_until_ready(): void {
		if ( "ready\n" !== fgets( $this->output ) ) {
			throw new \RuntimeException( 'The worker did not start: ' . file_get_contents( $this->errors ) );
		}
	}

	/**
	 * Lets a child of a worker that `forks` do one thing again and again, and ends the child with SIGKILL.
	 *
	 * @param string $action       What it does.
	 * @param int    $microseconds How long it lives.
	 * @return list<array> What it had done by then.
	 */
	public function kill_child( string $action, int $microseconds ): array {
		fwrite( $this->input, "$action\n" );
		$done  = array();
		$child = 0;
		for ( $line = fgets( $this->output ); "gone\n" !== $line; $line = fgets( $this->output ) ) {
			if ( false === $line ) {
				throw new \RuntimeException( 'The worker ended: ' . file_get_contents( $this->errors ) );
			}
			if ( is_numeric( trim( $line ) ) ) {
				$child = (int) $line;
				usleep( $microseconds );
				posix_kill( $child, SIGKILL );
			} else {
				// A line that the kill cut off says nothing that was done.
				$decoded = json_decode( $line, true );
				$done    = is_array( $decoded ) ? array( ...$done, $decoded ) : $done;
			}
		}
		return $done;
	}

	/** Ends it with SIGKILL, whatever it is doing. */
	public function kill(): void {
		proc_terminate( $this->process, SIGKILL );
	}

	/**
	 * @return list<array> What it did, once it has ended.
	 */
	public function finish(): array {
		$done = array();
		if ( null !== $this->input ) {
			fclose( $this->input );
		}
		for ( $line = fgets( $this->output ); false !== $line; $line = fgets( $this->output ) ) {
			$decoded = json_decode( $line, true );
			if ( is_array( $decoded ) ) {
				$done[] = $decoded;
			}
		}
		fclose( $this->output );
		proc_close( $this->process );
		$errors = (string) file_get_contents( $this->errors );
		unlink( $this->errors );
		if ( '' !== $errors ) {
			throw new \RuntimeException( $errors );
		}
		return $done;
	}
}
