<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;

/**
 * The descriptor of fuzzing (wordpress-fuzz-runtime-contract/v1).
 */
// phpcs:ignore WordPress.WP.CapitalPDangit -- Handlers are named after their id, word by word.
final class Wordpress_Fuzz_Runtime_Contract implements Operation {

	/**
	 * @param Services $services Not needed: the answer is data.
	 */
	public static function create( Services $services ): self {
		unset( $services );
		return new self();
	}

	/**
	 * @param array      $input      Nothing.
	 * @param Invocation $invocation Who calls.
	 * @return array
	 */
	public function execute( array $input, Invocation $invocation ): array {
		unset( $input, $invocation );
		return Contracts::get( 'fuzz/wordpress-fuzz-runtime-contract' );
	}
}
