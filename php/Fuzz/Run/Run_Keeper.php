<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Run;

use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Keeps what is done of a run beyond the process that does it.
 */
interface Run_Keeper {

	/**
	 * @param Fuzz_Case $fuzz_case The case that runs now.
	 */
	public function begins( Fuzz_Case $fuzz_case ): void;

	/**
	 * @param Case_Result $result What became of it.
	 */
	public function ends( Case_Result $result ): void;

	/** Every case has its result, and somebody has them. */
	public function done(): void;

	/** Id under which the run goes on when this process ends before it is done. */
	public function id(): string;
}
