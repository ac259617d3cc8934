<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Campaign;

use WP_Codebox\Fuzz\Run\Suite_Runner;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Runs every role in this process, where no other can be started. Nothing can be run afresh here,
 * so a finding is confirmed by running its case once more.
 */
final class In_Process_Lanes implements Case_Lanes {

	/**
	 * @param Suite_Runner $runner Runs and judges.
	 */
	public function __construct( private readonly Suite_Runner $runner ) {}

	public function run( array $cases ): iterable {
		foreach ( $cases as $fuzz_case ) {
			yield $this->outcome( $fuzz_case );
		}
	}

	public function run_fresh( array $cases ): array {
		return array_map( $this->outcome( ... ), $cases );
	}

	public function close(): void {
		$this->runner->envelope()->leave();
	}

	private function outcome( Fuzz_Case $fuzz_case ): Case_Outcome {
		return Case_Outcome::of( $fuzz_case, $this->runner->run_case( $fuzz_case ) );
	}
}
