<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;

/**
 * The building blocks of the public contract, by area.
 */
final class Public_Contract_Primitives implements Operation {

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
		return Contracts::get( 'runtime/public-contract-primitives' );
	}
}
