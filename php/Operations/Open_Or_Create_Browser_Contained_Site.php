<?php

declare( strict_types=1 );

namespace WP_Codebox\Operations;

use WP_Codebox\Browser\Contained_Sites;
use WP_Codebox\Services;
use WP_Error;

/**
 * Opens or creates a contained site, as its mode says.
 */
final class Open_Or_Create_Browser_Contained_Site implements Operation {

	/**
	 * @param Contained_Sites $contained_sites Does it.
	 */
	public function __construct( private readonly Contained_Sites $contained_sites ) {}

	/**
	 * @param Services $services Composition root.
	 */
	public static function create( Services $services ): self {
		return new self( $services->browser()->contained_sites() );
	}

	/**
	 * @param array      $input      Valid input.
	 * @param Invocation $invocation Who calls.
	 */
	public function execute( array $input, Invocation $invocation ): array|WP_Error {
		unset( $invocation );
		return $this->contained_sites->open_or_create( $input );
	}
}
