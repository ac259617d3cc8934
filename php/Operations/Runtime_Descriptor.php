<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Contracts\Contracts;
use WP_Codebox\Services;

/**
 * What WP Codebox offers (runtime-descriptor/v1).
 */
final class Runtime_Descriptor implements Operation {

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
		return Contracts::get( 'runtime/runtime-descriptor' );
	}
}
