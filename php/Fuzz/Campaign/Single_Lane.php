<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Runs every role in one process, where processes are dear and share a database without locks (WASM). None is fresh here
 * but after a case that ended the one before; a finding is confirmed by running its case once more.
 */
final class Single_Lane implements Case_Lanes {

	/**
	 * @param Lane $lane The process.
	 */
	public function __construct( private readonly Lane $lane ) {}

	public function run( array $cases ): iterable {
		foreach ( $cases as $fuzz_case ) {
			yield $this->outcome( $fuzz_case );
		}
	}

	public function run_fresh( array $cases ): array {
		$outcomes = array();
		// No function of PHP in between: some builds of WebAssembly cannot wait below one.
		foreach ( $cases as $fuzz_case ) {
			$outcomes[] = $this->outcome( $fuzz_case );
		}
		return $outcomes;
	}

	public function close(): void {
		$this->lane->close();
	}

	private function outcome( Fuzz_Case $fuzz_case ): Case_Outcome {
		$this->lane->give( $fuzz_case );
		do {
			$outcome = $this->lane->take( 1.0 );
		} while ( null === $outcome );
		return $outcome;
	}
}
