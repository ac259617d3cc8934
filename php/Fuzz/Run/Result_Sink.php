<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Takes results while a suite runs.
 */
interface Result_Sink {

	/**
	 * @param array $case_result One case of `fuzz-suite-result/v1`.
	 */
	public function take( array $case_result ): void;

	/**
	 * @return list<array> The cases for the result document; empty when they went elsewhere.
	 */
	public function cases(): array;
}
