<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Fuzz\Envelope\Isolating_Envelope;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Cases in a folder, worked on by one process after the other until each has its observation; for places where a process
 * cannot have a child, such as PHP in WebAssembly.
 *
 * `cases.ndjson` holds the cases, `observations.ndjson` one line for each that is done, `running` the number of the one that
 * runs. A process that finds the mark of a case without an observation knows that its predecessor died in it; `killed` then
 * holds why, when somebody outside did it.
 */
final class Chunk {

	/**
	 * @param string                                  $folder   Where it lies.
	 * @param Isolating_Envelope                      $envelope Around each case.
	 * @param \Closure(Fuzz_Case, Observation): void $call     Calls the target.
	 * @param Shutdown_Watch                          $watch    Registered before WordPress was loaded.
	 */
	public function __construct( private readonly string $folder, private readonly Isolating_Envelope $envelope, private readonly \Closure $call, private readonly Shutdown_Watch $watch ) {}

	/** Goes on until all cases are done or this process is. */
	public function work(): void {
		$done = $this->done();
		if ( is_file( $this->folder . '/running' ) && (int) file_get_contents( $this->folder . '/running' ) === $done ) {
			$this->keep( $this->unseen() );
			++$done;
		}
		foreach ( new \SplFileObject( $this->folder . '/cases.ndjson' ) as $index => $line ) {
			if ( $index >= $done && is_string( $line ) && '' !== trim( $line ) ) {
				$this->run( $index, Fuzz_Case::from_array( (array) json_decode( $line, true ) ) );
			}
		}
	}

	private function run( int $index, Fuzz_Case $fuzz_case ): void {
		file_put_contents( $this->folder . '/running', (string) $index );
		$this->watch->arm(
			function ( Death $death ): void {
				$this->keep( $this->envelope->abandon( $death->ended, $death->throwable ) ?? $this->unseen() );
			}
		);
		$observation = $this->envelope->run( $fuzz_case, fn( Observation $seen ) => ( $this->call )( $fuzz_case, $seen ) );
		$this->watch->disarm();
		$this->keep( $observation );
	}

	private function keep( Observation $observation ): void {
		file_put_contents( $this->folder . '/observations.ndjson', json_encode( $observation->to_array(), JSON_INVALID_UTF8_SUBSTITUTE | JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION ) . "\n", FILE_APPEND ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- wp_json_encode() drops what cannot be encoded.
	}

	/** Lines that are whole; half a line is cut off, for its writer died. */
	private function done(): int {
		$file = $this->folder . '/observations.ndjson';
		$text = is_file( $file ) ? (string) file_get_contents( $file ) : '';
		if ( '' !== $text && ! str_ends_with( $text, "\n" ) ) {
			$text = substr( $text, 0, (int) strrpos( "\n" . $text, "\n" ) );
			file_put_contents( $file, $text );
		}
		return substr_count( $text, "\n" );
	}

	private function unseen(): Observation {
		$reason      = is_file( $this->folder . '/killed' ) ? (string) file_get_contents( $this->folder . '/killed' ) : '';
		$observation = new Observation();

		$observation->ended     = Observation::TIMEOUT === $reason ? Observation::TIMEOUT : Observation::FATAL;
		$observation->throwable = array(
			'class'   => 'process',
			'message' => Observation::TIMEOUT === $reason ? 'The case took too long and its process was killed.' : 'The process died without a word.',
			'frames'  => array(),
		);
		if ( '' !== $reason ) {
			unlink( $this->folder . '/killed' );
		}
		return $observation;
	}
}
