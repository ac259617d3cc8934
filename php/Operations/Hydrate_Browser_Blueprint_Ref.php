<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Browser\Blueprints;
use WP_Codebox\Services;
use WP_Error;

/**
 * Hands out the blueprint of a reference.
 */
final class Hydrate_Browser_Blueprint_Ref implements Operation {

	/**
	 * @param Blueprints $blueprints Does it.
	 */
	public function __construct( private readonly Blueprints $blueprints ) {}

	/**
	 * @param Services $services Composition root.
	 */
	public static function create( Services $services ): self {
		return new self( $services->browser()->blueprints() );
	}

	/**
	 * @param array      $input      Valid input.
	 * @param Invocation $invocation Who calls.
	 */
	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		unset( $invocation );
		return $this->blueprints->hydrate( $input['ref'] );
	}
}
