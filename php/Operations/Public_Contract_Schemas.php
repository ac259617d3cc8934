<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;

/**
 * The schema ids of the public contract in one flat map.
 */
final class Public_Contract_Schemas implements Operation {

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
		return Contracts::get( 'runtime/public-contract-schemas' );
	}
}
