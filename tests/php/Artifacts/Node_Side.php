<?php

declare( strict_types=1 );

namespace WP_Codebox\Tests\Artifacts;

/**
 * Node's half of Fresh_Bundle_Test: one process that is asked again and again, a line of JSON each way.
 *
 * phpcs:disable WordPress.WP.AlternativeFunctions, WordPress.PHP.DiscouragedPHPFunctions
 */
final class Node_Side {

	/** @var resource */
	private $process;

	/** @var array<int, resource> */
	private array $pipes;

	public function __construct() {
		$project = dirname( __DIR__, 3 );
		$process = proc_open( array( "$project/node_modules/.bin/tsx", 'tests/php/Artifacts/node-side.ts' ), array( array( 'pipe', 'r' ), array( 'pipe', 'w' ), STDERR ), $pipes, $project );
		if ( ! is_resource( $process ) ) {
			throw new \RuntimeException( 'Node could not be started.' );
		}
		$this->process = $process;
		$this->pipes   = $pipes;
	}

	/**
	 * @param array $order As node-side.ts takes it.
	 * @return array Its answer.
	 */
	public function ask( array $order ): array {
		fwrite( $this->pipes[0], json_encode( $order, JSON_THROW_ON_ERROR ) . "\n" );
		$answer = json_decode( (string) fgets( $this->pipes[1] ), true );
		return is_array( $answer ) ? $answer : throw new \RuntimeException( 'Node did not answer.' );
	}

	public function end(): void {
		array_map( 'fclose', $this->pipes );
		proc_close( $this->process );
	}
}
