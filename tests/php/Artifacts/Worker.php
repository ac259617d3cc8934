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
0 => array( 'file', '/dev/null', 'r' ),
1 => array( 'pipe', 'w' ),
2 => array( 'file', $this->errors, 'w' ),
), $pipes );
		$this->process = is_resource( $process ) ? $process : throw new \RuntimeException( 'No worker could be started.' );
		$this->output  = $pipes[1];
	}

	/** Waits until WordPress is loaded and work begins. */
	public function wait_until_ready(): void {
		if ( "ready\n" !== fgets( $this->output ) ) {
			throw new \RuntimeException( 'The worker did not start: ' . file_get_contents( $this->errors ) );
		}
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
