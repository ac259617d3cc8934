<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

/**
 * Keeps the results for the result document.
 */
final class Array_Sink implements Result_Sink {

	/** @var list<array> */
	private array $cases = array();

	public function take( array $case_result ): void {
		$this->cases[] = $case_result;
	}

	public function cases(): array {
		return $this->cases;
	}
}
